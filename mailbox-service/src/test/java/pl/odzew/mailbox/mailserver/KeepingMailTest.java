package pl.odzew.mailbox.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.odzew.mailbox.mailserver.letters.Buyer;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.Ledger;
import pl.odzew.mailbox.mailserver.post.LoginPolicy;
import pl.odzew.mailbox.mailserver.post.RefusalCase;
import pl.odzew.mailbox.mailserver.post.StoredMail;

/// What a data folder keeps over the end of a process, however it came.
class KeepingMailTest {

    private static final String ANNA = "anna@gmail.com";

    @TempDir
    Path folder;

    @Test
    void findsEverythingAgain() throws Exception {
        // Given
        StoredMail kept;
        Ledger.Numbering numbering;
        byte[] authority;
        try (MailServer server = MailServer.start(MailServer.Options.keptIn(folder))) {
            Account anna = server.account(ANNA, "secret");
            anna.createAppPassword("abcdefghijklmnop");
            anna.changePolicy(LoginPolicy.APP_PASSWORDS_ONLY);
            kept = server.deliver(ANNA, Buyer.jan().writesTo(ANNA, "cub1").plain());
            server.deliver(ANNA, Buyer.jan().writesTo(ANNA, "cub2").plain());
            anna.remove(Folder.INBOX, 2);
            try (RawClient client = RawClient.submitting(server, ANNA, "abcdefghijklmnop")) {
                client.askSmtp("MAIL FROM:<anna@gmail.com>");
                client.askSmtp("RCPT TO:<8awgqyk6a5+cub1@allegromail.pl>");
                client.askSmtp("DATA");
                assertThat(client.say("Subject: Re").say("").say("Tak").askSmtp("."))
                        .startsWith("250");
            }
            anna.refuse(RefusalCase.WEB_LOGIN_REQUIRED);
            numbering = anna.numbering(Folder.INBOX);
            authority = Files.readAllBytes(server.certificateAuthority());
        }
        // A process that was killed in the middle of a delivery leaves a mail without its index.
        Files.writeString(folder.resolve("accounts/anna%40gmail.com/mails/1.eml"), "half a mai");

        // When
        try (MailServer server = MailServer.start(MailServer.Options.keptIn(folder))) {

            // Then
            Account anna = server.find(ANNA).orElseThrow();
            assertThat(anna.policy()).isEqualTo(LoginPolicy.APP_PASSWORDS_ONLY);
            assertThat(anna.refusal().orElseThrow().kind()).isEqualTo(RefusalCase.WEB_LOGIN_REQUIRED);
            assertThat(anna.mails(Folder.INBOX)).singleElement().satisfies(mail -> {
                assertThat(mail.gmailMessageId()).isEqualTo(kept.gmailMessageId());
                assertThat(mail.receivedAt()).isEqualTo(kept.receivedAt());
                assertThat(mail.bytes()).isEqualTo(kept.bytes());
            });
            assertThat(anna.mails(Folder.ALL_MAIL)).hasSize(3);
            assertThat(anna.mails(Folder.SENT)).hasSize(1);
            assertThat(anna.numbering(Folder.INBOX)).isEqualTo(numbering);
            assertThat(server.outsideTo("8awgqyk6a5+cub1@allegromail.pl")).hasSize(1);
            assertThat(Files.readAllBytes(server.certificateAuthority())).isEqualTo(authority);
            StoredMail next =
                    server.deliver(ANNA, Buyer.jan().writesTo(ANNA, "cub3").plain());
            assertThat(next.uidIn(Folder.INBOX)).isEqualTo(3);
            assertThat(next.gmailMessageId()).isGreaterThan(kept.gmailMessageId());
        }
    }

    @Test
    void namesAPortThatIsTaken() {
        try (MailServer first = MailServer.start()) {
            MailServer.Options same = MailServer.Options.inMemory().withPorts(first.imapPort(), 0);
            assertThatThrownBy(() -> MailServer.start(same))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + first.imapPort() + " for imap");
        }
    }
}
