package pl.odzew.endtoend.torture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import pl.odzew.allegro.marketplace.BuyerMessage;
import pl.odzew.endtoend.World;
import pl.odzew.events.Channel;
import pl.odzew.mailbox.mailserver.letters.Buyer;
import pl.odzew.mailbox.mailserver.letters.Others;

/// Buyers who write at a steady rate; now and then the same one again, and now and then somebody who must not be
/// answered.
///
/// They write to Gmail and to Allegro, which none of the faults touches: whatever is offered is there to be found.
final class Load {

    /// Of a hundred messages by mail, so many are private ones; of all, so many come from a buyer who wrote before.
    private static final int PRIVATE = 4;

    private static final int AGAIN = 8;
    private static final int HUNDRED = 100;

    private static final String TRANSACTION = "zzt77c9f4";

    private final World world;
    private final Population population;
    private final Plan plan;
    private final Random chance;
    private final InstantSource time = InstantSource.system();
    private final List<Offer> offers = new ArrayList<>();
    private final List<Runnable> again = new ArrayList<>();
    private final AtomicInteger privateMails = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    Load(World world, Population population, Plan plan) {
        this.world = world;
        this.population = population;
        this.plan = plan;
        this.chance = new Random(plan.seed());
    }

    /// Writes until the plan's time is over; completes exceptionally where a stand-in cannot be written to.
    CompletableFuture<Void> write() {
        var done = new CompletableFuture<Void>();
        ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
        Instant end = time.instant().plus(plan.load());
        long pause = Duration.ofSeconds(1).dividedBy(plan.rate()).toNanos();
        hand.scheduleAtFixedRate(
                () -> {
                    if (!time.instant().isBefore(end)) {
                        done.complete(null);
                        return;
                    }
                    try {
                        writeOne();
                    } catch (RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                },
                0,
                pause,
                TimeUnit.NANOSECONDS);
        return done.whenComplete((_, _) -> hand.shutdownNow());
    }

    synchronized List<Offer> offers() {
        return List.copyOf(offers);
    }

    int privateMails() {
        return privateMails.get();
    }

    /// How often a buyer wrote again who had written before; none of these gets an answer of its own.
    int repeated() {
        return repeated.get();
    }

    private synchronized void writeOne() {
        if (!again.isEmpty() && chance.nextInt(HUNDRED) < AGAIN) {
            again.get(chance.nextInt(again.size())).run();
            repeated.incrementAndGet();
        } else if (chance.nextBoolean()) {
            byMail(oneOf(population.mailboxes()));
        } else {
            inMessageCenter(oneOf(population.accounts()));
        }
    }

    private void byMail(Correspondent to) {
        if (chance.nextInt(HUNDRED) < PRIVATE) {
            world.gmail()
                    .delivers(to.name(), chance.nextBoolean() ? Others.bank(to.name()) : Others.mailingList(to.name()));
            privateMails.incrementAndGet();
            return;
        }
        Buyer buyer = Buyer.somebody();
        Runnable write = () -> world.gmail()
                .delivers(
                        to.name(),
                        buyer.writesTo(to.name(), TRANSACTION)
                                .saying("Czy to jest dostępne?")
                                .quotedPrintable());
        offer(new Offer(buyer.maskedLocalPart(), Channel.MAILBOX, to, time.instant()), write);
    }

    private void inMessageCenter(Correspondent to) {
        String buyer = world.unique("kupiec" + offers.size());
        Runnable write =
                () -> world.marketplace().buyerWrites(to.name(), BuyerMessage.of(buyer, "Czy to jest dostępne?"));
        offer(new Offer(buyer, Channel.ALLEGRO, to, time.instant()), write);
    }

    private void offer(Offer offer, Runnable write) {
        write.run();
        offers.add(offer);
        again.add(write);
    }

    private Correspondent oneOf(List<Correspondent> correspondents) {
        return correspondents.get(chance.nextInt(correspondents.size()));
    }
}
