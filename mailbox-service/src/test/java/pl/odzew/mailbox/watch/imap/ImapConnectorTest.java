package pl.odzew.mailbox.watch.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.NoGoogle;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.tls.MailTls;
import pl.odzew.mailbox.connection.tls.ScriptedServer;
import pl.odzew.mailbox.connection.tls.ScriptedServer.Line;
import pl.odzew.mailbox.connection.tls.TestCertificate;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.watch.MailConnection;
import pl.odzew.mailbox.watch.MailConnection.FolderState;
import pl.odzew.mailbox.watch.MailConnection.IdleEnd;
import pl.odzew.mailbox.watch.MailConnectionException;
import pl.odzew.mailbox.watch.MailConnectionException.Code;
import pl.odzew.mailbox.watch.MailConnector.Opening;

/// What Gmail and broken servers say and do that no server says on demand.
class ImapConnectorTest {

    /// A name by which our server is reached, but that its certificate does not hold.
    private static final String OTHER_NAME = "imap.stranger.example";

    private static final Duration HASTE = Duration.ofSeconds(1);
    private static final String GMAIL = "* OK Gimap ready for requests from 192.0.2.1 x1";
    private static final String BEFORE = "* CAPABILITY IMAP4rev1 UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN"
            + " X-GM-EXT-1 XYZZY SASL-IR AUTH=XOAUTH2 AUTH=PLAIN AUTH=PLAIN-CLIENTTOKEN AUTH=OAUTHBEARER";
    private static final String AFTER = "* CAPABILITY IMAP4rev1 UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN"
            + " X-GM-EXT-1 UIDPLUS ENABLE MOVE CONDSTORE ESEARCH UTF8=ACCEPT LIST-EXTENDED SPECIAL-USE";
    private static final Login ANNA = new Login("anna@gmail.com", new Secret("abcdefghijklmnop"));

    private static Vertx vertx;

    private ScriptedServer server;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx(new VertxOptions()
                .setAddressResolverOptions(new AddressResolverOptions()
                        .setHostsValue(Buffer.buffer("127.0.0.1 localhost\n127.0.0.1 " + OTHER_NAME + "\n"))));
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    @AfterEach
    void closeServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void googlesOwnWordsComeWithTheLinkThatStandsBeforeThem() {
        // Given
        serve(line -> {
            String tag = greetAsGmail(line);
            line.say("* NO [WEBALERT https://accounts.google.com/signin/continue?plt=x] Web login required.");
            line.say(
                    tag + " NO [ALERT] Please log in via your web browser: https://support.google.com/78754 (Failure)");
            line.hang();
        });

        // When
        Opening opening = open();

        // Then
        assertThat(refusalOf(opening))
                .containsExactly(
                        "* NO [WEBALERT https://accounts.google.com/signin/continue?plt=x] Web login required.",
                        "NO [ALERT] Please log in via your web browser: https://support.google.com/78754 (Failure)");
    }

