package pl.odzew.allegro.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairShareTest {

    @ParameterizedTest
    @CsvSource({
        // accounts, replicas, held, to take, to give back
        "4000, 1,    0, 4000,    0",
        "4000, 2, 4000,    0, 2000",
        "4000, 2,    0, 2000,    0",
        "   7, 3,    3,    0,    0",
        "   7, 3,    1,    2,    0",
        "   0, 2,    0,    0,    0"
    })
    void eachHoldsItsShareRoundedUp(int accounts, int replicas, int held, int toTake, int toGiveBack) {
        var share = new FairShare(accounts, replicas, held);

        assertThat(share.toTake()).isEqualTo(toTake);
        assertThat(share.toGiveBack()).isEqualTo(toGiveBack);
    }
}
