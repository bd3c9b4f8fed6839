package pl.odzew.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.odzew.portal.world.Visitor;

/// Each page as a seller uses it, and what it does when something is wrong.
@QuarkusTest
class PagesTest extends BrowserTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/skrzynki",
            "/skrzynki/nowa",
            "/autoresponder",
            "/autoresponder/reguly",
            "/autoresponder/reguly/1",
            "/autoresponder/godziny",
            "/decyzje",
            "/konta-allegro",
            "/powiadomienia",
            "/powiadomienia/ustawienia",
            "/dane",
            "/dziennik",
            "/wiecej",
            "/pomoc/haslo-do-aplikacji",
            "/en/help/app-password");

    @Test
    void everyPageIsAccessibleAndFitsAPhone() {
        // Given
        String seller = furnished();
        var complaints = new ArrayList<String>();
        try (var small = phone().signsInAs(seller);
                var dark = dark().signsInAs(seller)) {
            List<String> pages = new ArrayList<>(PAGES);
            pages.add("/skrzynki/" + world.mailboxOf(seller));
            pages.add("/autoresponder/" + world.mailboxOf(seller));
            pages.add("/autoresponder/wersja-3?mailbox=" + world.mailboxOf(seller));

            // When
            for (String page : pages) {
                assertThat(small.opens(page).status()).as(page).isEqualTo(200);
                if (small.scrollsSideways()) {
                    complaints.add(page + " scrolls sideways at 360 px");
                }
                complaints.addAll(small.barriers());
                dark.opens(page);
                complaints.addAll(dark.barriers());
            }
            complaints.addAll(small.complaints());
            complaints.addAll(dark.complaints());
        }

        // Then
        assertThat(complaints).isEmpty();
    }

    @Test
    void theFirstPageIsSmall() {
        // Given
        String seller = furnished();
        try (var anna = desktop()) {
            var answered = new ArrayList<Request>();
            anna.page().onRequestFinished(answered::add);

            // When
            anna.signsInAs(seller);
            anna.seesTitle("Coś wymaga Twojej uwagi");

            // Then
            // A copy: asking for sizes lets further requests end meanwhile.
            assertThat(List.copyOf(answered).stream()
                            .filter(request -> request.url().startsWith(portal.toString()))
                            .mapToInt(request -> request.sizes().responseBodySize)
                            .sum())
                    .isBetween(1, 100 * 1024);
        }
    }

    @Test
    void aServiceThatIsAwayTakesOnlyItsPart() {
        // Given
        String seller = furnished();
        try (var anna = desktop().signsInAs(seller)) {
            // When
            world.services().stopsAutoresponder();
            anna.opens("/");

            // Then
            anna.sees("Autoresponder chwilowo nie odpowiada");
            anna.seesTitle("Google nie wpuszcza do");
            assertThat(anna.opens("/autoresponder/" + world.mailboxOf(seller)).status())
                    .isEqualTo(503);
            anna.seesTitle("Usługa chwilowo nie odpowiada");

            // And when it is back, the reader's own retry shows it.
            world.services().startsAutoresponder();
            anna.follows("Spróbuj ponownie");
            anna.seesTitle("Która wersja odpowiada");
        } finally {
            world.services().startsAutoresponder();
        }
    }

    @Test
    void anotherSellersPagesAreNotThere() {
        // Given
        String anna = furnished();
        try (var stranger = desktop().signsInAs("obcy-" + UUID.randomUUID())) {
            // Then
            assertThat(stranger.opens("/skrzynki/" + world.mailboxOf(anna)).status())
                    .isEqualTo(404);
            stranger.seesTitle("Nie ma takiej strony");
            assertThat(stranger.opens("/autoresponder/" + world.mailboxOf(anna)).status())
                    .isEqualTo(404);
            assertThat(stranger.opens("/autoresponder/wersja-3?mailbox=" + world.mailboxOf(anna))
                            .status())
                    .isEqualTo(404);
            assertThat(stranger.opens("/operator").status()).isEqualTo(403);
        }
    }

    @Test
    void whoeversSessionHasEndedComesBackToTheSamePage() {
        // Given
        String seller = furnished();
        try (var anna = desktop().signsInAs(seller)) {
            anna.losesCookies();

            // When
            anna.opens("/decyzje?outcome=SILENCE");
            anna.typesNameAtProvider(seller);

            // Then
            anna.seesTitle("Rozmowy");
            assertThat(anna.page().url()).endsWith("/decyzje?outcome=SILENCE");
        }
    }

    @Test
    void aFormOfAnotherSiteIsNotTaken() {
        // Given
        String seller = furnished();
        try (var anna = desktop().signsInAs(seller)) {
            // When
            Object status = anna.page()
                    .evaluate("fetch('/autoresponder/stop', {method: 'POST',"
                            + " headers: {'Content-Type': 'application/x-www-form-urlencoded'},"
                            + " body: 'stopped=true'}).then(answer => answer.status)");

            // Then
            assertThat(status).isEqualTo(400);
            anna.opens("/autoresponder");
            anna.seesTitle("Zatrzymanie awaryjne");
        }
    }

    @Test
    void theReaderChoosesTheLanguage() {
        // Given
        String seller = furnished();
        try (var english =
                visitor(new Browser.NewContextOptions().setLocale("en-GB")).signsInAs(seller)) {
            english.seesTitle("Something needs you");

            // When
            english.page().locator("a[hreflang=pl]:visible").first().click();

            // Then
            english.seesTitle("Coś wymaga Twojej uwagi");
            assertThat(english.page().locator("html").getAttribute("lang")).isEqualTo("pl");
        }
    }

    @Test
    void connectingAMailboxTriesItFirst() {
        try (var nowy = desktop().signsInAs("nowy-" + UUID.randomUUID())) {
            // Given
            nowy.seesTitle("Witaj w Odzewie");
            nowy.seesTitle("Zacznij w trzech krokach");
            nowy.opens("/skrzynki/nowa");

            // When
            nowy.types("Adres e-mail", "nowy@gmail.com");
            nowy.types("Hasło do aplikacji", "zwykłe hasło");
            nowy.presses("Połącz i sprawdź");
            nowy.sees("Google żąda hasła do aplikacji");
            assertThat(nowy.page().locator("#address").inputValue()).isEqualTo("nowy@gmail.com");
            nowy.types("Hasło do aplikacji", "abcd efgh ijkl mnop");
            nowy.presses("Połącz i sprawdź");

            // Then
            nowy.sees("Skrzynka połączona");
            nowy.seesTitle("nowy@gmail.com");
        }
    }

    @Test
    void rulesAreWrittenTriedMovedAndSaved() {
        // Given
        String seller = furnished();
        try (var anna = desktop().signsInAs(seller)) {
            anna.opens("/autoresponder/reguly/nowa");
            anna.types("Nazwa", "Wysyłka");
            anna.types("Słowa", "paczka, wysyłka");
            anna.page().locator("#text").fill("Dzień dobry {{kto}}");

            // When
            anna.presses("Zapisz");
            anna.sees("Nie ma takiej wstawki");
            anna.page().locator("#text").fill("Dzień dobry {{buyer|}}, paczka jest w drodze.");
            anna.sees("Dzień dobry jan_kowalski, paczka jest w drodze.");
            anna.presses("Sprawdź na ostatnich 30 dniach");
            anna.sees("2 wiadomości dostałyby coś innego");
            anna.presses("Zapisz");
            anna.sees("Reguła zapisana");
            anna.presses("Przesuń w górę: Wysyłka");

            // Then
            anna.sees("Kolejność zmieniona");
            assertThat(anna.page().locator(".rules li a.strong").allInnerTexts())
                    .containsExactly("Reklama", "Faktury", "Wysyłka", "Po godzinach");
        }
    }

    @Test
    void whoeverChangesOldRulesIsShownTheNewOnes() {
        // Given
        String seller = furnished();
        try (var anna = desktop().signsInAs(seller)) {
            anna.opens("/autoresponder/reguly/1");
            world.rulesChangeMeanwhile(seller);

            // When
            anna.presses("Zapisz");

            // Then
            anna.sees("Ktoś zmienił to w międzyczasie");
        }
    }

    @Test
    void workingHoursAreAWeekWithDaysOff() {
        // Given
        String seller = furnished();
        try (var anna = desktop().signsInAs(seller)) {
            anna.opens("/autoresponder/godziny");

            // When
            anna.page().locator("#SATURDAY-from-0").fill("10:00");
            anna.page().locator("#SATURDAY-to-0").fill("13:00");
            anna.page().locator("#closure-from-1").fill("2027-05-04");
            anna.presses("Zapisz");

            // Then
            anna.sees("Godziny pracy zapisane");
            assertThat(anna.page().locator("#SATURDAY-from-0").inputValue()).isEqualTo("10:00");
            assertThat(anna.page().locator("#MONDAY-to-1").inputValue()).isEqualTo("17:00");
            assertThat(anna.page().locator("#closure-from-1").inputValue()).isEqualTo("2027-05-04");
        }
    }

    @Test
    void oneButtonStopsAllAnswers() {
        // Given
        String seller = furnished();
        try (var anna = desktop().signsInAs(seller)) {
            anna.opens("/autoresponder");

            // When
            anna.presses("Zatrzymaj odpowiedzi");

            // Then
            anna.sees("Czekają 2 wiadomości");
            anna.opens("/");
            anna.presses("Wznów odpowiedzi");
            anna.sees("Odpowiedzi wznowione");
        }
    }

    @Test
    void conversationsAreFilteredAndCounted() {
        // Given
        String seller = furnished();
        try (var anna = desktop().signsInAs(seller)) {
            anna.opens("/decyzje");
            anna.seesTitle("Ostatnie 30 dni");
            assertThat(anna.page().locator(".chart g").count()).isEqualTo(30);

            // When
            anna.page().locator("#outcome").selectOption("SILENCE");
            anna.presses("Pokaż");

            // Then
            anna.sees("Odpowiedziałeś sam.");
            assertThat(anna.page().locator("main .list").innerText()).doesNotContain("Odpowiedziano");
        }
    }

    @Test
    void waitingBuyersAreAskedAboutOnce() {
        // Given
        String seller = furnished();
        try (var anna = desktop().signsInAs(seller)) {
            anna.opens("/autoresponder/" + world.accountOf(seller));
            anna.seesTitle("3 kupujących czeka na odpowiedź");

            // When
            anna.presses("Tak, odpowiedz");

            // Then
            anna.sees("Odpowiadamy czekającym kupującym");
            assertThat(anna.page().locator("#waiting-title").count()).isZero();
        }
    }

    @Test
    void addressesForNotificationsAreAddedAndRemoved() {
        // Given
        String seller = furnished();
        try (var anna = desktop().signsInAs(seller)) {
            anna.opens("/powiadomienia/ustawienia");
            anna.types("Nowy adres", "anna@localhost");
            anna.presses("Dodaj adres");
            anna.sees("To nie jest adres e-mail");

            // When
            anna.types("Nowy adres", "biuro@sklep-anny.example");
            anna.presses("Dodaj adres");

            // Then
            anna.sees("czeka na potwierdzenie");
            anna.presses("Usuń adres biuro@sklep-anny.example");
            anna.sees("Adres usunięty");
        }
    }

    @Test
    void nobodyIsForgottenByMistake() {
        // Given
        String seller = furnished();
        try (var anna = withoutJavaScript().signsInAs(seller)) {
            anna.opens("/dane");
            anna.page().locator("input[name=sure]").evaluate("box => box.removeAttribute('required')");

            // When
            anna.presses("Usuń moje dane");
            anna.sees("Zaznacz, że tego chcesz");
            anna.page().locator("input[name=sure]").check();
            anna.presses("Usuń moje dane");

            // Then
            anna.seesTitle("Usuwamy dane");
            anna.sees("w toku");
        }
    }

    @Test
    void anOperatorSeesTheInstallationAndStopsIt() {
        try (var operator = desktop()) {
            // Given
            operator.opens("/operator");
            operator.typesNameAtProvider("operator", "{\"groups\":[\"operator\"]}");
            operator.seesTitle("Skrzynki według stanu");
            operator.sees("212 z 849 skrzynek budzi wątpliwości");
            assertThat(operator.barriers()).isEmpty();

            // When
            operator.page().getByText("Zatrzymaj wszystkich").click();
            operator.presses("Tak, zatrzymaj");
            operator.sees("Odpowiedzi wszystkich zatrzymane");
            operator.presses("Wznów wszystkich");

            // Then
            operator.sees("Odpowiedzi wychodzą");
            operator.opens("/operator/listy/responder-service");
            operator.presses("Dostarcz ponownie");
            operator.sees("Zdarzenie przyjęte");
        }
    }

    private String furnished() {
        String seller = "anna-" + UUID.randomUUID();
        world.furnish(seller);
        return seller;
    }

    private Visitor dark() {
        return visitor(polish().setColorScheme(ColorScheme.DARK));
    }
}
