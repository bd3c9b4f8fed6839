package pl.odzew.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.odzew.events.EventId;

class TraceparentTest {

    @Test
    void aMessageHasTheSameTraceWheneverItIsRead() {
        assertThat(Traceparent.ofMessage(new EventId("jan-1")))
                .isEqualTo(Traceparent.ofMessage(new EventId("jan-1")))
                .isNotEqualTo(Traceparent.ofMessage(new EventId("jan-2")));
    }

    @Test
    void itIsAsTraceContextLevel1Wants() {
        assertThat(Traceparent.ofMessage(new EventId("jan-1")))
                .matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-01");
    }
}
