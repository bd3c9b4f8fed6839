package pl.odzew.mailbox.mailserver.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.letters.Buyer;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.Letter;
import pl.odzew.mailbox.mailserver.post.LoginPolicy;
import pl.odzew.mailbox.mailserver.post.Refusal;
import pl.odzew.mailbox.mailserver.post.RefusalCase;

/// The control API through its own client.
class MailServerControlTest {

    private static final String ANNA = "anna+sklep@gmail.com";

    private final MailServer server =
            MailServer.start(MailServer.Options.inMemory().withControlPort(0));
    private final MailServerControl control = new MailServerControl(server.control());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void opensAccountsAndChangesWhatOpensThem() {
        // When
        control.put(ANNA, AccountSettings.password("secret").withName("Anna"));
        control.put(ANNA, AccountSettings.appPassword("abcdefghijklmnop"));
        AccountView anna = control.put(
                ANNA, AccountSettings.policy(LoginPolicy.APP_PASSWORDS_ONLY).andDrop());

        // Then
        assertThat(anna.name()).isEqualTo("Anna");
        assertThat(anna.policy()).isEqualTo(LoginPolicy.APP_PASSWORDS_ONLY);
        assertThat(server.find(ANNA).orElseThrow().address()).isEqualTo(ANNA);
        assertThatThrownBy(() -> control.look("nobody@gmail.com")).hasMessageContaining("404");
        assertThatThrownBy(() -> control.put("nobody@gmail.com", AccountSettings.appPassword("x")))
                .hasMessageContaining("a new account needs a password");
    }

    @Test
    void refusesAndAcceptsAgain() {
        control.account(ANNA, "secret");
        control.refuse(ANNA, RefusalCase.TOO_MANY_CONNECTIONS);
        assertThat(control.look(ANNA).refusal()).isEqualTo(RefusalCase.TOO_MANY_CONNECTIONS);
        control.refuse(ANNA, Refusal.inWords("NO Lookup failed"), true);
        assertThat(server.find(ANNA).orElseThrow().refusal()).contains(Refusal.inWords("NO Lookup failed"));
        control.acceptAgain(ANNA);
        assertThat(control.look(ANNA).refusal()).isNull();
    }

    @Test
    void deliversLettersAndShowsThem() {
        // Given
        control.account(ANNA, "secret");
        Letter letter = Buyer.jan()
                .writesTo(ANNA, "cub1")
                .about("Zażółć gęślą jaźń")
                .saying("Kiedy wysyłka?")
                .both();

        // When
        Delivered delivered = control.deliver(ANNA, letter);
        control.deliver(ANNA, letter.asForgery());
        control.file(ANNA, Folder.SENT, "Subject: Re\r\n\r\nTak\r\n".getBytes());

        // Then
        List<MailView> inbox = control.messages(ANNA, Folder.INBOX);
        assertThat(inbox).hasSize(2);
        assertThat(inbox.getFirst().gmailMessageId()).isEqualTo(delivered.gmailMessageId());
        assertThat(inbox.getFirst().received()).isEqualTo(delivered.delivered());
        assertThat(inbox.getFirst().subject()).isEqualTo("Zażółć gęślą jaźń");
        assertThat(inbox.getFirst().text()).startsWith("Kiedy wysyłka?");
        assertThat(inbox.getFirst().headers().first("return-path")).contains("<8awgqyk6a5+cub1@allegromail.pl>");
        assertThat(inbox.getLast().headers().first("Authentication-Results").orElseThrow())
                .contains("dkim=fail", "spf=fail", "dmarc=fail");
        assertThat(control.messages(ANNA, Folder.SENT)).hasSize(1);
        assertThat(control.outsideTo("8awgqyk6a5+cub1@allegromail.pl")).isEmpty();
    }

    @Test
    void showsAPageToPeople() throws Exception {
        // Given
        control.account(ANNA, "secret");
        control.deliver(
                ANNA,
                Buyer.jan()
                        .writesTo(ANNA, "cub1")
                        .about("<script>alert(1)</script>")
                        .plain());

        // When
        String page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.control()).build(), HttpResponse.BodyHandlers.ofString())
                .body();

        // Then
        assertThat(page)
                .contains(ANNA, "ANY_PASSWORD", "&lt;script&gt;alert(1)")
                .doesNotContain("<script>");
        assertThat(control.logins(ANNA)).isEmpty();
        assertThat(control.look(ANNA).openImapConnections()).isZero();
    }
}
