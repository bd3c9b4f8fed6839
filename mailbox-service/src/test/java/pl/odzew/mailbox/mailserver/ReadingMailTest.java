package pl.odzew.mailbox.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.odzew.mailbox.mailserver.letters.Buyer;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.Protocol;
import pl.odzew.mailbox.mailserver.post.StoredMail;

/// IMAP as a client sees it on the wire.
class ReadingMailTest {

    private static final String ANNA = "anna@gmail.com";

    private final MailServer server = MailServer.start();
    private final Account anna = server.account(ANNA, "secret");
    private final Buyer jan = Buyer.jan();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void greetsAndAnnouncesCapabilitiesAsGmailDoes() {
        try (RawClient client = RawClient.imap(server)) {
            assertThat(client.ask("A CAPABILITY"))
                    .containsExactly(
                            "* CAPABILITY IMAP4rev1 UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN X-GM-EXT-1 XYZZY SASL-IR"
                                    + " AUTH=XOAUTH2 AUTH=PLAIN AUTH=PLAIN-CLIENTTOKEN AUTH=OAUTHBEARER AUTH=XOAUTH",
                            "A OK Success");
            List<String> login = client.ask("B LOGIN anna@gmail.com secret");
            assertThat(login.getFirst()).startsWith("* CAPABILITY ").contains("LITERAL-", "SPECIAL-USE");
            assertThat(login.getLast()).isEqualTo("B OK anna@gmail.com authenticated (Success)");
        }
    }

    @Test
    void takesTheCredentialInEveryForm() {
        try (RawClient quoted = RawClient.imap(server);
                RawClient literal = RawClient.imap(server);
                RawClient unasked = RawClient.imap(server);
                RawClient initial = RawClient.imap(server);
                RawClient challenged = RawClient.imap(server)) {
            assertThat(quoted.ask("A LOGIN \"anna@gmail.com\" \"secret\""))
                    .last()
                    .asString()
                    .startsWith("A OK");
            assertThat(literal.say("A LOGIN {14}").hear()).startsWith("+ ");
            assertThat(literal.say("anna@gmail.com {6}").hear()).startsWith("+ ");
            assertThat(literal.say("secret").hearUpTo("A ")).last().asString().startsWith("A OK");
            assertThat(unasked.say("A LOGIN {14+}")
                            .say("anna@gmail.com {6+}")
                            .say("secret")
                            .hearUpTo("A "))
                    .last()
                    .asString()
                    .startsWith("A OK");
            String plain = RawClient.base64("\0anna@gmail.com\0secret");
            assertThat(initial.ask("A AUTHENTICATE PLAIN " + plain))
                    .last()
                    .asString()
                    .startsWith("A OK");
            assertThat(challenged.say("A AUTHENTICATE PLAIN").hear()).isEqualTo("+");
            assertThat(challenged.say(plain).hearUpTo("A ")).last().asString().startsWith("A OK");
            assertThat(anna.openConnections(Protocol.IMAP)).isEqualTo(5);
        }
        await().until(() -> anna.openConnections() == 0);
    }

    @Test
    void namesThePolishSentFolder() {
        try (RawClient client = RawClient.signedIn(server, ANNA, "secret")) {
            assertThat(client.ask("A LIST \"\" \"*\" RETURN (SPECIAL-USE)"))
                    .contains(
                            "* LIST (\\HasNoChildren) \"/\" \"INBOX\"",
                            "* LIST (\\HasNoChildren \\Sent) \"/\" \"[Gmail]/Wys&AUI-ane\"");
            assertThat(client.ask("B LIST (SPECIAL-USE) \"\" \"*\""))
                    .doesNotContain("* LIST (\\HasNoChildren) \"/\" \"INBOX\"");
            assertThat(client.ask("C LIST \"\" \"%\"")).hasSize(3);
            assertThat(client.ask("D EXAMINE \"[Gmail]/Wys&AUI-ane\""))
                    .last()
                    .asString()
                    .startsWith("D OK [READ-ONLY]");
            assertThat(client.ask("E EXAMINE Sent"))
                    .containsExactly("E NO [NONEXISTENT] Unknown Mailbox: Sent (Failure)");
        }
    }

    @Test
    void answersASearchBeyondTheLastUidWithTheLastMail() {
        // Given
        server.deliver(ANNA, jan.writesTo(ANNA, "cub1").plain());
        server.deliver(ANNA, jan.writesTo(ANNA, "cub2").plain());
        try (RawClient client = RawClient.signedIn(server, ANNA, "secret")) {
            client.ask("A EXAMINE INBOX");

            // When
            List<String> found = client.ask("B UID SEARCH UID 77:*");

            // Then
            assertThat(found.getFirst()).isEqualTo("* SEARCH 2");
        }
    }

