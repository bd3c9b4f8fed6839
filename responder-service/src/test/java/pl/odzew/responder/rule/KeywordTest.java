package pl.odzew.responder.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.odzew.responder.rule.morfologik.PolishBaseForms;

/// What a seller's keyword finds in buyers' words, and what it leaves alone.
class KeywordTest {

    private static final BaseForms POLISH = new PolishBaseForms();

    @ParameterizedTest(name = "{0} is in: {1}")
    @CsvSource({
        "faktura, Proszę o wystawienie faktury",
        "faktura, Czy dostanę FAKTURĘ?",
        "faktura, co z fakturą",
        "faktura, na fakturze jest błąd",
        "faktura, poprosze fakture vat",
        "faktura, ile macie faktur",
        "zwrot, w sprawie zwrotu",
        "zwrot, dużo zwrotów",
        "zwrot, Zwrot!",
        "paczka, o mojej paczce",
        "paczka, nie mam paczek",
        "paczka, gdzie jest paczkę",
        "paczka, paczki nie ma",
        "przesyłka, numer przesyłki",
        "przesyłka, gdzie moja przesylka",
        "wysyłka, kiedy wysylka",
        "nie działa, ta lampa nie działa",
        "nie działa, nie działają przyciski",
        "współpraca reklamowa, propozycja współpracy reklamowej",
        "reklamacja, skladam reklamacje",
        "RMA-123, numer rma-123 proszę",
        "dhl, czy wyślecie DHL?",
    })
    void findsEveryInflectedForm(String keyword, String text) {
        assertThat(isIn(keyword, text)).isTrue();
    }

    @ParameterizedTest(name = "{0} is not in: {1}")
    @CsvSource({
        "faktura, fakturowanie automatyczne",
        "zwrot, odwrotnie i bezzwrotnie",
        "zwrot, zwrotnica",
        "paczka, paczuszka",
        "kot, kotlet i kotek",
        "nie działa, działa",
        "nie działa, działa ale nie zawsze",
        "rok, kroki",
        "faktura, ''",
        "las, proszę o klasę",
    })
    void findsNothingInsideOtherWords(String keyword, String text) {
        assertThat(isIn(keyword, text)).isFalse();
    }

    private static boolean isIn(String keyword, String text) {
        return Keyword.of(keyword, POLISH).isIn(Words.of(text, POLISH));
    }
}
