package pl.odzew.allegro.messaging.rest;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.Secret;
import pl.odzew.allegro.client.rest.ConnectionFailures;

/// What every call to a place of messages has in common.
final class Calls {

    private Calls() {}

    static <T extends @Nullable Object> CompletionStage<T> stage(Uni<T> call) {
        return call.onFailure().transform(ConnectionFailures::classified).subscribeAsCompletionStage();
    }

    static String bearer(Secret access) {
        return "Bearer " + access.reveal();
    }

    static int offset(@Nullable String page) {
        return page == null ? 0 : Integer.parseInt(page);
    }

    /// Where the next page begins; absent after one that is not full.
    static @Nullable String next(@Nullable String page, int got, int pageSize) {
        return got < pageSize ? null : Integer.toString(offset(page) + got);
    }
}
