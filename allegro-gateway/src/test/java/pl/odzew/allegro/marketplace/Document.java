package pl.odzew.allegro.marketplace;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One of Allegro's OpenAPI excerpts, to which requests and answers are held.
enum Document {
    MESSAGING_BETA("allegro-messaging-beta-v1.openapi.yaml"),
    PUBLIC("allegro-public-v1.openapi.yaml"),
    OAUTH("allegro-oauth.openapi.yaml");

    private final OpenApiInteractionValidator validator;

    Document(String file) {
        this.validator = validator(load(file));
    }

    /// The parser finds its parts through the thread's class loader, which on a server's thread is not
    /// ours.
    private static OpenApiInteractionValidator validator(String specification) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Document.class.getClassLoader());
        try {
            return OpenApiInteractionValidator.createForInlineApiSpecification(specification)
                    .withBasePathOverride("/")
                    .build();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /// What in the request breaks the document; empty when nothing does.
    List<String> violations(String method, String path, Map<String, List<String>> query, Exchange exchange) {
        var request = new SimpleRequest.Builder(Request.Method.valueOf(method), path);
        query.forEach((name, values) -> request.withQueryParam(name, values));
        exchange.headers().forEach((name, values) -> request.withHeader(name, values));
        if (!exchange.body().isEmpty()) {
            request.withBody(exchange.body());
        }
        return messages(validator.validateRequest(request.build()));
    }

    /// What in the stand-in's own answer breaks the document.
    List<String> violations(String method, String path, int status, String contentType, @Nullable String body) {
        var response = SimpleResponse.Builder.status(status);
        if (body != null) {
            response.withContentType(contentType).withBody(body);
        }
        return messages(validator.validateResponse(path, Request.Method.valueOf(method), response.build()));
    }

    private static List<String> messages(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage())
                .collect(Collectors.toList());
    }

    private static String load(String file) {
        try (InputStream in = Document.class.getResourceAsStream("/openapi/" + file)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
