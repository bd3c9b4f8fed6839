package pl.odzew.events.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.odzew.events.Event;

/// The samples that consumers test against: they stay readable, and they obey the published schemas.
class GoldenSamplesTest {

    private final ObjectMapper json = new ObjectMapper();
    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource
    void areWhatIsWrittenToday(EventType type) throws Exception {
        // Given
        JsonNode today = json.readTree(codec.writeData(Samples.of(type).data()));

        // When
        String golden = PublishedContract.sample(type).text(today.toPrettyString() + "\n");

        // Then
        assertThat(json.readTree(golden)).isEqualTo(today);
    }

    @ParameterizedTest
    @EnumSource
    void areReadAsTheEventThatTheyShow(EventType type) throws Exception {
        // Given
        String golden = PublishedContract.sample(type)
                .text(json.readTree(codec.writeData(Samples.of(type).data())).toPrettyString() + "\n");

        // When
        Event read = codec.readData(golden.getBytes(UTF_8), type.record());

        // Then
        assertThat(read).isEqualTo(Samples.of(type).data());
    }

    @ParameterizedTest
    @EnumSource
    void obeyThePublishedSchema(EventType type) throws Exception {
        // Given
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(PublishedContract.schema(type).text(SchemaOf.type(type)));

        // When
        var violations =
                schema.validate(json.readTree(codec.writeData(Samples.of(type).data())));

        // Then
        assertThat(violations).isEmpty();
    }
}
