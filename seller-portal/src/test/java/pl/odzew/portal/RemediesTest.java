package pl.odzew.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.odzew.portal.world.Services;

/// The two ways out when Google locks a mailbox, as a seller goes them.
@QuarkusTest
class RemediesTest extends BrowserTest {

    private static final String APP_PASSWORD = "abcd efgh ijkl mnop";

    @Test
    void anAppPasswordPastedBesideItsStepsEndsTheLock() {
        // Given
        String seller = world.sellerWithLockedMailbox("anna");
        try (var anna = desktop().signsInAs(seller)) {
            anna.seesTitle("Coś wymaga Twojej uwagi");
            anna.countsAnew();

            // When
            anna.follows("Wklej hasło do aplikacji");
            anna.seesTitle("Google żąda hasła do aplikacji");
            anna.sees("Application-specific password required");
            anna.sees("Skopiuj 16 liter z żółtego pola");
            anna.types("Hasło do aplikacji", APP_PASSWORD);
            anna.presses("Zapisz i sprawdź");

            // Then
            anna.sees("Hasło działa i zostało zapisane");
            anna.sees("Działa, od dziś");
            assertThat(anna.clicks()).isEqualTo(2);
            assertThat(anna.complaints()).isEmpty();
        }
    }

    @Test
    void aRefusedPasswordSaysWhyInGooglesWordsWithinTenSeconds() {
        // Given
        String seller = world.sellerWithLockedMailbox("celina");
        try (var celina = desktop().signsInAs(seller)) {
            celina.follows("Wklej hasło do aplikacji");

            // When
            celina.types("Hasło do aplikacji", "moje zwykłe hasło");
            long before = System.nanoTime();
            celina.presses("Zapisz i sprawdź");

            // Then
            celina.sees("Nic nie zostało zapisane");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            assertThat(celina.page().locator("#trial").textContent())
                    .contains("Google żąda hasła do aplikacji")
                    .contains(Services.APP_PASSWORD_REQUIRED);
            assertThat(celina.page().locator("#password").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            assertThat(celina.page().locator("#password").inputValue()).isEmpty();
            assertThat(celina.page().locator("#trial").evaluate("e => e === document.activeElement"))
                    .isEqualTo(true);
            assertThat(celina.barriers()).isEmpty();
        }
    }

    @Test
    void versionThreeIsTwoClicksFromTheFirstPage() {
        // Given
        String seller = world.sellerWithLockedMailbox("bartek");
        world.linksAccount(seller);
        try (var bartek = desktop().signsInAs(seller)) {
            bartek.seesTitle("Coś wymaga Twojej uwagi");
            bartek.countsAnew();

            // When
            bartek.follows("Przejdź na wersję 3");
            bartek.presses("Włącz wersję 3");

            // Then
            bartek.sees("Odpowiada wersja 3");
            assertThat(bartek.clicks()).isEqualTo(2);
            assertThat(world.versionOf(seller)).isEqualTo(3);

            // And the lock no longer matters.
            bartek.opens("/");
            bartek.seesTitle("Wszystko działa");
        }
    }

    @Test
    void versionThreeIsOneClickFromTheMailsLink() {
        // Given
        String seller = world.sellerWithLockedMailbox("dorota");
        world.linksAccount(seller);
        String link = "/autoresponder/wersja-3?mailbox=" + world.mailboxOf(seller);
        try (var dorota = desktop()) {
            // When
            dorota.opens(link);
            dorota.typesNameAtProvider(seller);
            dorota.countsAnew();
            dorota.presses("Włącz wersję 3");

            // Then
            dorota.sees("Odpowiada wersja 3");
            assertThat(dorota.clicks()).isEqualTo(1);
        }
    }

    @Test
    void whereNoAccountIsLinkedTheWayLeadsOverAllegroAndBack() {
        // Given
        String seller = world.sellerWithLockedMailbox("ewa");
        try (var ewa = desktop().signsInAs(seller)) {
            ewa.countsAnew();

            // When
            ewa.follows("Przejdź na wersję 3");
            ewa.presses("Połącz konto Allegro");
            ewa.sees("Konto Allegro połączone");
            ewa.presses("Włącz wersję 3");

            // Then
            ewa.sees("Odpowiada wersja 3");
            assertThat(ewa.clicks()).isEqualTo(3);
            assertThat(ewa.page().url()).doesNotContain("code=");
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        // Given
        String seller = world.sellerWithLockedMailbox("filip");
        try (var filip = desktop().signsInAs(seller)) {
            // When
            filip.tabsTo("Wklej hasło do aplikacji");
            filip.page().keyboard().press("Enter");
            filip.seesTitle("Google żąda hasła do aplikacji");
            filip.tabsToField("password");
            filip.page().keyboard().type(APP_PASSWORD);
            filip.page().keyboard().press("Enter");

            // Then
            filip.sees("Hasło działa i zostało zapisane");
        }
    }

    @Test
    void bothWaysWorkWithoutJavaScript() {
        // Given
        String seller = world.sellerWithLockedMailbox("grazyna");
        world.linksAccount(seller);
        try (var grazyna = withoutJavaScript().signsInAs(seller)) {
            // When
            grazyna.follows("Wklej hasło do aplikacji");
            grazyna.types("Hasło do aplikacji", "zwykłe");
            grazyna.presses("Zapisz i sprawdź");
            grazyna.sees("Nic nie zostało zapisane");
            grazyna.types("Hasło do aplikacji", APP_PASSWORD);
            grazyna.presses("Zapisz i sprawdź");
            grazyna.sees("Hasło działa i zostało zapisane");
            grazyna.opens("/autoresponder/wersja-3?mailbox=" + world.mailboxOf(seller));
            grazyna.presses("Włącz wersję 3");

            // Then
            grazyna.sees("Odpowiada wersja 3");
        }
    }

    @Test
    void onAPhoneBothWaysFitTheScreen() {
        // Given
        String seller = world.sellerWithLockedMailbox("henryk");
        try (var henryk = phone().signsInAs(seller)) {
            assertThat(henryk.scrollsSideways()).isFalse();

            // When
            henryk.follows("Wklej hasło do aplikacji");

            // Then
            assertThat(henryk.scrollsSideways()).isFalse();
            henryk.opens("/autoresponder/wersja-3?mailbox=" + world.mailboxOf(seller));
            assertThat(henryk.scrollsSideways()).isFalse();
            henryk.presses("Połącz konto Allegro");
            henryk.presses("Włącz wersję 3");
            henryk.sees("Odpowiada wersja 3");
        }
    }
}
