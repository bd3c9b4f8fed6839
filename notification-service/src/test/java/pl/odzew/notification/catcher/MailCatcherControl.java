package pl.odzew.notification.catcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/// Asks a running catcher, in this process or another, what it has caught.
public final class MailCatcherControl {

    private static final Duration TIME_OUT = Duration.ofSeconds(10);
    private static final int LAST_GOOD_STATUS = 299;

    private final JsonMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIME_OUT).build();
    private final URI page;

    /// @param page the catcher's address, such as `http://localhost:8096/`
    public MailCatcherControl(URI page) {
        this.page = page;
    }

    /// Newest first.
    public List<CaughtMail> mails() {
        return read("mails");
    }

    /// Those for one address, newest first.
    public List<CaughtMail> mailsTo(String address) {
        return read("mails?to=" + URLEncoder.encode(address, UTF_8));
    }

    public void deleteAll() {
        exchange(request("mails").DELETE().build());
    }

    private List<CaughtMail> read(String path) {
        try {
            return json.readValue(exchange(request(path).build()), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(page.resolve(path)).timeout(TIME_OUT);
    }

    private String exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() > LAST_GOOD_STATUS) {
                throw new IOException("the mail catcher answered " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
