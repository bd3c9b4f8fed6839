package pl.odzew.responder.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.odzew.responder.rule.optimaize.ProfiledLanguages;
import pl.odzew.responder.wording.Language;

/// In which language buyers write.
class LanguagesTest {

    private static final LanguageGuess GUESS = new ProfiledLanguages();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PL, 'Dzień dobry, kiedy zostanie wysłana moja paczka?'",
        "PL, 'Prosze o fakture do zamowienia, dziekuje'",
        "CS, 'Dobrý den, kdy bude odeslána moje zásilka?'",
        "SK, 'Dobrý deň, kedy bude odoslaná moja zásielka?'",
        "HU, 'Jó napot, mikor érkezik meg a csomagom?'",
        "UK, 'Добрий день, коли буде відправлено моє замовлення?'",
        "EN, 'Hello, when will my parcel be shipped?'",
        "DE, 'Guten Tag, wann wird mein Paket verschickt?'",
    })
    void aSentenceIsEnough(Language language, String text) {
        assertThat(GUESS.of(text)).contains(language);
    }

    @ParameterizedTest
    @CsvSource({"''", "ok", "12345678901234567890", "?!"})
    void whatIsNoSentenceHasNoLanguage(String text) {
        assertThat(GUESS.of(text)).isEmpty();
    }
}
