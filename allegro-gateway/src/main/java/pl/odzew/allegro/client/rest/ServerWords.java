package pl.odzew.allegro.client.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;

/// What an error body of Allegro's says: `{errors:[{code, message, userMessage}]}` or `{error, error_description}`.
///
/// @param code Allegro's own, empty where the body has none
/// @param text code and message for people, with everything that looks like a token taken out
public record ServerWords(String code, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Tokens are echoed in refusals (`Invalid refresh token: eyJ…`).
    private static final Pattern TOKEN = Pattern.compile("[\\w.~+/-]{24,}=*");

    private static final int MAX_LENGTH = 500;

    public static ServerWords of(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.has("error")) {
                return words(
                        json.path("error").asText(),
                        json.path("error_description").asText());
            }
            JsonNode first = json.path("errors").path(0);
            String message = first.path("userMessage").asText();
            return words(
                    first.path("code").asText(),
                    message.isBlank() ? first.path("message").asText() : message);
        } catch (JsonProcessingException e) {
            return new ServerWords("", "");
        }
    }

    private static ServerWords words(String code, String message) {
        String text = TOKEN.matcher(code + ": " + message).replaceAll("…");
        return new ServerWords(code, text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
    }
}
