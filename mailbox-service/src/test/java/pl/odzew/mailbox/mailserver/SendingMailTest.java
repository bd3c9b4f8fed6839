package pl.odzew.mailbox.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.OutsideMail;
import pl.odzew.mailbox.mailserver.post.StoredMail;
import pl.odzew.mailbox.mailserver.post.SubmissionFault;

/// SMTP as a client sees it on the wire, and what becomes of the mail.
class SendingMailTest {

    private static final String ANNA = "anna@gmail.com";
    private static final String JAN = "8awgqyk6a5+cub31c122@allegromail.pl";

    private final MailServer server = MailServer.start();
    private final Account anna = server.account(ANNA, "secret");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void filesAnAcceptedMailUnderSentAndLetsItOutWithItsMessageId() {
        // When
        try (RawClient client = RawClient.submitting(server, ANNA, "secret")) {
            assertThat(send(client, JAN)).startsWith("250 2.0.0 OK");
            assertThat(client.askSmtp("QUIT")).startsWith("221");
        }

        // Then
        OutsideMail out = server.outsideTo(JAN).getFirst();
        assertThat(out.from()).isEqualTo(ANNA);
        assertThat(out.content().text()).isEqualTo("Dzień dobry\r\n.kropka\r\n");
        StoredMail sent = anna.mails(Folder.SENT).getFirst();
        assertThat(sent.content().first("Message-ID")).contains("<reply-1@odzew>");
        try (RawClient imap = RawClient.signedIn(server, ANNA, "secret")) {
            imap.ask("A EXAMINE \"[Gmail]/Wys&AUI-ane\"");
            assertThat(imap.ask("B UID SEARCH HEADER X-Odzew-Reply 1").getFirst())
                    .isEqualTo("* SEARCH 1");
        }
    }

    @Test
    void deliversToALocalAccountWithGmailsVerdictOnTop() {
        // Given
        Account bartek = server.account("bartek@gmail.com", "secret");

        // When
        try (RawClient client = RawClient.submitting(server, ANNA, "secret")) {
            send(client, "bartek@gmail.com");
        }

        // Then
        StoredMail mail = bartek.mails(Folder.INBOX).getFirst();
        assertThat(mail.content().first("Return-Path")).contains("<anna@gmail.com>");
        assertThat(mail.content().first("Authentication-Results").orElseThrow())
                .startsWith("mx.google.com; ")
                .contains("dkim=pass header.i=@gmail.com", "spf=pass", "dmarc=pass", "header.from=gmail.com");
        assertThat(server.outside()).isEmpty();
    }

    @Test
    void takesNoMailFromStrangers() {
        try (RawClient client = RawClient.smtp(server)) {
            assertThat(client.askSmtp("MAIL FROM:<anna@gmail.com>")).startsWith("530-5.5.1 Authentication Required.");
            assertThat(client.askSmtp("AUTH LOGIN")).isEqualTo("334 " + RawClient.base64("Username:"));
            assertThat(client.askSmtp(RawClient.base64(ANNA))).isEqualTo("334 " + RawClient.base64("Password:"));
            assertThat(client.askSmtp(RawClient.base64("wrong")))
                    .startsWith("535-5.7.8 Username and Password not accepted.");
            assertThat(client.askSmtp("AUTH PLAIN " + RawClient.base64("\0anna@gmail.com\0secret")))
                    .startsWith("235 2.7.0");
            assertThat(client.askSmtp("RCPT TO:<jan@example.com>")).startsWith("503");
            assertThat(client.askSmtp("FROBNICATE")).startsWith("502 5.5.1");
        }
        assertThat(anna.logins()).extracting("accepted").containsExactly(false, true);
    }

    @Test
    void cutsBeforeItTookTheMail() {
        // Given
        anna.failNextSubmission(SubmissionFault.CUT_BEFORE_ACCEPTING);

        // When
        try (RawClient client = RawClient.submitting(server, ANNA, "secret")) {
            sayMail(client, JAN);
            assertThat(client.isCut()).isTrue();
        }

        // Then
        assertThat(server.outside()).isEmpty();
        assertThat(anna.mails(Folder.SENT)).isEmpty();
    }

    @Test
    void cutsAfterItTookTheMailAndNeverTells() {
        // Given
        anna.failNextSubmission(SubmissionFault.CUT_AFTER_ACCEPTING);

        // When
        try (RawClient client = RawClient.submitting(server, ANNA, "secret")) {
            sayMail(client, JAN);
            assertThat(client.isCut()).isTrue();
        }

        // Then
        assertThat(server.outsideTo(JAN)).hasSize(1);
        assertThat(anna.mails(Folder.SENT)).hasSize(1);
        try (RawClient client = RawClient.submitting(server, ANNA, "secret")) {
            assertThat(send(client, JAN)).startsWith("250");
        }
    }

    private static String send(RawClient client, String to) {
        sayMail(client, to);
        return String.join("\n", client.hearReply());
    }

    private static void sayMail(RawClient client, String to) {
        assertThat(client.askSmtp("MAIL FROM:<anna@gmail.com> SIZE=300")).startsWith("250 2.1.0");
        assertThat(client.askSmtp("RCPT TO:<" + to + ">")).startsWith("250 2.1.5");
        assertThat(client.askSmtp("DATA")).startsWith("354");
        List.of(
                        "From: <anna@gmail.com>",
                        "To: <" + to + ">",
                        "Subject: =?utf-8?q?Odpowied=C5=BA?=",
                        "Message-ID: <reply-1@odzew>",
                        "X-Odzew-Reply: 1",
                        "Content-Type: text/plain; charset=UTF-8",
                        "",
                        "Dzień dobry",
                        "..kropka",
                        ".")
                .forEach(client::say);
    }
}
