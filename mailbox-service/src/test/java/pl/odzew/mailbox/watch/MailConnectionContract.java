package pl.odzew.mailbox.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.watch.MailConnection.FolderState;
import pl.odzew.mailbox.watch.MailConnection.IdleEnd;
import pl.odzew.mailbox.watch.MailConnector.Opening;

/// What every [MailConnector] promises, whatever the server behind it.
public abstract class MailConnectionContract {

    protected static final String FROM_A_BUYER = """
            From: Jan <8awgqyk6a5+cub31c122@allegromail.pl>
            To: anna@gmail.com
            Subject: Pytanie
            Message-ID: <%s@allegromail.pl>

            Czy to jest dostępne?
            """;

    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private MailConnection connection;

    /// What is tested.
    protected abstract MailConnector connector();

    protected abstract ServerAddress server();

    /// An account that the server knows, with empty folders.
    protected abstract Login seller();

    /// A mail comes to the seller's INBOX.
    protected abstract void deliver(String mail);

    /// A mail is filed into the seller's Sent folder.
    protected abstract void fileIntoSent(String mail);

    /// The network or the server takes every connection away.
    protected abstract void dropConnections();

    /// The same account, with a password that every client can say.
    protected Login sellerInAscii() {
        return seller();
    }

    /// Whether it is a server that other clients can reach.
    protected boolean isOnTheWire() {
        return true;
    }

    @AfterEach
    void leave() {
        if (connection != null) {
            connection.close();
        }
    }

