package pl.odzew.responder.wording;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pl.odzew.responder.hours.Interval;

/// How hours and days are said in each language; not left to the JDK's locale data, which small images lack.
///
/// @param days from Monday on
record Phrases(String closed, String wholeDay, String and, String today, String tomorrow, List<String> days) {

    private static final int HOUR = 60;

    private static final Map<Language, Phrases> BY_LANGUAGE = new EnumMap<>(Map.of(
            Language.PL,
            new Phrases(
                    "nieczynne",
                    "całą dobę",
                    "i",
                    "dzisiaj",
                    "jutro",
                    List.of("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela")),
            Language.EN,
            new Phrases(
                    "closed",
                    "all day",
                    "and",
                    "today",
                    "tomorrow",
                    List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")),
            Language.CS,
            new Phrases(
                    "zavřeno",
                    "nepřetržitě",
                    "a",
                    "dnes",
                    "zítra",
                    List.of("pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle")),
            Language.SK,
            new Phrases(
                    "zatvorené",
                    "nepretržite",
                    "a",
                    "dnes",
                    "zajtra",
                    List.of("pondelok", "utorok", "streda", "štvrtok", "piatok", "sobota", "nedeľa")),
            Language.HU,
            new Phrases(
                    "zárva",
                    "egész nap",
                    "és",
                    "ma",
                    "holnap",
                    List.of("hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap")),
            Language.UK,
            new Phrases(
                    "зачинено",
                    "цілодобово",
                    "та",
                    "сьогодні",
                    "завтра",
                    List.of("понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота", "неділя")),
            Language.DE,
            new Phrases(
                    "geschlossen",
                    "rund um die Uhr",
                    "und",
                    "heute",
                    "morgen",
                    List.of("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"))));

    static Phrases in(Language language) {
        return requireNonNull(BY_LANGUAGE.get(language), "every language has its phrases");
    }

    String hours(List<Interval> intervals) {
        if (intervals.isEmpty()) {
            return closed;
        }
        if (intervals.size() == 1
                && intervals.getFirst().from() == 0
                && intervals.getFirst().to() == Interval.END_OF_DAY) {
            return wholeDay;
        }
        List<String> spans = intervals.stream()
                .map(interval -> time(interval.from()) + "–" + time(interval.to()))
                .toList();
        int last = spans.size() - 1;
        return last == 0
                ? spans.getFirst()
                : spans.subList(0, last).stream().collect(joining(", ")) + " " + and + " " + spans.get(last);
    }

    String opening(ZonedDateTime opening, LocalDate today) {
        LocalDate day = opening.toLocalDate();
        String time = time(opening.getHour() * HOUR + opening.getMinute());
        if (day.equals(today)) {
            return this.today + " " + time;
        }
        if (day.equals(today.plusDays(1))) {
            return tomorrow + " " + time;
        }
        return "%s %d.%02d, %s"
                .formatted(days.get(day.getDayOfWeek().ordinal()), day.getDayOfMonth(), day.getMonthValue(), time);
    }

    private static String time(int minutes) {
        return "%d:%02d".formatted(minutes / HOUR, minutes % HOUR);
    }
}
