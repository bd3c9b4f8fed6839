package pl.odzew.mailbox.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.LoginGate.Admission;
import pl.odzew.mailbox.refusal.ProviderKey;
import pl.odzew.mailbox.watch.DrivenTime;

class LoginGateTest {

    private final DrivenTime time = new DrivenTime();
    private final MemoryMailboxes mailboxes = new MemoryMailboxes(new Servers(
            new ServerAddress("imap.gmail.com", 993, ServerAddress.Security.TLS),
            new ServerAddress("smtp.gmail.com", 465, ServerAddress.Security.TLS)));
    private final LoginGate gate = new TestGuard(mailboxes, time).gate;

    @Test
    void letsAThousandThroughNoFasterThanTheProviderLikes() {
        // When
        List<Instant> turns = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            turns.add(turn(gate.ask(mailbox(MailProvider.GMAIL))));
        }

        // Then
        for (int second = 0; second < 49; second++) {
            Instant from = time.instant().plusSeconds(second);
            assertThat(turns)
                    .filteredOn(turn -> !turn.isBefore(from) && turn.isBefore(from.plusSeconds(1)))
                    .as("second %d", second)
                    .hasSizeLessThanOrEqualTo(second == 0 ? 41 : 21);
        }
        assertThat(turns.getLast()).isBefore(time.instant().plus(Duration.ofSeconds(51)));
    }

    @Test
    void keepsNobodyWaitingForAnotherProvider() {
        // Given
        for (int i = 0; i < 1_000; i++) {
            gate.ask(mailbox(MailProvider.GMAIL));
        }

        // Then
        assertThat(gate.ask(mailbox(MailProvider.WP))).isInstanceOf(Admission.Go.class);
    }

    @Test
    void keepsABudgetForWhatAPersonWaitsFor() {
        // Given
        for (int i = 0; i < 1_000; i++) {
            gate.ask(mailbox(MailProvider.GMAIL));
        }

        // Then
        for (int i = 0; i < 5; i++) {
            assertThat(gate.reservedDelay(new ProviderKey("GMAIL"))).isZero();
        }
        for (int i = 0; i < 5; i++) {
            gate.reservedDelay(new ProviderKey("GMAIL"));
        }
        assertThat(gate.reservedDelay(new ProviderKey("GMAIL"))).isPositive();
    }

    private static Mailbox mailbox(MailProvider provider) {
        return Mailbox.connected(
                        new SellerId("anna"),
                        new MailAddress("anna@gmail.com"),
                        provider,
                        CredentialShape.OTHER,
                        Instant.EPOCH)
                .after();
    }

    private Instant turn(Admission admission) {
        return switch (admission) {
            case Admission.Go _ -> time.instant();
            case Admission.Turn turn -> turn.at();
            case Admission.Held held -> throw new AssertionError("held until " + held.until());
        };
    }
}
