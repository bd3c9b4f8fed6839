package pl.odzew.mailbox.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.HeaderTerm;
import java.io.ByteArrayOutputStream;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.odzew.mailbox.mailserver.letters.Buyer;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.RefusalCase;
import pl.odzew.mailbox.mailserver.post.StoredMail;

/// A client that was written by others finds nothing amiss.
class AngusMailTest {

    private static final String ANNA = "anna@gmail.com";

    private final MailServer server = MailServer.start();
    private final Account anna = server.account(ANNA, "secret");
    private final Properties properties = new Properties();

    @BeforeEach
    void trustTheServer() throws Exception {
        for (String protocol : new String[] {"imaps", "smtps"}) {
            properties.put(
                    "mail." + protocol + ".ssl.socketFactory",
                    RawClient.trusting(server).getSocketFactory());
            properties.put("mail." + protocol + ".auth", "true");
            properties.put("mail." + protocol + ".timeout", "5000");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAndSearches(boolean compressed) throws Exception {
        // Given
        properties.put("mail.imaps.compress.enable", String.valueOf(compressed));
        StoredMail mail = server.deliver(
                ANNA,
                Buyer.jan()
                        .writesTo(ANNA, "cub1")
                        .about("Zażółć gęślą jaźń")
                        .withMessageId("<one@allegromail.pl>")
                        .both());
        try (Store store = signIn("secret");
                Folder inbox = store.getFolder("INBOX")) {
            // When
            inbox.open(Folder.READ_ONLY);
            Message[] all = inbox.getMessages();
            FetchProfile profile = new FetchProfile();
            profile.add(FetchProfile.Item.ENVELOPE);
            profile.add(UIDFolder.FetchProfileItem.UID);
            profile.add("Authentication-Results");
            inbox.fetch(all, profile);

            // Then
            assertThat(all).hasSize(1);
            assertThat(all[0].getSubject()).isEqualTo("Zażółć gęślą jaźń");
            assertThat(all[0].getFrom()[0]).isEqualTo(new InternetAddress("8awgqyk6a5+cub1@allegromail.pl", "Jan K."));
            assertThat(all[0].getHeader("Authentication-Results")[0]).contains("dmarc=pass");
            assertThat(((UIDFolder) inbox).getUID(all[0])).isEqualTo(1);
            assertThat(all[0].getReceivedDate()).isBeforeOrEqualTo(mail.receivedAt());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            all[0].writeTo(bytes);
            assertThat(bytes.toByteArray()).isEqualTo(mail.bytes());
            assertThat(inbox.search(new HeaderTerm("Message-ID", "<one@allegromail.pl>")))
                    .hasSize(1);
            assertThat(inbox.search(new HeaderTerm("Message-ID", "<two@allegromail.pl>")))
                    .isEmpty();
        }
    }

    @Test
    void hearsOfANewMailWhileIdle() throws Exception {
        try (Store store = signIn("secret");
                IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX")) {
            // Given
            inbox.open(Folder.READ_ONLY);
            CompletableFuture<String> arrived = new CompletableFuture<>();
            inbox.addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent event) {
                    arrived.complete(event.getMessages().length + " new");
                }
            });
            Thread idle = Thread.ofVirtual().start(() -> {
                try {
                    inbox.idle(true);
                } catch (Exception e) {
                    arrived.completeExceptionally(e);
                }
            });

            // When
            server.deliver(ANNA, Buyer.jan().writesTo(ANNA, "cub1").plain());

            // Then
            assertThat(arrived.get(5, TimeUnit.SECONDS)).isEqualTo("1 new");
            idle.join();
        }
    }

    @Test
    void findsTheSentFolderUnderItsPolishName() throws Exception {
        // Given
        Session session = Session.getInstance(properties);
        MimeMessage reply = new MimeMessage(session);
        reply.setFrom(ANNA);
        reply.setRecipients(Message.RecipientType.TO, "8awgqyk6a5+cub1@allegromail.pl");
        reply.setSubject("Odpowiedź", "UTF-8");
        reply.setText("Dzień dobry,\n.\nkoniec", "UTF-8");

        // When
        try (Transport transport = session.getTransport("smtps")) {
            transport.connect(MailServer.HOST, server.smtpPort(), ANNA, "secret");
            transport.sendMessage(reply, reply.getAllRecipients());
        }

        // Then
        try (Store store = signIn("secret");
                Folder sent = store.getFolder("[Gmail]/Wysłane")) {
            sent.open(Folder.READ_ONLY);
            assertThat(((IMAPFolder) sent).getAttributes()).contains("\\Sent");
            assertThat(sent.getMessages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.getSubject()).isEqualTo("Odpowiedź"));
        }
        assertThat(server.outside().getFirst().content().text()).isEqualTo("Dzień dobry,\r\n.\r\nkoniec\r\n");
    }

    @Test
    void isRefusedInGmailsWords() {
        anna.refuse(RefusalCase.APP_PASSWORD_REQUIRED);
        assertThatThrownBy(() -> signIn("secret"))
                .isInstanceOf(AuthenticationFailedException.class)
                .hasMessage("[ALERT] Application-specific password required:"
                        + " https://support.google.com/accounts/answer/185833 (Failure)");
    }

    private Store signIn(String password) throws Exception {
        Store store = Session.getInstance(properties).getStore("imaps");
        store.connect(MailServer.HOST, server.imapPort(), ANNA, password);
        return store;
    }
}
