package pl.odzew.responder.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.odzew.events.message.v1.Buyer;

class BuyerIdentitiesTest {

    private final BuyerIdentities identities = new BuyerIdentities(Map.of());

    @Test
    void strangersWithDifferentKindsOfNamesAreNotTheSame() {
        assertThat(identities.isSame(new Buyer("jan", null), new Buyer(null, "m1")))
                .isFalse();
    }

    @Test
    void aMessageWithBothNamesJoinsThem() {
        // When
        identities.learn(new Buyer("jan", "m1"));

        // Then
        assertThat(identities.isSame(new Buyer("Jan", null), new Buyer(null, "M1")))
                .isTrue();
        assertThat(identities.learnt()).containsExactly(Map.entry("m1", "jan"));
    }

    @Test
    void maskedAddressesOfOneLoginAreTheSameBuyer() {
        // When
        identities.learn(new Buyer("jan", "m1"));
        identities.learn(new Buyer("jan", "m2"));

        // Then
        assertThat(identities.isSame(new Buyer(null, "m1"), new Buyer(null, "m2")))
                .isTrue();
    }

    @Test
    void oneNameInCommonIsEnoughWhereTheOtherContradicts() {
        // Given
        identities.learn(new Buyer("jan", "m1"));

        // When
        identities.learn(new Buyer("ewa", "m1"));

        // Then
        assertThat(identities.isSame(new Buyer("ewa", "m1"), new Buyer(null, "m1")))
                .isTrue();
    }

    @Test
    void whatWasKnownIsNotLearntAgain() {
        // Given
        var known = new BuyerIdentities(Map.of("m1", "jan"));

        // When
        known.learn(new Buyer("jan", "m1"));

        // Then
        assertThat(known.learnt()).isEmpty();
    }
}
