package pl.odzew.portal.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/skrzynki", "/autoresponder/wersja-3?mailbox=0d9f0c51-6b9e-4a4c-8d55-5f8f3b0c7b1e"})
    void leadsToPagesOfThePortal(String path) {
        assertThat(SafePath.orHome(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", "/a\r\nb"
            })
    void leadsNowhereElse(String path) {
        assertThat(SafePath.orHome(path)).hasToString("/");
    }
}
