package pl.odzew.mailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pl.odzew.events.MailAddress;
import pl.odzew.events.ReplyId;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.LoginCheck.Check;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.sending.MailTransport.Sending;

/// What every [MailTransport] promises, whatever the server behind it.
public abstract class MailTransportContract {

    private static final Duration A_WHILE = Duration.ofSeconds(20);

    /// What is tested.
    protected abstract MailTransport transport();

    protected abstract ServerAddress server();

    /// An account that the server knows.
    protected abstract Login seller();

    /// How many mails the server took for the given address.
    protected abstract int takenFor(MailAddress address);

    @Test
    void aRightPasswordIsAccepted() {
        // When
        Check check = await(transport().check(server(), seller()));

        // Then
        assertThat(check).isEqualTo(new Check.Accepted());
    }

    @Test
    void aWrongPasswordIsRefusedInTheServersOwnWords() {
        // When
        Check check = await(transport().check(server(), stranger()));

        // Then
        assertThat(check)
                .isInstanceOfSatisfying(
                        Check.Refused.class,
                        refused -> assertThat(refused.refusal().lines())
                                .isNotEmpty()
                                .allSatisfy(line -> assertThat(line).startsWith("535")));
    }

    @Test
    void aReplyReachesTheBuyersMaskedAddressWithItsPlusPart() {
        // Given
        MailAddress buyer = new MailAddress("8awgqyk6a5+cub31c122@allegromail.pl");

        // When
        Sending sending = await(transport().send(server(), seller(), replyTo(buyer)));

        // Then
        assertThat(sending).isEqualTo(new Sending.Accepted());
        assertThat(takenFor(buyer)).isEqualTo(1);
    }

    @Test
    void nothingIsSentWithAWrongPassword() {
        // Given
        MailAddress buyer = new MailAddress("other+cub31c123@allegromail.pl");

        // When
        Sending sending = await(transport().send(server(), stranger(), replyTo(buyer)));

        // Then
        assertThat(sending).isInstanceOf(Sending.LoginRefused.class);
        assertThat(takenFor(buyer)).isZero();
    }

    @Test
    void severalRepliesGoOneAfterTheOther() {
        // Given
        MailAddress buyer = new MailAddress("many+cub31c124@allegromail.pl");

        // When
        List<Sending> endings = List.of(
                await(transport().send(server(), seller(), replyTo(buyer))),
                await(transport().send(server(), seller(), replyTo(buyer))),
                await(transport().send(server(), seller(), replyTo(buyer))));

        // Then
        assertThat(endings).containsOnly(new Sending.Accepted());
        assertThat(takenFor(buyer)).isEqualTo(3);
    }

    protected final OutgoingMail replyTo(MailAddress buyer) {
        ReplyId id = ReplyId.random();
        return new OutgoingMail(
                id,
                new MailAddress(seller().user()),
                buyer,
                "Auto: Pytanie o łańcuch",
                "Dzień dobry,\n\ndziękujemy za wiadomość, odpowiemy wkrótce.\n.\nZespół sklepu",
                "<odzew." + id + "@odzew.pl>",
                "<question@allegromail.pl>",
                List.of("<earlier@allegromail.pl>", "<question@allegromail.pl>"),
                Instant.parse("2026-11-23T17:00:00Z"));
    }

    protected static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(A_WHILE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private Login stranger() {
        return new Login(seller().user(), new Secret("wrong"));
    }
}
