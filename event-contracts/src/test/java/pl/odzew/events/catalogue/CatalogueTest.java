package pl.odzew.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What other teams read is what the services write.
class CatalogueTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theDocumentIsOfToday() throws Exception {
        // Given
        JsonNode today = json.readTree(new AsyncApi().document().toString());

        // When
        String published = PublishedContract.document().text(today.toPrettyString() + "\n");

        // Then
        assertThat(json.readTree(published)).isEqualTo(today);
    }

    @Test
    void thePageIsOfToday() throws Exception {
        // Given
        String today = new CataloguePage().html();

        // When
        String published = PublishedContract.page().text(today);

        // Then
        assertThat(published).isEqualTo(today);
    }

    @Test
    void everyReferenceInTheDocumentLeadsSomewhere() throws Exception {
        // Given
        JsonNode document = json.readTree(
                PublishedContract.document().text(new AsyncApi().document().toPrettyString() + "\n"));

        // When
        var references = document.findValuesAsText("$ref").stream()
                .filter(reference -> reference.startsWith("#/c"))
                .toList();

        // Then
        assertThat(references).hasSizeGreaterThan(EventType.values().length);
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .isFalse());
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsSaidInASentence(EventType type) {
        assertThat(Described.type(type)).matches("[A-Z].{10,}").doesNotContain("///", "`");
    }

    @ParameterizedTest
    @EnumSource
    void buyersWordsAreForNobodyElse(Topic topic) {
        boolean isConfidential = topic.readers() instanceof Topic.Readers.Only;
        boolean hasWords = Described.types(topic).stream()
                .anyMatch(type -> type == EventType.MESSAGE_RECEIVED || type == EventType.REPLY_REQUESTED);
        assertThat(isConfidential).isEqualTo(hasWords);
    }
}
