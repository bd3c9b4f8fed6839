package pl.odzew.mailbox.intake.mime;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import pl.odzew.mailbox.intake.Recognisers;

/// Reads the recognisers that come with this version of the service.
public final class RecognisersFile {

    private static final String ALLEGRO_MAIL = "/recognisers/allegro-mail.v2.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private RecognisersFile() {}

    /// A wrong pattern or a missing part stops the start.
    public static Recognisers allegroMail() {
        try (InputStream in = RecognisersFile.class.getResourceAsStream(ALLEGRO_MAIL)) {
            return JSON.readValue(requireNonNull(in, ALLEGRO_MAIL + " is missing"), Recognisers.class);
        } catch (IOException e) {
            throw new UncheckedIOException(ALLEGRO_MAIL + " cannot be read", e);
        }
    }
}
