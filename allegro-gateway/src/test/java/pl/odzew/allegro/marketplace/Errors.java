package pl.odzew.allegro.marketplace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Error bodies in Allegro's own words.
final class Errors {

    private Errors() {}

    static Map<String, Object> holder(String code, String message, @Nullable String path, String userMessage) {
        var error = new LinkedHashMap<String, @Nullable Object>();
        error.put("code", code);
        error.put("message", message);
        error.put("details", null);
        error.put("path", path);
        error.put("userMessage", userMessage);
        error.put("metadata", Map.of());
        return Map.of("errors", List.of(error));
    }

    static Map<String, Object> auth(String error, String description) {
        return Map.of("error", error, "error_description", description);
    }

    static Map<String, Object> accessDenied() {
        return holder("AccessDenied", "Access is denied", null, "No access to the specified resource.");
    }

    static Map<String, Object> tooManyRequests() {
        return holder(
                "TOO_MANY_REQUESTS",
                "Too Many Requests.",
                null,
                "The maximum number of queries per user has been exceeded. Try again in a few moments.");
    }

    static Map<String, Object> notAcceptable() {
        return holder(
                "NotAcceptableException",
                "Not acceptable representation requested. Please check 'Accept' request header",
                "",
                "The request contains incorrect data. Contact the author of the application.");
    }

    static Map<String, Object> noOperation() {
        return holder("NotFoundException", "Not found", null, "Feature unavailable. Contact the application author.");
    }

    static Map<String, Object> noThread(String id, String path) {
        return holder("THREAD_NOT_FOUND", "No thread with such Id [" + id + "]", path, "Wątek nie istnieje");
    }

    static Map<String, Object> dailyLimit() {
        return holder("VALIDATION_ERROR", "Message refused", null, "Dzienny limit wiadomości został osiągnięty");
    }

    static Map<String, Object> tooLong() {
        return holder("VALIDATION_ERROR", "Wiadomość zbyt długa", null, "Wiadomość zbyt długa");
    }

    static Map<String, Object> dataFetching() {
        return holder("DATA_FETCHING_ERROR", "", null, "\"Error while reading internal data\"");
    }

    static Map<String, Object> attachmentNotUploaded() {
        return holder(
                "ASSIGNING_ATTACHMENTS_TO_MESSAGE_FAILED",
                "Assigning attachments to message failed. [Could not link all attachments]",
                "/messaging/messages",
                "Załącznik nie został przesłany.");
    }

    static Map<String, Object> threadClosed() {
        return holder(
                "THREAD_CLOSED",
                "Cannot add a message to a closed POST_PURCHASE_ISSUE thread.",
                null,
                "Rozmowa jest zamknięta.");
    }
}
