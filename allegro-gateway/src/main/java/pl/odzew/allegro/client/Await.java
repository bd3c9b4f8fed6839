package pl.odzew.allegro.client;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Waits on a virtual thread for what ends elsewhere, so that work of many steps reads from top to bottom.
public final class Await {

    /// Far beyond every time limit beneath: what ends here is a fault of ours.
    private static final long LIMIT_SECONDS = 120;

    private Await() {}

    /// The stage's result, or its failure as it was.
    public static <T extends @Nullable Object> T result(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("no end within " + LIMIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
