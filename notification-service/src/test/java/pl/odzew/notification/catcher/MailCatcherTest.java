package pl.odzew.notification.catcher;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {

    @TempDir
    private Path folder;

    @Test
    void showsWhatWasSentByRecipientAndKeepsItOverARestart() throws Exception {
        // Given
        try (var catcher = MailCatcher.start(new MailCatcher.Options(0, 0, folder))) {
            send(catcher.smtpPort(), "anna@gmail.com", "Zażółć gęślą jaźń");
            send(catcher.smtpPort(), "bartek@gmail.com", "Dla Bartka");
        }

        // When
        try (var catcher = MailCatcher.start(new MailCatcher.Options(0, 0, folder))) {

            // Then
            assertThat(catcher.control().mails()).hasSize(2);
            assertThat(catcher.control().mailsTo("Anna@gmail.com"))
                    .singleElement()
                    .satisfies(mail -> {
                        assertThat(mail.from()).isEqualTo("odzew@odzew.pl");
                        assertThat(mail.subject()).isEqualTo("Zażółć gęślą jaźń");
                        assertThat(mail.text()).contains("Dzień dobry");
                        assertThat(mail.html()).contains("<p>Dzień dobry</p>");
                        assertThat(mail.header("auto-submitted")).isEqualTo("auto-generated");
                    });
        }
    }

    @Test
    void showsAMailInAFrameThatRunsNothing() throws Exception {
        try (var catcher = MailCatcher.start(new MailCatcher.Options(0, 0, folder))) {
            // Given
            send(catcher.smtpPort(), "anna@gmail.com", "<script>");
            String id = catcher.control().mails().getFirst().id();

            // When
            HttpResponse<String> list = get(catcher.page());
            HttpResponse<String> mail = get(catcher.page().resolve("mail/" + id));
            HttpResponse<String> body = get(catcher.page().resolve("body/" + id));

            // Then
            assertThat(list.body()).contains("&lt;script&gt;").doesNotContain("<script>");
            assertThat(mail.body()).contains("<iframe sandbox=");
            assertThat(body.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("sandbox")
                    .doesNotContain("allow-scripts");
        }
    }

    @Test
    void forgetsEverythingWhenTold() throws Exception {
        try (var catcher = MailCatcher.start(new MailCatcher.Options(0, 0, folder))) {
            // Given
            send(catcher.smtpPort(), "anna@gmail.com", "Witaj");

            // When
            catcher.control().deleteAll();

            // Then
            assertThat(catcher.control().mails()).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void send(int port, String to, String subject) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", port);
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("odzew@odzew.pl"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        var text = new MimeBodyPart();
        text.setText("Dzień dobry", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<html><head></head><body><p>Dzień dobry</p></body></html>", "text/html; charset=utf-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }
}
