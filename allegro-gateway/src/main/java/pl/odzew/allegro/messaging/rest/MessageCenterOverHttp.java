package pl.odzew.allegro.messaging.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.Secret;
import pl.odzew.allegro.client.rest.ConnectionFailures;
import pl.odzew.allegro.messaging.Message;
import pl.odzew.allegro.messaging.MessageCenter;
import pl.odzew.allegro.messaging.Page;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.allegro.messaging.ThreadSummary;

/// [MessageCenter] as it is reached over HTTP.
@ApplicationScoped
class MessageCenterOverHttp implements MessageCenter {

    /// The most that Allegro gives at once.
    private static final int PAGE_SIZE = 20;

    private final MessagingApi api;

    MessageCenterOverHttp(@RestClient MessagingApi api) {
        this.api = api;
    }

    @Override
    public CompletionStage<Page<ThreadSummary>> threads(Secret access, @Nullable String page) {
        return stage(api.threads(bearer(access), PAGE_SIZE, page)
                .map(wire ->
                        new Page<>(wire.threads().stream().flatMap(Wire::thread).toList(), next(wire.nextPage()))));
    }

    @Override
    public CompletionStage<Page<Message>> messages(Secret access, ThreadId thread, @Nullable String page) {
        return stage(api.messages(bearer(access), thread.value(), PAGE_SIZE, page)
                .map(wire ->
                        new Page<>(wire.messages().stream().map(Wire::message).toList(), next(wire.nextPage()))));
    }

    @Override
    public CompletionStage<Message> post(Secret access, ThreadId thread, String text) {
        return stage(api.post(bearer(access), thread.value(), new MessagingApi.NewMessageWire(text))
                .map(Wire::message));
    }

    private static <T> CompletionStage<T> stage(Uni<T> call) {
        return call.onFailure().transform(ConnectionFailures::classified).subscribeAsCompletionStage();
    }

    private static String bearer(Secret access) {
        return "Bearer " + access.reveal();
    }

    private static @Nullable String next(MessagingApi.@Nullable NextPageWire next) {
        return next == null ? null : next.id();
    }
}
