package pl.odzew.allegro.messaging.rest;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.Secret;
import pl.odzew.allegro.client.rest.AllegroConfig;
import pl.odzew.allegro.messaging.AttachmentId;
import pl.odzew.allegro.messaging.DeclaredAttachment;
import pl.odzew.allegro.messaging.Message;
import pl.odzew.allegro.messaging.MessageCenter;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.Page;
import pl.odzew.allegro.messaging.Place;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.allegro.messaging.ThreadSummary;

/// Claims, and the disputes that are still there: each has a chat.
final class IssuesOverHttp implements MessageCenter {

    /// The most that Allegro gives at once.
    private static final int PAGE_SIZE = 100;

    /// Of messages no more are asked for: with more, Allegro answered 400 (#12988).
    private static final int CHAT_PAGE_SIZE = 20;

    private static final int LONGEST_TEXT = 20_000;

    /// Those in which somebody may still write; closed ones would be read for ever.
    private static final List<String> OPEN = List.of("DISPUTE_ONGOING", "CLAIM_SUBMITTED", "CLAIM_ACCEPTED");

    private static final String REGULAR = "REGULAR";
    private static final int CONNECT_SECONDS = 5;
    private static final int READ_SECONDS = 60;

    private final IssuesApi api;
    private final AllegroConfig config;

    IssuesOverHttp(IssuesApi api, AllegroConfig config) {
        this.api = api;
        this.config = config;
    }

    @Override
    public Place place() {
        return Place.ISSUES;
    }

    @Override
    public int longestText() {
        return LONGEST_TEXT;
    }

    @Override
    public CompletionStage<Page<ThreadSummary>> threads(Secret access, @Nullable String page) {
        return Calls.stage(api.issues(Calls.bearer(access), PAGE_SIZE, Calls.offset(page), OPEN)
                .map(wire -> new Page<>(
                        wire.issues().stream().flatMap(Wire::issue).toList(),
                        Calls.next(page, wire.issues().size(), PAGE_SIZE))));
    }

    @Override
    public CompletionStage<Page<Message>> messages(Secret access, ThreadId thread, @Nullable String page) {
        return Calls.stage(api.chat(Calls.bearer(access), thread.value(), CHAT_PAGE_SIZE, Calls.offset(page))
                .map(wire -> new Page<>(
                        wire.chat().stream().map(Wire::message).toList(),
                        Calls.next(page, wire.chat().size(), CHAT_PAGE_SIZE))));
    }

    @Override
    public CompletionStage<Message> post(Secret access, ThreadId thread, String text, List<AttachmentId> files) {
        var message = new IssuesApi.NewMessageWire(text, Wire.references(files), REGULAR);
        return Calls.stage(
                api.post(Calls.bearer(access), thread.value(), message).map(Wire::message));
    }

    @Override
    public CompletionStage<@Nullable Message> message(Secret access, MessageId message) {
        return Calls.stage(Uni.createFrom().nullItem());
    }

    /// Claims have no such mark.
    @Override
    public CompletionStage<Void> markAsRead(Secret access, ThreadId thread) {
        return Calls.stage(Uni.createFrom().voidItem());
    }

    @Override
    public CompletionStage<DeclaredAttachment> declare(Secret access, String fileName, long size) {
        return Calls.stage(api.declare(Calls.bearer(access), new IssuesApi.NewAttachmentWire(fileName, size))
                .map(IssuesOverHttp::declared));
    }

    @Override
    public CompletionStage<Void> upload(
            Secret access, DeclaredAttachment attachment, String mediaType, byte[] content) {
        URI address = attachment.uploadTo();
        if (address == null) {
            throw new IllegalArgumentException("the file was declared elsewhere");
        }
        IssueUploadApi once = QuarkusRestClientBuilder.newBuilder()
                .baseUri(address)
                .userAgent(config.userAgent())
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .build(IssueUploadApi.class);
        return Calls.stage(once.upload(Calls.bearer(access), mediaType, content).replaceWithVoid());
    }

    private static DeclaredAttachment declared(RestResponse<MessagingApi.ReferenceWire> answer) {
        return new DeclaredAttachment(new AttachmentId(answer.getEntity().id()), answer.getLocation());
    }
}
