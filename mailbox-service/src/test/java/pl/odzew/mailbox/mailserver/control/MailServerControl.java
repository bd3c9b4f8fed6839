package pl.odzew.mailbox.mailserver.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.Letter;
import pl.odzew.mailbox.mailserver.post.Refusal;
import pl.odzew.mailbox.mailserver.post.RefusalCase;
import pl.odzew.mailbox.mailserver.post.SubmissionFault;

/// A mail server in another process, by its control API. Blocks; every failure is an exception that says what
/// the server said.
public final class MailServerControl {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI base;

    /// @param base such as `http://localhost:8092`
    public MailServerControl(URI base) {
        this.base = base;
    }

    /// Opens an account or changes one.
    public AccountView put(String address, AccountSettings settings) {
        return read(send("PUT", account(address), json(settings)), new TypeReference<>() {});
    }

    public AccountView account(String address, String password) {
        return put(address, AccountSettings.password(password));
    }

    public AccountView look(String address) {
        return read(send("GET", account(address), new byte[0]), new TypeReference<>() {});
    }

    public void refuse(String address, RefusalCase kind) {
        refuse(address, Refusal.of(kind), false);
    }

    /// @param drop whether open connections end at once
    public void refuse(String address, Refusal refusal, boolean drop) {
        send("PUT", account(address) + "/refusal", json(new RefusalSettings(refusal.kind(), refusal.lines(), drop)));
    }

    public void acceptAgain(String address) {
        send("DELETE", account(address) + "/refusal", new byte[0]);
    }

    /// The next submissions of the account meet this fault.
    public void failNextSubmissions(String address, SubmissionFault fault, int count) {
        send("PUT", account(address) + "/submission-fault", json(new FaultSettings(fault, count)));
    }

    public void drop(String address) {
        send("POST", account(address) + "/drop", new byte[0]);
    }

    public Delivered deliver(String address, Letter letter) {
        String query = "?sender=" + encode(letter.envelopeSender()) + "&forged=" + letter.forged();
        return read(send("POST", account(address) + "/messages" + query, letter.bytes()), new TypeReference<>() {});
    }

    /// Lays a mail into a folder as it is, such as an answer that the seller wrote by hand into [Folder#SENT].
    public Delivered file(String address, Folder folder, byte[] mail) {
        return read(send("POST", account(address) + "/messages?folder=" + folder, mail), new TypeReference<>() {});
    }

    /// In the order of their UIDs.
    public List<MailView> messages(String address, Folder folder) {
        return read(
                send("GET", account(address) + "/messages?folder=" + folder, new byte[0]), new TypeReference<>() {});
    }

    /// Oldest first.
    public List<LoginView> logins(String address) {
        return read(send("GET", account(address) + "/logins", new byte[0]), new TypeReference<>() {});
    }

    /// What left for the outside world, oldest first.
    public List<OutsideView> outside() {
        return read(send("GET", "/outside", new byte[0]), new TypeReference<>() {});
    }

    public List<OutsideView> outsideTo(String address) {
        return read(send("GET", "/outside?to=" + encode(address), new byte[0]), new TypeReference<>() {});
    }

    private static String account(String address) {
        return "/accounts/" + encode(address);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] json(Object body) {
        try {
            return ControlApi.JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(byte[] answer, TypeReference<T> type) {
        try {
            return ControlApi.JSON.readValue(answer, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] send(String method, String path, byte[] body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                    .timeout(PATIENCE)
                    .method(method, BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + " was answered " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("the mail server's control API at " + base + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the mail server", e);
        }
    }
}
