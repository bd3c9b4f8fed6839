package pl.odzew.endtoend.torture;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import pl.odzew.endtoend.World;

/// The one thing that a seller must hear of in all the noise: Google refuses a few passwords for certain,
/// and their owners paste an app password later.
final class Refusals {

    private static final String APP_PASSWORD = "qwertyuiopasdfgh";
    private static final int ONE_IN = 20;

    private final World world;
    private final List<Correspondent> refused;
    private final Plan plan;

    Refusals(World world, Population population, Plan plan) {
        this.world = world;
        this.plan = plan;
        var mailboxes = new ArrayList<>(population.mailboxes());
        Collections.shuffle(mailboxes, new Random(plan.seed() + 2));
        this.refused = List.copyOf(mailboxes.subList(0, Math.max(1, mailboxes.size() / ONE_IN)));
    }

    /// Refuses them after a third of the time and ends it after two thirds.
    CompletableFuture<Void> comeAndGo() {
        long third = plan.load().dividedBy(3).toMillis();
        return CompletableFuture.runAsync(
                        () -> refused.forEach(mailbox -> world.gmail().wantsAppPasswords(mailbox.name())), after(third))
                .thenRunAsync(() -> refused.forEach(this::pasteAppPassword), after(third));
    }

    /// The mailboxes' ids.
    Set<String> refused() {
        return refused.stream().map(Correspondent::targetId).collect(toUnmodifiableSet());
    }

    private void pasteAppPassword(Correspondent mailbox) {
        world.gmail().givesAppPassword(mailbox.name(), APP_PASSWORD);
        mailbox.seller().savesPassword(mailbox.targetId(), APP_PASSWORD);
    }

    private static Executor after(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }
}
