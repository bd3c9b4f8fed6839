package pl.odzew.portal.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A column for each of the last days, as an SVG draws it: answered below, silent above, in units of the drawing.
///
/// @param bars oldest first, days without a message too
/// @param highest the most messages of a day
/// @param answered in all
/// @param received in all
/// @param medianSeconds the median of the days' medians; absent without an answer
public record Chart(
        List<Bar> bars,
        long highest,
        long answered,
        long received,
        @Nullable Long medianSeconds) {

    /// In units of the drawing.
    public static final int WIDTH = 720;

    public static final int HEIGHT = 160;
    private static final int GAP = 4;

    /// @param x of its left edge
    /// @param answeredY of the top of the part below
    /// @param silentY of the top of the part above it
    public record Bar(
            LocalDate day,
            long answered,
            long silent,
            int x,
            int width,
            int answeredY,
            int answeredHeight,
            int silentY,
            int silentHeight) {

        /// Whether the axis names it.
        public boolean isNamed() {
            return day.getDayOfMonth() % 7 == 1;
        }
    }

    public static Chart of(Statistics statistics, LocalDate today, int days) {
        Map<LocalDate, Statistics.Day> known =
                statistics.days().stream().collect(Collectors.toMap(Statistics.Day::day, Function.identity()));
        List<LocalDate> shown =
                today.minusDays(days - 1L).datesUntil(today.plusDays(1)).toList();
        long highest = Math.max(
                1,
                shown.stream()
                        .map(known::get)
                        .filter(day -> day != null)
                        .mapToLong(day -> day.answered() + day.silences())
                        .max()
                        .orElse(0));
        int width = WIDTH / days;
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < days; i++) {
            bars.add(bar(shown.get(i), known.get(shown.get(i)), i * width, width - GAP, highest));
        }
        List<Statistics.Day> all = statistics.days();
        List<Long> medians = all.stream()
                .map(Statistics.Day::medianAnswerSeconds)
                .filter(seconds -> seconds != null)
                .sorted()
                .toList();
        return new Chart(
                bars,
                highest,
                all.stream().mapToLong(Statistics.Day::answered).sum(),
                all.stream().mapToLong(Statistics.Day::received).sum(),
                medians.isEmpty() ? null : medians.get(medians.size() / 2));
    }

    private static Bar bar(LocalDate day, Statistics.@Nullable Day counts, int x, int width, long highest) {
        long answered = counts == null ? 0 : counts.answered();
        long silent = counts == null ? 0 : counts.silences();
        int answeredHeight = Math.toIntExact(answered * HEIGHT / highest);
        int silentHeight = Math.toIntExact(silent * HEIGHT / highest);
        return new Bar(
                day,
                answered,
                silent,
                x,
                width,
                HEIGHT - answeredHeight,
                answeredHeight,
                HEIGHT - answeredHeight - silentHeight,
                silentHeight);
    }
}
