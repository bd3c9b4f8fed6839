package pl.odzew.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.mailbox.mailserver.post.RefusalCase;
import pl.odzew.notification.catcher.CaughtMail;

/// Celina and Dorota: refusals that may mean nothing. One is confirmed before she is warned, the other never is one.
final class DoubtfulRefusals {

    private static final String PASSWORD = "some password";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration WATCH = Duration.ofSeconds(4);

    private final World world;
    private final Narration narration;

    DoubtfulRefusals(World world, Narration narration) {
        this.world = world;
        this.narration = narration;
    }

    void celinaIsWarnedWhenItIsConfirmed() {
        Seller celina = Seller.signsIn(world, "celina");
        world.gmail().opens(celina.address(), PASSWORD);
        String mailbox = celina.connectsMailbox(PASSWORD);
        world.gmail().refuses(celina.address(), RefusalCase.INVALID_CREDENTIALS);
        JsonNode suspect = Patience.await(
                "Celina's mailbox is SUSPECT",
                LIMIT,
                () -> Optional.of(celina.mailbox(mailbox))
                        .filter(one -> "SUSPECT".equals(one.path("status").asText())));
        Patience.check(AnnasMailbox.authFailures(world, mailbox).isEmpty(), "nobody is warned on suspicion");
        narration.observed(
                "Celina's mailbox is SUSPECT since %s; nobody is warned yet",
                suspect.path("statusSince").asText());
        SeenEvent failed = AnnasMailbox.awaitAuthFailed(world, mailbox, LIMIT);
        MailboxAuthFailed event = (MailboxAuthFailed) failed.data();
        Patience.check(event.failure().reason() == AuthFailureReason.CREDENTIALS_REFUSED, "the reason is " + event);
        CaughtMail warning = AnnasMailbox.awaitMailAbout(world, celina, "Invalid credentials");
        int refused = world.gmail().refusedLogins(celina.address()).size();
        narration.observed(
                "confirmed by %d refusals in %d ms: mailbox.auth-failed %s, warning \"%s\"",
                refused,
                Duration.between(
                                event.failure().firstRefusedAt(), failed.event().time())
                        .toMillis(),
                failed.id(),
                warning.subject());
    }

    void dorotaIsNotWarned() {
        Seller dorota = Seller.signsIn(world, "dorota");
        world.gmail().opens(dorota.address(), PASSWORD);
        String mailbox = dorota.connectsMailbox(PASSWORD);
        world.gmail().refuses(dorota.address(), RefusalCase.TOO_MANY_CONNECTIONS);
        Patience.awaitThat(
                "Dorota's mailbox meets too many connections",
                LIMIT,
                () -> !world.gmail().refusedLogins(dorota.address()).isEmpty());
        Patience.neverWithin(
                "a warning for Dorota",
                WATCH,
                () -> !AnnasMailbox.authFailures(world, mailbox).isEmpty()
                        || AnnasMailbox.mailsAbout(world, dorota, dorota.address())
                                        .size()
                                > 0);
        narration.observed(
                "Dorota meets \"%s\": no event, no warning, status %s",
                world.gmail().refusedLogins(dorota.address()).getFirst().serverWords(),
                dorota.mailbox(mailbox).path("status").asText());
        world.gmail().letsIn(dorota.address());
    }
}
