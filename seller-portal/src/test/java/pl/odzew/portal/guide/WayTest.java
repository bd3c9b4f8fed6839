package pl.odzew.portal.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayTest {

    @ParameterizedTest
    @CsvSource({
        "APP_PASSWORD_REQUIRED, true, APP_PASSWORD",
        "METHOD_DISABLED, true, APP_PASSWORD",
        "METHOD_DISABLED, false, WRONG_PASSWORD",
        "WEB_LOGIN_REQUIRED, true, WEB_LOGIN",
        "CREDENTIALS_REFUSED, true, WRONG_PASSWORD_AT_GMAIL",
        "CREDENTIALS_REFUSED, false, WRONG_PASSWORD",
        "IMAP_DISABLED, true, ENABLE_IMAP",
        "IMAP_DISABLED_BY_ADMIN, true, ADMINISTRATOR",
        "PASSWORD_EXPIRED, false, EXPIRED",
        "A_NEWER_REASON, true, WRONG_PASSWORD_AT_GMAIL"
    })
    void eachReasonHasItsOwnSteps(String reason, boolean gmail, Way way) {
        assertThat(Way.outOf(reason, gmail)).isEqualTo(way);
    }
}