    @Test
    void oneMechanismIsTriedAndNothingAfterItsRefusal() {
        // Given
        serve(line -> {
            line.say(greetAsGmail(line) + " NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)");
            line.hang();
        });

        // When
        open();

        // Then
        String token = Base64.getEncoder()
                .encodeToString("\0anna@gmail.com\0abcdefghijklmnop".getBytes(StandardCharsets.UTF_8));
        assertThat(server.heard()).containsExactly("A1 CAPABILITY", "A2 AUTHENTICATE PLAIN " + token);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aServerThatTakesNoPasswordsAnyMoreHasRefusedWithoutHearingOne() {
        // Given
        serve(line -> {
            line.say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 LOGINDISABLED] Gimap ready");
            line.hang();
        });

        // When
        Opening opening = open();

        // Then
        assertThat(refusalOf(opening)).containsExactly("* CAPABILITY AUTH=XOAUTH2 IMAP4REV1 LOGINDISABLED SASL-IR");
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void aServerThatTakesLeaveInsteadOfAnsweringHasRefused() {
        // Given
        serve(line -> {
            greetAsGmail(line);
            line.say("* BYE [OVERQUOTA] Account exceeded command or bandwidth limits.");
        });

        // When
        Opening opening = open();

        // Then
        assertThat(refusalOf(opening))
                .containsExactly("* BYE [OVERQUOTA] Account exceeded command or bandwidth limits.");
    }

    @Test
    void aServerThatGreetsWithGoodbyeHasRefused() {
        // Given
        serve(line -> line.say("* BYE Too many connections from your address").hang());

        // When
        Opening opening = open();

        // Then
        assertThat(refusalOf(opening)).containsExactly("* BYE Too many connections from your address");
    }

    @Test
    void aChallengeThatWeCannotAnswerIsGivenUpAndKept() {
        // Given
        serve(line -> {
            String tag = greetAsGmail(line);
            line.say("+ eyJzdGF0dXMiOiI0MDEifQ==").hearUntil("*");
            line.say(tag + " NO SASL authentication failed");
            line.hang();
        });

        // When
        Opening opening = open();

        // Then
        assertThat(refusalOf(opening)).containsExactly("+ eyJzdGF0dXMiOiI0MDEifQ==", "NO SASL authentication failed");
    }

    @Test
    void withoutInitialResponsesThePasswordWaitsUntilItIsAskedFor() {
        // Given
        serve(line -> {
            line.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN IDLE] ready");
            String tag = line.hearTag();
            line.say("+ ").hear();
            line.say(tag + " OK [CAPABILITY IMAP4rev1 IDLE] in");
            line.hang();
        });

        // When
        Opening opening = open();

        // Then
        assertThat(opening).isInstanceOf(Opening.Open.class);
        assertThat(server.heard()).startsWith("A1 AUTHENTICATE PLAIN").hasSize(2);
    }

    @Test
    void whoWillNotHearOurNameIsServedAllTheSame() {
        // Given
        serve(line -> {
            line.say(AFTER, greetAsGmail(line) + " OK anna@gmail.com authenticated (Success)");
            line.say(line.hearTag() + " BAD unknown command");
            line.hang();
        });

        // When
        Opening opening = open();

        // Then
        assertThat(opening).isInstanceOf(Opening.Open.class);
        assertThat(server.heard().getLast())
                .startsWith("A3 ID (\"name\" \"Odzew\"")
                .contains("admin@odzew.example");
    }

