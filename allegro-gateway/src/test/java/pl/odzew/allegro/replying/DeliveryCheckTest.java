package pl.odzew.allegro.replying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.odzew.allegro.messaging.MessageStatus;

class DeliveryCheckTest {

    private static final Instant SENT = Instant.parse("2026-11-23T12:00:00Z");

    private final DeliveryCheck check =
            new DeliveryCheck(List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1)));

    @Test
    void quirk06OneInVerificationIsLookedAfterSoonAndOneThatIsDeliveredOnceLater() {
        assertThat(check.first(MessageStatus.VERIFYING, SENT)).contains(SENT.plusSeconds(60));
        assertThat(check.first(MessageStatus.DELIVERED, SENT)).contains(SENT.plusSeconds(600));
    }

    @Test
    void quirk12OneThatStaysInVerificationIsNotLookedAfterForEver() {
        assertThat(check.next(1, SENT)).contains(SENT.plusSeconds(600));
        assertThat(check.next(3, SENT)).isEmpty();
    }
}
