package pl.odzew.mailbox.sending.http;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.mailbox.sending.Attachments;

/// `GET /api/v1/autoresponder/attachments/{id}/content`, one file at a time, never more bytes than the reply
/// names.
final class AttachmentsOverHttp implements Attachments {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Optional<URI> responder;
    private final Duration timeout;
    private final Supplier<CompletionStage<String>> token;

    /// @param token asked for each time; whoever gives it keeps it as long as it lasts
    AttachmentsOverHttp(Optional<URI> responder, Duration timeout, Supplier<CompletionStage<String>> token) {
        this.responder = responder;
        this.timeout = timeout;
        this.token = token;
    }

    @Override
    public CompletionStage<Fetch> fetch(AttachmentRef file) {
        if (responder.isEmpty()) {
            return completedFuture(new Fetch.Unavailable("odzew.responder.url is not configured"));
        }
        URI content = responder.get().resolve("/api/v1/autoresponder/attachments/" + file.id() + "/content");
        return completedFuture(null)
                .thenCompose(_ -> token.get())
                .thenCompose(bearer -> client.sendAsync(
                        HttpRequest.newBuilder(content)
                                .header("Authorization", "Bearer " + bearer)
                                .timeout(timeout)
                                .build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), Math.max(1, file.size()))))
                .thenApply(response -> read(file, response))
                .exceptionally(AttachmentsOverHttp::failed);
    }

    private static Fetch read(AttachmentRef file, HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case OK -> Attachments.verified(file, response.body());
            case NOT_FOUND, GONE -> new Fetch.Gone("the file is no longer there");
            default -> new Fetch.Unavailable("responder-service answered " + response.statusCode());
        };
    }

    /// More bytes than the reply names are another file's; the client says so in no other way than by its
    /// words.
    private static Fetch failed(Throwable thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        boolean tooLong = cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("capacity");
        return tooLong
                ? new Fetch.Gone("the file is longer than the reply names")
                : new Fetch.Unavailable(cause.getClass().getSimpleName());
    }
}
