package pl.odzew.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {

    @ParameterizedTest
    @CsvSource({
        "0, MANY",
        "1, ONE",
        "2, FEW",
        "4, FEW",
        "5, MANY",
        "11, MANY",
        "12, MANY",
        "14, MANY",
        "21, MANY",
        "22, FEW",
        "101, MANY",
        "112, MANY",
        "122, FEW",
        "1000, MANY"
    })
    void polishHasThreeFormsAndTeensOfTheirOwn(long count, Plural form) {
        assertThat(Plural.of(Language.POLISH, count)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"0, MANY", "1, ONE", "2, MANY", "21, MANY"})
    void englishHasTwo(long count, Plural form) {
        assertThat(Plural.of(Language.ENGLISH, count)).isEqualTo(form);
    }
}
