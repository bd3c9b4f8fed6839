package pl.odzew.events.message.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTextTest {

    @Test
    void leavesAShortTextAsItIs() {
        assertThat(MessageText.of("Gdzie jest moja paczka?"))
                .isEqualTo(new MessageText("Gdzie jest moja paczka?", false));
    }

    @Test
    void cutsBetweenCharactersAndSaysSo() {
        // Given
        String faces = "😀".repeat(MessageText.MAX_BYTES / 4) + "ż";

        // When
        MessageText text = MessageText.of(faces);

        // Then
        assertThat(text.cut()).isTrue();
        assertThat(text.value()).isEqualTo("😀".repeat(MessageText.MAX_BYTES / 4));
        assertThat(text.value().getBytes(UTF_8)).hasSize(MessageText.MAX_BYTES);
    }

    @Test
    void showsNobodyABuyersWords() {
        assertThat(MessageText.of("mieszkam przy ul. Długiej 5")).asString().doesNotContain("Długiej");
    }
}
