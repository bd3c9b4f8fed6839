package pl.odzew.bench.responder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.odzew.events.message.v1.MessageReceived;

class SellersTest {

    private final Sellers sellers = Sellers.of(3, Instant.parse("2026-11-23T12:00:00Z"));

    @Test
    void theSameNumberIsTheSameMessage() {
        assertThat(sellers.message(7)).isEqualTo(sellers.message(7));
    }

    @Test
    void everyMessageHasABuyerAndAConversationOfItsOwn() {
        assertThat(IntStream.range(0, 20).mapToObj(this::received))
                .extracting(MessageReceived::buyer)
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 20).mapToObj(this::received))
                .extracting(MessageReceived::conversationId)
                .doesNotHaveDuplicates();
    }

    @Test
    void everySellerHasAMailbox() {
        assertThat(sellers.connected())
                .extracting(event -> event.data().sellerId())
                .containsExactly(sellers.seller(0), sellers.seller(1), sellers.seller(2));
    }

    @Test
    void earlierRatesAreTold() throws IOException {
        assertThat(ReferenceRates.read())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).startsWith("Seen before, elsewhere: ").endsWith("/s"));
    }

    private MessageReceived received(int number) {
        return (MessageReceived) sellers.message(number).data();
    }
}
