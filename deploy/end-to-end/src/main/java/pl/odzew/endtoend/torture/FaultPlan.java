package pl.odzew.endtoend.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import pl.odzew.allegro.marketplace.MarketplaceControl;
import pl.odzew.endtoend.World;
import pl.odzew.local.Installation;
import pl.odzew.local.Port;
import pl.odzew.mailbox.mailserver.post.Refusal;
import pl.odzew.mailbox.mailserver.post.RefusalCase;

/// Everything that can be broken, in an order that the seed decides.
final class FaultPlan {

    private static final List<RefusalCase> NEVER_A_WARNING = List.of(
            RefusalCase.TOO_MANY_CONNECTIONS,
            RefusalCase.TEMPORARY_PROBLEM,
            RefusalCase.BYE_AT_LOGIN,
            RefusalCase.BANDWIDTH_EXCEEDED,
            RefusalCase.HANG,
            RefusalCase.DROP);

    private static final List<pl.odzew.allegro.marketplace.Fault> AT_ALLEGRO = List.of(
            pl.odzew.allegro.marketplace.Fault.POST_ACCEPTED_THEN_DROPPED,
            pl.odzew.allegro.marketplace.Fault.POST_DROPPED,
            pl.odzew.allegro.marketplace.Fault.POST_ACCEPTED_THEN_ERROR,
            pl.odzew.allegro.marketplace.Fault.POST_VERIFYING,
            pl.odzew.allegro.marketplace.Fault.POST_TOO_MANY,
            pl.odzew.allegro.marketplace.Fault.MESSAGES_NOT_FOUND,
            pl.odzew.allegro.marketplace.Fault.GET_UNAVAILABLE,
            pl.odzew.allegro.marketplace.Fault.GET_TOO_MANY);

    private static final List<String> WITH_A_DATABASE =
            List.of("mailbox-service", "allegro-gateway", "responder-service", "notification-service");

    private static final int TIMES = 2;

    private final Installation installation;
    private final Lines lines;
    private final World world;
    private final Population population;
    private final Plan plan;
    private final Random chance;

    FaultPlan(Installation installation, Lines lines, World world, Population population, Plan plan) {
        this.installation = installation;
        this.lines = lines;
        this.world = world;
        this.population = population;
        this.plan = plan;
        this.chance = new Random(plan.seed() + 1);
    }

    /// Each kind once in every round; a new round has a new order.
    List<Fault> round() {
        var faults = new ArrayList<Fault>();
        installation.processes().forEach(process -> faults.add(kill(process)));
        faults.add(new Fault("Kafka stopped", plan.outage(), installation::stopKafka, installation::startKafkaAgain));
        faults.add(new Fault(
                "PostgreSQL stopped", plan.outage(), installation::stopDatabase, installation::startDatabaseAgain));
        WITH_A_DATABASE.forEach(
                service -> faults.add(line(service, Port.POSTGRES, Line.State.CUT, "cut from its database")));
        faults.add(line("mailbox-service", Port.IMAPS, Line.State.HELD, "hears nothing from the IMAP server"));
        faults.add(line("mailbox-service", Port.IMAPS, Line.State.HALF, "gets half answers from the IMAP server"));
        faults.add(line("mailbox-service", Port.IMAPS, Line.State.CUT, "cut from the IMAP server"));
        faults.add(line("mailbox-service", Port.SMTPS, Line.State.HELD, "hears nothing from the SMTP server"));
        faults.add(line("mailbox-service", Port.SMTPS, Line.State.CUT, "cut from the SMTP server"));
        faults.add(line("allegro-gateway", Port.MARKETPLACE, Line.State.HELD, "hears nothing from Allegro"));
        faults.add(line("allegro-gateway", Port.MARKETPLACE, Line.State.HALF, "gets half answers from Allegro"));
        faults.add(line("notification-service", Port.CATCHER_SMTP, Line.State.CUT, "cut from its mail server"));
        faults.add(throttled());
        faults.add(atAllegro());
        Collections.shuffle(faults, chance);
        return faults;
    }

    private Fault kill(String process) {
        return Fault.atOnce("kill -9 of " + process, () -> installation.kill(process));
    }

    private Fault line(String service, Port server, Line.State state, String words) {
        Line line = lines.between(service, server);
        return new Fault(
                service + " " + words, plan.outage(), () -> line.become(state), () -> line.become(Line.State.WHOLE));
    }

    /// A tenth of the mailboxes cannot sign in for reasons that pass, and that nobody is to be warned of.
    private Fault throttled() {
        RefusalCase why = NEVER_A_WARNING.get(chance.nextInt(NEVER_A_WARNING.size()));
        int all = population.mailboxes().size();
        List<String> addresses = IntStream.range(0, Math.max(1, all / 10))
                .mapToObj(_ -> population.mailboxes().get(chance.nextInt(all)).name())
                .distinct()
                .toList();
        return new Fault(
                "Gmail throttles " + addresses.size() + " mailboxes: " + why,
                plan.outage(),
                () -> addresses.forEach(address -> world.gmail().control().refuse(address, Refusal.of(why), true)),
                () -> addresses.forEach(world.gmail()::letsIn));
    }

    private Fault atAllegro() {
        MarketplaceControl marketplace = world.marketplace();
        return new Fault(
                "Allegro fails in " + AT_ALLEGRO.size() + " ways",
                Duration.ZERO,
                () -> population
                        .accounts()
                        .forEach(account -> marketplace.fault(
                                account.name(), AT_ALLEGRO.get(chance.nextInt(AT_ALLEGRO.size())), TIMES)),
                () -> {});
    }
}
