package pl.odzew.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A changed record changes its published schema, and that is seen in review.
class SchemasTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void describeTheRecords(EventType type) throws Exception {
        // Given
        String today = SchemaOf.type(type);

        // When
        String published = PublishedContract.schema(type).text(today);

        // Then
        assertThat(json.readTree(published)).isEqualTo(json.readTree(today));
    }
}
