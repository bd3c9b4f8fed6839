package pl.odzew.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void countsFromTheFirstPort() {
        // Given
        var plan = new PortPlan(8080);

        // Then
        assertThat(plan.http(Port.PORTAL)).hasToString("http://localhost:8080");
        assertThat(plan.of(Port.MAILBOX_SERVICE)).isEqualTo(8081);
        assertThat(plan.of(Port.POSTGRES)).isEqualTo(8098);
        assertThat(new PortPlan(20_000).of(Port.IMAPS)).isEqualTo(20_013);
    }

    @Test
    void givesEveryListenerAPortOfItsOwn() {
        assertThat(Arrays.stream(Port.values()).map(Port::offset)).doesNotHaveDuplicates();
    }

    @Test
    void refusesAFirstPortThatLeavesNoRoom() {
        assertThatThrownBy(() -> new PortPlan(65_530))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65530");
    }
}
