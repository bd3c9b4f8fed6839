package pl.odzew.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @Test
    void keepsWhatAllegroPutBehindThePlus() {
        // Given
        var masked = new MailAddress("8awgqyk6a5+cub31C122@AllegroMail.pl");

        // Then
        assertThat(masked).hasToString("8awgqyk6a5+cub31C122@allegromail.pl");
        assertThat(masked.localPartBeforePlus()).isEqualTo("8awgqyk6a5");
        assertThat(masked.detail()).contains("cub31C122");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@gmail.com",
                "anna@",
                "anna@gmail.com\r\nBcc: x@y.pl",
                "anna b@gmail.com",
                "<anna@gmail.com>",
                "a@b@c.pl",
                "anna@gmail.com, x@y.pl"
            })
    void refusesWhatCouldBreakAHeader(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MailAddress(text));
    }
}
