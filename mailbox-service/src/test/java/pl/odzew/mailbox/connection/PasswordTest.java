package pl.odzew.mailbox.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.odzew.events.mailbox.v1.CredentialShape;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"abcd efgh ijkl mnop", "abcdefghijklmnop", " abcd\tefgh\u00a0ijkl mnop\n"})
    void takesTheSpacesOutOfAnAppPassword(String typed) {
        // When
        Password password = Password.typed(typed);

        // Then
        assertThat(password.secret().reveal()).isEqualTo("abcdefghijklmnop");
        assertThat(password.shape()).isEqualTo(CredentialShape.APP_PASSWORD_LIKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moje hasło 1234", "abcd efgh ijkl mno", "abcd efgh ijkl mno1", " x "})
    void leavesAnyOtherPasswordAsItWasTyped(String typed) {
        // When
        Password password = Password.typed(typed);

        // Then
        assertThat(password.secret().reveal()).isEqualTo(typed);
        assertThat(password.shape()).isEqualTo(CredentialShape.OTHER);
    }

    @Test
    void isNeverPrinted() {
        assertThat(Password.typed("abcdefghijklmnop")).asString().doesNotContain("abcd");
    }
}