    @Test
    void aWrongPasswordIsRefusedInTheServersOwnWords() {
        // When
        Opening opening = await(connector().open(server(), new Login(seller().user(), new Secret("wrong"))));

        // Then
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Refused.class,
                        refused -> assertThat(refused.refusal().lines().getLast())
                                .startsWith("NO ")
                                .doesNotContain("wrong"));
    }

    @Test
    void anOpenedFolderTellsWhichUidComesNext() {
        // Given
        deliver(FROM_A_BUYER.formatted("first"));
        FolderState before = await(open().examine("INBOX"));

        // When
        deliver(FROM_A_BUYER.formatted("second"));
        // A search sees what was announced, and the announcement may come with its own answer.
        List<Uid> uids = Awaitility.await()
                .atMost(A_WHILE)
                .until(() -> await(connection.uidsFrom(before.uidNext())), found -> !found.isEmpty());

        // Then
        assertThat(uids).hasSize(1).allMatch(uid -> uid.compareTo(before.uidNext()) >= 0);
        assertThat(before.exists()).isEqualTo(1);
    }

    @Test
    void aSearchPastTheLastMailFindsNothing() {
        // Given
        deliver(FROM_A_BUYER.formatted("only"));
        FolderState state = await(open().examine("INBOX"));

        // When
        List<Uid> uids = await(connection.uidsFrom(state.uidNext()));

        // Then
        assertThat(uids).isEmpty();
    }

    @Test
    void mailsComeWholeWithTheTimeOfTheirArrival() {
        // Given
        deliver(FROM_A_BUYER.formatted("first"));
        deliver(FROM_A_BUYER.formatted("second"));
        await(open().examine("INBOX"));
        List<Uid> uids = await(connection.uidsFrom(new Uid(1)));

        // When
        List<RawMail> mails = await(connection.fetch(uids, 100_000));

        // Then
        assertThat(mails).extracting(RawMail::uid).containsExactlyInAnyOrderElementsOf(uids);
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.cut()).isFalse();
            assertThat(text(mail)).contains("Subject: Pytanie").contains("Czy to jest dostępne?");
            assertThat(mail.receivedAt()).isAfter(Instant.EPOCH);
        });
    }

    @Test
    void aLongMailComesCutAndSaysSo() {
        // Given
        deliver(FROM_A_BUYER.formatted("long") + "x".repeat(70).concat("\n").repeat(500));
        await(open().examine("INBOX"));
        List<Uid> uids = await(connection.uidsFrom(new Uid(1)));

        // When
        List<RawMail> mails = await(connection.fetch(uids, 1_000));

        // Then
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.cut()).isTrue();
            assertThat(mail.bytes()).hasSize(1_000);
        });
    }

    @Test
    void headersComeWithoutTheBody() {
        // Given
        deliver(FROM_A_BUYER.formatted("first"));
        await(open().examine("INBOX"));
        List<Uid> uids = await(connection.uidsFrom(new Uid(1)));

        // When
        List<RawMail> mails = await(connection.fetchHeaders(uids));

        // Then
        assertThat(mails)
                .singleElement()
                .satisfies(mail ->
                        assertThat(text(mail)).contains("Subject: Pytanie").doesNotContain("Czy to jest"));
    }

    @Test
    void aMailThatIsGoneIsLeftOut() {
        // Given
        deliver(FROM_A_BUYER.formatted("first"));
        FolderState state = await(open().examine("INBOX"));
        List<Uid> uids = await(connection.uidsFrom(new Uid(1)));

        // When
        List<RawMail> mails =
                await(connection.fetch(List.of(uids.getFirst(), state.uidNext().next()), 100_000));

        // Then
        assertThat(mails).extracting(RawMail::uid).containsExactly(uids.getFirst());
    }

    @Test
    void fetchingNothingNeedsNoServer() {
        // Given
        await(open().examine("INBOX"));

        // When
        List<RawMail> mails = await(connection.fetch(List.of(), 100_000));

        // Then
        assertThat(mails).isEmpty();
    }

    @Test
    void aSentReplyIsFoundByItsMessageId() {
        // Given
        fileIntoSent(FROM_A_BUYER.formatted("other"));
        fileIntoSent(FROM_A_BUYER.formatted("odzew.7"));
        String sent = await(open().sentFolder());
        await(connection.examine(sent));

        // When
        List<Uid> found = await(connection.uidsWithHeader(
                "Message-ID", "<odzew.7@allegromail.pl>", Instant.now().minus(Duration.ofHours(1))));

        // Then
        assertThat(found).hasSize(1);
        assertThat(await(connection.fetchHeaders(found)))
                .singleElement()
                .satisfies(mail -> assertThat(text(mail)).contains("odzew.7"));
    }

    @Test
    void idlingEndsWhenAMailArrives() {
        // Given
        await(open().examine("INBOX"));
        CompletionStage<IdleEnd> idle = connection.idle(A_WHILE);

        // When
        Awaitility.await().atMost(A_WHILE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            // GreenMail overlooks a mail that comes just when it begins to idle: then the next one is noticed.
            deliver(FROM_A_BUYER.formatted("new"));
            return await(soon(idle));
        });

        // Then
        assertThat(await(idle)).isEqualTo(IdleEnd.ARRIVED);
        assertThat(await(connection.uidsFrom(new Uid(1)))).isNotEmpty();
    }

    @Test
    void idlingEndsWhenItsTimeIsOver() {
        // Given
        await(open().examine("INBOX"));

        // When
        IdleEnd end = await(connection.idle(Duration.ofMillis(300)));

        // Then
        assertThat(end).isEqualTo(IdleEnd.RENEW);
        assertThat(await(connection.uidsFrom(new Uid(1)))).isEmpty();
    }

    @Test
    void anotherCallEndsIdling() {
        // Given
        await(open().examine("INBOX"));
        CompletionStage<IdleEnd> idle = connection.idle(A_WHILE);

        // When
        List<Uid> uids = await(connection.uidsFrom(new Uid(1)));

        // Then
        assertThat(uids).isEmpty();
        assertThat(await(idle)).isEqualTo(IdleEnd.RENEW);
    }

    @Test
    void anotherFoldersStateIsToldWithoutOpeningIt() {
        // Given
        fileIntoSent(FROM_A_BUYER.formatted("sent"));
        deliver(FROM_A_BUYER.formatted("first"));
        deliver(FROM_A_BUYER.formatted("second"));
        String sent = await(open().sentFolder());
        FolderState opened = await(connection.examine(sent));
        await(connection.examine("INBOX"));

        // When
        FolderState state = await(connection.status(sent));

        // Then
        assertThat(state).isEqualTo(opened);
        assertThat(await(connection.uidsFrom(new Uid(1)))).hasSize(2);
    }

    @Test
    void anotherClientReadsTheSameInTheSameFolders() throws MessagingException, IOException {
        // Given
        assumeTrue(isOnTheWire(), "nobody else can read what is in memory");
        deliver(FROM_A_BUYER.formatted("first"));
        deliver(FROM_A_BUYER.formatted("second") + "Zażółć gęślą jaźń.\n\n.\n)\n{5}\n");
        deliver(FROM_A_BUYER.formatted("third") + "x".repeat(70).concat("\n").repeat(2_000));
        fileIntoSent(FROM_A_BUYER.formatted("odzew.7"));
        String sent = String.valueOf(await(open().sentFolder()));

        for (String folder : List.of("INBOX", sent)) {
            // When
            FolderState state = await(connection.examine(folder));
            List<Uid> uids = await(connection.uidsFrom(new Uid(1)));
            Map<Long, String> ours = await(connection.fetch(uids, 1_000_000)).stream()
                    .collect(
                            Collectors.toMap(mail -> mail.uid().value(), mail -> new String(mail.bytes(), ISO_8859_1)));
            List<Long> found = await(connection.uidsWithHeader("Message-ID", "odzew.7", Instant.now())).stream()
                    .map(Uid::value)
                    .toList();
            try (AngusReader angus = new AngusReader(server(), sellerInAscii())) {
                AngusReader.Contents theirs = angus.read(folder);

                // Then
                assertThat(state.uidValidity().value()).isEqualTo(theirs.uidValidity());
                assertThat(state.exists()).isEqualTo(theirs.mails().size());
                assertThat(ours).isEqualTo(theirs.mails()).isNotEmpty();
                assertThat(found).isEqualTo(angus.search(folder, "Message-ID", "odzew.7"));
            }
        }
    }

    @Test
    void aMissingFolderIsARefusedCommandAndLosesNothing() {
        // Given
        open();

        // When
        CompletionStage<FolderState> missing = connection.examine("No such folder");

        // Then
        assertThatThrownBy(() -> await(missing))
                .isInstanceOfSatisfying(
                        MailConnectionException.class,
                        e -> assertThat(e.code()).isEqualTo(MailConnectionException.Code.COMMAND_REFUSED));
        assertThat(await(connection.examine("INBOX")).exists()).isZero();
    }

    @Test
    void aLostConnectionFailsWhatIsUnderWayAndWhatComesAfter() {
        // Given
        await(open().examine("INBOX"));
        CompletionStage<IdleEnd> idle = connection.idle(A_WHILE);

        // When
        dropConnections();

        // Then
        assertThatThrownBy(() -> await(idle)).isInstanceOf(MailConnectionException.class);
        assertThatThrownBy(() -> await(connection.uidsFrom(new Uid(1)))).isInstanceOf(MailConnectionException.class);
    }

    @Test
    void whoTookLeaveIsGone() {
        // Given
        await(open().examine("INBOX"));

        // When
        await(connection.logout());

        // Then
        assertThatThrownBy(() -> await(connection.uidsFrom(new Uid(1))))
                .isInstanceOfSatisfying(
                        MailConnectionException.class,
                        e -> assertThat(e.code()).isEqualTo(MailConnectionException.Code.CONNECTION_LOST));
    }

    /// Signs in as the seller.
    protected final MailConnection open() {
        Opening opening = await(connector().open(server(), seller()));
        assertThat(opening).isInstanceOf(Opening.Open.class);
        connection = ((Opening.Open) opening).connection();
        return connection;
    }

    /// Waits for a stage as long as no real one should take; throws what it failed with.
    protected static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(A_WHILE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("no answer within " + A_WHILE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static CompletionStage<Boolean> soon(CompletionStage<?> stage) {
        return stage.thenApply(_ -> true).toCompletableFuture().completeOnTimeout(false, 1, TimeUnit.SECONDS);
    }

    private static String text(RawMail mail) {
        return new String(mail.bytes(), UTF_8);
    }
}
