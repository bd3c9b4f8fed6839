package pl.odzew.mailbox.sending.vertx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Keeps a mailbox to one sender at a time, and tells when it is at rest for good.
final class Turn {

    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private boolean taken;
    private boolean leaving;

    /// Whether the caller may send now; then he must [#end].
    synchronized boolean take() {
        if (taken || leaving) {
            return false;
        }
        taken = true;
        return true;
    }

    synchronized void end() {
        taken = false;
        if (leaving) {
            left.complete(null);
        }
    }

    synchronized boolean lasts() {
        return !leaving;
    }

    /// Nobody takes it any more; ends when nobody has it.
    synchronized CompletionStage<Void> leave() {
        leaving = true;
        if (!taken) {
            left.complete(null);
        }
        return left;
    }
}
