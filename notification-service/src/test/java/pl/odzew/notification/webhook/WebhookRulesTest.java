package pl.odzew.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private static final Address PUBLIC = new Address(false);

    /// The example of the specification (standard-webhooks, spec/standard-webhooks.md).
    @Test
    void signsAsTheSpecificationDoes() {
        // Given
        var signature = new Signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        // When
        String signed = signature.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}");

        // Then
        assertThat(signed).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(signature.toString()).doesNotContain("MfKQ");
    }

    @Test
    void triesAgainForDaysAndThenGivesUp() {
        // Then
        assertThat(CallPolicy.pauseAfter(1)).contains(Duration.ofSeconds(5));
        assertThat(CallPolicy.pauseAfter(9)).contains(Duration.ofHours(24));
        assertThat(CallPolicy.pauseAfter(10)).isEmpty();
    }

    @Test
    void leavesAloneWhatIsGoneOrFailsForDays() {
        // Then
        assertThat(CallPolicy.isToBeLeftAlone(410, null, NOW)).isTrue();
        assertThat(CallPolicy.isToBeLeftAlone(500, NOW.minus(Duration.ofDays(6)), NOW))
                .isTrue();
        assertThat(CallPolicy.isToBeLeftAlone(500, NOW.minus(Duration.ofDays(4)), NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sklep.example/",
                "https://user:password@sklep.example/",
                "ftp://sklep.example/",
                "https:///odzew",
                "sklep.example",
                "https://skl ep.example/"
            })
    void onlyAPlainHttpsAddressIsTaken(String text) {
        // Then
        assertThat(PUBLIC.read(text)).isEmpty();
        assertThat(PUBLIC.read("https://sklep.example/odzew")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1"
            })
    void noAddressOfAPrivateNetworkIsCalled(String text) throws UnknownHostException {
        // Then
        assertThat(PUBLIC.mayBeCalled(InetAddress.getByName(text))).isFalse();
        assertThat(PUBLIC.mayBeCalled(InetAddress.getByName("93.184.216.34"))).isTrue();
        assertThat(PUBLIC.mayBeCalled(InetAddress.getByName("2606:4700::1111"))).isTrue();
    }
}
