package pl.odzew.responder.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pl.odzew.responder.hours.Interval;
import pl.odzew.responder.hours.PublicHolidays;
import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.wording.TextFault.Kind;

/// What a text says when it is sent, and what its seller is told before.
class TemplateTest {

    private static final WorkingHours MONDAYS = new WorkingHours(
            WorkingHours.DEFAULT_ZONE,
            Map.of(DayOfWeek.MONDAY, List.of(new Interval(540, 720), new Interval(750, 1020))),
            Set.of(),
            List.of());

    /// A Monday, 10 o'clock in Warsaw.
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void placeholdersAreFilledAndAbsentOnesLeaveTheirFallback() {
        var filling = filling("jan", null, "o1", MONDAYS, NOW);

        assertThat(fill("Witaj {{buyer|}}, {{ offer |oferta}}: {{order|-}}{{order|brak}} {{signature}}", filling))
                .isEqualTo("Witaj jan, oferta: o1o1 Sklep");
    }

    @Test
    void whatABuyerIsCalledIsNotReadAsAPlaceholder() {
        assertThat(fill("{{buyer|}}", filling("{{signature}}", null, null, MONDAYS, NOW)))
                .isEqualTo("{{signature}}");
    }

    @ParameterizedTest(name = "{0}: {1} / {2}")
    @CsvSource({
        "2026-11-23T09:00:00Z, 9:00–12:00 i 12:30–17:00, dzisiaj 12:30",
        "2026-11-22T09:00:00Z, nieczynne, jutro 9:00",
        "2026-11-24T09:00:00Z, nieczynne, 'poniedziałek 30.11, 9:00'",
    })
    void hoursAreSaidInWords(Instant now, String today, String next) {
        assertThat(fill("{{hours-today}} / {{next-opening|zawsze}}", filling(null, null, null, MONDAYS, now)))
                .isEqualTo(today + " / " + next);
    }

    @Test
    void whoAlwaysWorksSaysSo() {
        assertThat(fill(
                        "{{hours-today}}, {{next-opening|zawsze}}",
                        filling(null, null, null, WorkingHours.ALWAYS, NOW)))
                .isEqualTo("całą dobę, zawsze");
    }

    /// The longest words of each language fit into the room that a text's length is checked with.
    @ParameterizedTest
    @EnumSource
    void wordsAreNeverLongerThanTheirPlaceholder(Language language) {
        var busy = new WorkingHours(
                WorkingHours.DEFAULT_ZONE,
                Map.of(
                        DayOfWeek.MONDAY,
                        List.of(
                                new Interval(600, 601),
                                new Interval(660, 661),
                                new Interval(720, 721),
                                new Interval(780, 781),
                                new Interval(840, 841),
                                new Interval(900, 901))),
                Set.of(),
                List.of());
        var filling = filling(null, null, null, busy, NOW);

        assertThat(filling.fill(Template.of("{{hours-today}}"), language))
                .hasSizeLessThan(Placeholder.HOURS_TODAY.longest())
                .endsWith("15:01");
        for (int day = 0; day < 7; day++) {
            Instant then = NOW.plusSeconds(day * 86_400L);
            assertThat(filling(null, null, null, busy, then).fill(Template.of("{{next-opening|}}"), language))
                    .hasSizeLessThan(Placeholder.NEXT_OPENING.longest());
        }
    }

    @Test
    void faultsHaveTheirPlaces() {
        assertThat(faults("Witaj {{buyer}} i {{kto|x}} {{order|"))
                .extracting(TextFault::kind, TextFault::position)
                .containsExactly(
                        tuple(Kind.NEEDS_FALLBACK, 6), tuple(Kind.UNKNOWN_PLACEHOLDER, 18), tuple(Kind.NOT_CLOSED, 28));
    }

    @Test
    void lengthIsThatOfTheLongestValues() {
        String fallback = "x".repeat(50);
        Template template = Template.of("{{buyer|}}{{order|" + fallback + "}}{{offer|}}!{{signature}}");

        assertThat(template.worstCaseLength("abc")).isEqualTo(40 + 50 + 20 + 1 + 3);
        assertThat(template.faults(114, "abc")).isEmpty();
        assertThat(template.faults(113, "abc")).extracting(TextFault::kind).containsExactly(Kind.TOO_LONG);
    }

    @Test
    void valueThatIsTooLongIsCutAndNeverInTheMiddleOfACharacter() {
        String login = "a".repeat(39) + "😀";

        assertThat(fill("{{buyer|}}", filling(login, null, null, MONDAYS, NOW))).isEqualTo("a".repeat(39));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "zajrzyj na https://sklep.pl/regulamin, LINK",
        "zajrzyj na www.sklep.pl, LINK",
        "napisz przez sklep-anna.com.pl, DOMAIN",
        "pisz: biuro@sklep.pl,",
        "Odpiszemy jutro.Pozdrawiamy,",
        "cena 12.50 zł,",
        "wymiary 10.5x3.2 cm,",
        "Dziękujemy za zakup np. lampy,",
    })
    void linksAndDomainsAreFlagged(String text, Kind kind) {
        assertThat(faults(text))
                .extracting(TextFault::kind)
                .containsExactlyElementsOf(kind == null ? List.of() : List.of(kind));
    }

    private static List<TextFault> faults(String text) {
        return Template.of(text).faults(Template.ALLEGRO_LIMIT, "");
    }

    private static String fill(String text, Filling filling) {
        return filling.fill(Template.of(text), Language.PL);
    }

    private static Filling filling(String buyer, String offer, String order, WorkingHours hours, Instant now) {
        return new Filling(buyer, offer, order, hours, PublicHolidays.NONE, "Sklep", now);
    }
}
