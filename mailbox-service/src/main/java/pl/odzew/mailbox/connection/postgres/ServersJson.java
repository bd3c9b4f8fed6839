package pl.odzew.mailbox.connection.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.connection.Servers;

/// Servers as they stand in their column; the names in it are those of the records and must never change.
final class ServersJson {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private ServersJson() {}

    static @Nullable String write(@Nullable Servers servers) {
        try {
            return servers == null ? null : JSON.writeValueAsString(servers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("servers cannot be written", e);
        }
    }

    static @Nullable Servers read(@Nullable String json) {
        try {
            return json == null ? null : JSON.readValue(json, Servers.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("servers cannot be read", e);
        }
    }
}