    @Test
    void searchesByWhatOurReadersAskFor() {
        // Given
        StoredMail first = server.deliver(
                ANNA,
                jan.writesTo(ANNA, "cub1")
                        .about("Zgłoszenie")
                        .withMessageId("<one@allegromail.pl>")
                        .plain());
        server.deliver(ANNA, Buyer.somebody().writesTo(ANNA, "cub2").plain());
        StoredMail answer = server.deliver(
                ANNA,
                jan.writesTo(ANNA, "cub1").answering("<one@allegromail.pl>").plain());
        String today = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.US).format(LocalDate.now(ZoneOffset.UTC));
        try (RawClient client = RawClient.signedIn(server, ANNA, "secret")) {
            client.ask("A EXAMINE INBOX");

            // Then
            assertThat(found(client, "HEADER Message-ID <one@allegromail.pl>")).isEqualTo("1");
            assertThat(found(client, "HEADER \"Message-ID\" {5+}\r\n<one@ SINCE " + today))
                    .isEqualTo("1");
            assertThat(found(client, "BEFORE " + today)).isEmpty();
            assertThat(found(client, "SUBJECT {11+}\r\nzgłoszenie")).isEqualTo("1");
            assertThat(found(client, "NOT FROM 8awgqyk6a5")).isEqualTo("2");
            assertThat(found(client, "OR UID 2 HEADER In-Reply-To \"\"")).isEqualTo("2 3");
            assertThat(found(client, "X-GM-THRID " + first.gmailThreadId())).isEqualTo("1 3");
            assertThat(found(client, "X-GM-MSGID " + answer.gmailMessageId())).isEqualTo("3");
            assertThat(client.ask("Z UID SEARCH FROBNICATE")).containsExactly("Z BAD Unknown search key: FROBNICATE");
        }
    }

    private static String found(RawClient client, String keys) {
        return client.ask("S UID SEARCH " + keys)
                .getFirst()
                .replace("* SEARCH", "")
                .strip();
    }

    @Test
    void fetchesPartsOfAMail() {
        // Given
        StoredMail mail = server.deliver(ANNA, jan.writesTo(ANNA, "cub1").plain());
        try (RawClient client = RawClient.signedIn(server, ANNA, "secret")) {
            client.ask("A SELECT INBOX");

            // When
            List<String> fields =
                    client.ask("B UID FETCH 1 (X-GM-MSGID X-GM-THRID BODY.PEEK[HEADER.FIELDS (\"From\" to)] FLAGS)");
            List<String> partial = client.ask("C UID FETCH 1 BODY.PEEK[]<0.13>");

            // Then
            assertThat(fields.getFirst())
                    .startsWith("* 1 FETCH (UID 1 X-GM-MSGID " + mail.gmailMessageId() + " X-GM-THRID "
                            + mail.gmailThreadId() + " BODY[HEADER.FIELDS (\"From\" to)] {");
            assertThat(fields)
                    .containsSequence(
                            "From: \"Jan K.\" <8awgqyk6a5+cub1@allegromail.pl>",
                            "To: anna@gmail.com",
                            "",
                            " FLAGS ())");
            assertThat(partial).containsExactly("* 1 FETCH (UID 1 BODY[]<0> {13}", "Delivered-To:)", "C OK Success");
            client.ask("D UID FETCH 1 BODY[]");
            assertThat(client.ask("E UID FETCH 1 FLAGS").getFirst()).isEqualTo("* 1 FETCH (UID 1 FLAGS (\\Seen))");
        }
    }

    @Test
    void announcesAtOnceWhatComesAndGoesWhileAClientIdles() {
        try (RawClient client = RawClient.signedIn(server, ANNA, "secret")) {
            // Given
            client.ask("A EXAMINE INBOX");
            assertThat(client.say("B IDLE").hear()).isEqualTo("+ idling");

            // When
            server.deliver(ANNA, jan.writesTo(ANNA, "cub1").plain());

            // Then
            assertThat(client.hear()).isEqualTo("* 1 EXISTS");
            anna.remove(Folder.INBOX, 1);
            assertThat(client.hear()).isEqualTo("* 1 EXPUNGE");
            assertThat(client.say("DONE").hear()).isEqualTo("B OK IDLE terminated (Success)");
        }
    }

    @Test
    void announcesBeforeIdleWhatCameJustBeforeIt() {
        try (RawClient client = RawClient.signedIn(server, ANNA, "secret")) {
            client.ask("A EXAMINE INBOX");
            server.deliver(ANNA, jan.writesTo(ANNA, "cub1").plain());
            assertThat(client.say("B IDLE").hear()).isEqualTo("+ idling");
            assertThat(client.hear()).isEqualTo("* 1 EXISTS");
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        try (RawClient client = RawClient.imap(server)) {
            assertThat(client.ask("A FROBNICATE")).containsExactly("A BAD Unknown command FROBNICATE");
            assertThat(client.ask("B EXAMINE INBOX")).containsExactly("B BAD Not signed in: EXAMINE");
            assertThat(client.ask("C LOGIN \"anna")).containsExactly("C BAD Unbalanced quotes");
            assertThat(client.ask("D LOGIN")).containsExactly("D BAD Missing argument to LOGIN");
            assertThat(client.ask("E LOGOUT")).containsExactly("* BYE LOGOUT Requested", "E OK 73 good day (Success)");
            assertThat(client.isCut()).isTrue();
        }
    }

    @Test
    void givesNewNumbersWhenTheFolderIsRenumbered() {
        // Given
        server.deliver(ANNA, jan.writesTo(ANNA, "cub1").plain());
        anna.remove(Folder.INBOX, 1);
        StoredMail second = server.deliver(ANNA, jan.writesTo(ANNA, "cub2").plain());
        long before = anna.numbering(Folder.INBOX).uidValidity();

        // When
        anna.renumber(Folder.INBOX);

        // Then
        assertThat(second.uidIn(Folder.INBOX)).isEqualTo(2);
        assertThat(anna.mails(Folder.INBOX).getFirst().uidIn(Folder.INBOX)).isEqualTo(1);
        assertThat(anna.numbering(Folder.INBOX).uidValidity()).isGreaterThan(before);
    }
}