    @Test
    void aServerThatSaysNothingIsUnreachableInGoodTime() {
        // Given
        serve(Line::hang);

        // When
        Opening opening = open();

        // Then
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Unreachable.class,
                        unreachable -> assertThat(unreachable.what()).contains("greeting"));
    }

    @Test
    void aServerThatHangsUpDuringTheLoginHasSaidNothingAboutThePassword() {
        // Given
        serve(ImapConnectorTest::greetAsGmail);

        // When
        Opening opening = open();

        // Then
        assertThat(opening).isInstanceOf(Opening.Unreachable.class);
    }

    @Test
    void whoIsNoImapServerIsUnreachable() {
        // Given
        serve(line -> line.say("HTTP/1.1 400 Bad Request").hang());

        // When
        Opening opening = open();

        // Then
        assertThat(opening).isInstanceOf(Opening.Unreachable.class);
    }

    @Test
    void whereNobodyListensIsUnreachable() {
        // Given
        serve(Line::hang);
        server.close();

        // When
        Opening opening = open();

        // Then
        assertThat(opening).isInstanceOf(Opening.Unreachable.class);
    }

    @Test
    void anUnknownCertificateIsNotTrusted() {
        // Given
        serve(ImapConnectorTest::letIn);

        // When
        Opening opening = open(TestCertificate.trustingNothing(), "localhost");

        // Then
        assertThat(opening).isInstanceOf(Opening.Unreachable.class);
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void aCertificateForAnotherHostIsNotTrusted() {
        // Given
        serve(ImapConnectorTest::letIn);

        // When
        Opening opening = open(TestCertificate.trusted(), OTHER_NAME);

        // Then
        assertThat(opening).isInstanceOf(Opening.Unreachable.class);
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void anArrivalAnnouncedInsideAnotherAnswerEndsTheNextIdleAtOnce() {
        // Given
        serve(line -> {
            letIn(line);
            openInbox(line, 1);
            String fetch = line.hearTag();
            line.say("* 1 FETCH (UID 1 BODY[]<0> {2}", "ab)", "* 2 EXISTS", fetch + " OK done");
            line.hang();
        });
        MailConnection connection = opened();
        await(connection.examine("INBOX"));
        await(connection.fetch(List.of(new Uid(1)), 100));

        // When
        IdleEnd end = await(connection.idle(Duration.ofMinutes(9)));

        // Then
        assertThat(end).isEqualTo(IdleEnd.ARRIVED);
        assertThat(server.heard()).noneMatch(line -> line.endsWith("IDLE"));
    }

    @Test
    void anArrivalThatASearchHasSeenIsNoneAnyMore() {
        // Given
        serve(line -> {
            letIn(line);
            openInbox(line, 1);
            String noop = line.hearTag();
            line.say("* 2 EXISTS", noop + " OK done");
            String search = line.hearTag();
            line.say("* SEARCH 1 2", search + " OK done");
            String idle = line.hearTag();
            line.say("+ idling").hearUntil("DONE");
            line.say(idle + " OK done");
            line.hang();
        });
        MailConnection connection = opened();
        await(connection.examine("INBOX"));
        await(connection.sentFolder());
        assertThat(await(connection.uidsFrom(new Uid(1)))).hasSize(2);

        // When
        IdleEnd end = await(connection.idle(Duration.ofMillis(200)));

        // Then
        assertThat(end).isEqualTo(IdleEnd.RENEW);
    }

    @Test
    void twoAnswersForOneMailAreOneMail() {
        // Given
        serve(line -> {
            letIn(line);
            openInbox(line, 1);
            String fetch = line.hearTag();
            line.say("* 1 FETCH (UID 7 X-GM-MSGID 1278455344230334865 X-GM-THRID 1266894439832287888)");
            line.say("* 1 FETCH (UID 7 RFC822.SIZE 9 INTERNALDATE \" 3-Nov-2026 10:15:30 +0100\" BODY[]<0> {4}");
            line.say("a: b)", "* 1 FETCH (FLAGS (\\Seen))", "* 2 FETCH (UID 8 FLAGS (\\Seen))", fetch + " OK done");
            line.hang();
        });
        MailConnection connection = opened();
        await(connection.examine("INBOX"));

        // When
        List<RawMail> mails = await(connection.fetch(List.of(new Uid(7)), 4));

        // Then
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.gmailMessageId()).isEqualTo("1278455344230334865");
            assertThat(mail.gmailThreadId()).isEqualTo("1266894439832287888");
            assertThat(mail.receivedAt()).isEqualTo(Instant.parse("2026-11-03T09:15:30Z"));
            assertThat(mail.cut()).isTrue();
            assertThat(mail.bytes()).hasSize(4);
        });
        assertThat(server.heard().getLast())
                .endsWith("UID FETCH 7 (UID INTERNALDATE RFC822.SIZE X-GM-MSGID X-GM-THRID BODY.PEEK[]<0.4>)");
    }

    @Test
    void goodbyeInTheMiddleIsTheServersWord() {
        // Given
        serve(line -> {
            letIn(line);
            openInbox(line, 1);
            line.hear();
            line.say("+ idling", "* BYE Session expired, please login again.");
        });
        MailConnection connection = opened();
        await(connection.examine("INBOX"));

        // When
        CompletionStage<IdleEnd> idle = connection.idle(Duration.ofMinutes(9));

        // Then
        assertFails(idle, Code.SERVER_CLOSED, "* BYE Session expired, please login again.");
    }

    @Test
    void aHalfAnswerThatNeverGoesOnIsALostConnection() {
        // Given
        serve(line -> {
            letIn(line);
            openInbox(line, 1);
            line.hear();
            line.sayRaw("* 1 FETCH (UID 1 BODY[]<0> {2000}\r\nSubject: half").hang();
        });
        MailConnection connection = opened();
        await(connection.examine("INBOX"));

        // When
        CompletionStage<List<RawMail>> fetch = connection.fetch(List.of(new Uid(1)), 4_000);

        // Then
        assertFails(fetch, Code.CONNECTION_LOST, "no answer in time");
        assertFails(connection.uidsFrom(new Uid(1)), Code.CONNECTION_LOST, "no answer in time");
    }

    @Test
    void moreThanWasAskedForIsAViolation() {
        // Given
        serve(line -> {
            letIn(line);
            openInbox(line, 1);
            line.hear();
            line.say("* 1 FETCH (UID 1 BODY[]<0> {9000000}").hang();
        });
        MailConnection connection = opened();
        await(connection.examine("INBOX"));

        // When
        CompletionStage<List<RawMail>> fetch = connection.fetch(List.of(new Uid(1)), 4_000);

        // Then
        assertFails(fetch, Code.PROTOCOL_VIOLATED, "a literal is larger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967296", "99999999999999999999", "1 two", "(1)"})
    void aNumberThatIsNoUidIsAViolationAndNotAWaitForEver(String uids) {
        // Given
        serve(line -> {
            letIn(line);
            openInbox(line, 1);
            String search = line.hearTag();
            line.say("* SEARCH " + uids, search + " OK SEARCH completed (Success)");
            line.hear();
        });
        MailConnection connection = opened();
        await(connection.examine("INBOX"));

        // Then
        assertFails(connection.uidsFrom(new Uid(1)), Code.PROTOCOL_VIOLATED, "");
    }

    @Test
    void whereTheServerCannotAnnounceItIsAsked() {
        // Given
        serve(line -> {
            line.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready");
            line.say(line.hearTag() + " OK [CAPABILITY IMAP4rev1] in");
            openInbox(line, 1);
            line.say(line.hearTag() + " OK nothing");
            String second = line.hearTag();
            line.say("* 2 EXISTS", second + " OK done");
            line.hang();
        });
        MailConnection connection = opened();
        await(connection.examine("INBOX"));

        // When
        IdleEnd end = await(connection.idle(Duration.ofMinutes(9)));

        // Then
        assertThat(end).isEqualTo(IdleEnd.ARRIVED);
        assertThat(server.heard()).endsWith("A3 NOOP", "A4 NOOP");
    }

    @Test
    void theSentFolderIsFoundByItsUseWhateverItsName() {
        // Given
        serve(line -> {
            letIn(line);
            String list = line.hearTag();
            line.say(
                    "* LIST (\\HasNoChildren) \"/\" \"INBOX\"",
                    "* LIST (\\HasNoChildren) \"/\" \"Sent\"",
                    "* LIST (\\HasNoChildren \\Sent) \"/\" \"[Gmail]/Wys&AUI-ane\"",
                    list + " OK Success");
            String examine = line.hearTag();
            line.say("* 0 EXISTS", "* OK [UIDVALIDITY 3] x", "* OK [UIDNEXT 1] x", examine + " OK [READ-ONLY]");
            line.hang();
        });
        MailConnection connection = opened();

        // When
        String sent = await(connection.sentFolder());
        FolderState state = await(connection.examine(sent));

        // Then
        assertThat(sent).isEqualTo("[Gmail]/Wysłane");
        assertThat(state.uidNext()).isEqualTo(new Uid(1));
        assertThat(server.heard())
                .contains("A4 LIST \"\" \"*\" RETURN (SPECIAL-USE)", "A5 EXAMINE \"[Gmail]/Wys&AUI-ane\"");
    }

    @Test
    void callsAreAnsweredInTheirOrder() {
        // Given
        serve(line -> {
            letIn(line);
            openInbox(line, 3);
            String first = line.hearTag();
            line.say("* SEARCH 1", first + " OK done");
            String second = line.hearTag();
            line.say("* SEARCH 3 2", second + " OK done");
            line.hang();
        });
        MailConnection connection = opened();

        // When
        connection.examine("INBOX");
        CompletionStage<List<Uid>> first = connection.uidsFrom(new Uid(1));
        CompletionStage<List<Uid>> second = connection.uidsFrom(new Uid(2));

        // Then
        assertThat(await(second)).containsExactly(new Uid(2), new Uid(3));
        assertThat(first.toCompletableFuture()).isCompletedWithValue(List.of(new Uid(1)));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aNetworkThatIsLostWithoutAWordIsNoticedWithinAMinute() throws IOException {
        // Given
        serve(line -> {
            letIn(line);
            line.hearTag();
        });

        // When
        MailConnection connection = opened();

        // Then
        Awaitility.await().until(() -> secondsToProbe(server.port()) > 0);
        assertThat(secondsToProbe(server.port())).isLessThanOrEqualTo(20);
        connection.close();
    }

    /// When the system will ask whether the other end is still there, as it says itself (`proc_net_tcp(5)`,
    /// timer 2); negative where it will not.
    private static double secondsToProbe(int port) throws IOException {
        String remote = ":%04X".formatted(port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String row : Files.readAllLines(Path.of(table))) {
                String[] fields = row.strip().split("\\s+");
                if (fields[2].endsWith(remote) && fields[5].startsWith("02:")) {
                    return Long.parseLong(fields[5].substring(3), 16) / 100.0;
                }
            }
        }
        return -1;
    }

    private void serve(ScriptedServer.Script script) {
        server = ScriptedServer.withTls(script);
    }

    /// Says what Gmail says until the password has come; gives the tag that waits for its answer.
    private static String greetAsGmail(Line line) throws IOException {
        line.say(GMAIL);
        line.say(BEFORE, line.hearTag() + " OK Thats all she wrote! x1");
        return line.hearTag();
    }

    /// As Gmail, up to a connection that is signed in and introduced.
    private static void letIn(Line line) throws IOException {
        line.say(AFTER, greetAsGmail(line) + " OK anna@gmail.com authenticated (Success)");
        String id = line.hearTag();
        line.say("* ID (\"name\" \"GImap\" \"vendor\" \"Google, Inc.\")", id + " OK Success");
    }

    private static void openInbox(Line line, int mails) throws IOException {
        String tag = line.hearTag();
        line.say(
                "* FLAGS (\\Answered \\Flagged \\Draft \\Deleted \\Seen $NotPhishing $Phishing)",
                "* OK [PERMANENTFLAGS ()] Flags permitted.",
                "* OK [UIDVALIDITY 1] UIDs valid.",
                "* " + mails + " EXISTS",
                "* 0 RECENT",
                "* OK [UIDNEXT " + (mails + 1) + "] Predicted next UID.",
                "* OK [HIGHESTMODSEQ 1234]",
                tag + " OK [READ-ONLY] INBOX selected. (Success)");
    }

    private Opening open() {
        return open(TestCertificate.trusted(), "localhost");
    }

    private Opening open(MailTls tls, String host) {
        ImapConnector connector = new ImapConnector(
                vertx, tls, NoGoogle.tokens(), ImapConnector.hasty(HASTE), Optional.of("admin@odzew.example"));
        return await(connector.open(new ServerAddress(host, server.port(), ServerAddress.Security.TLS), ANNA));
    }

    private MailConnection opened() {
        return ((Opening.Open) open()).connection();
    }

    private static List<String> refusalOf(Opening opening) {
        assertThat(opening).isInstanceOf(Opening.Refused.class);
        return ((Opening.Refused) opening).refusal().lines();
    }

    private static void assertFails(CompletionStage<?> stage, Code code, String words) {
        assertThatThrownBy(() -> await(stage))
                .hasCauseInstanceOf(MailConnectionException.class)
                .satisfies(e -> {
                    assertThat(((MailConnectionException) e.getCause()).code()).isEqualTo(code);
                    assertThat(e.getCause().getMessage()).contains(words);
                });
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
