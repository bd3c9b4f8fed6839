package pl.odzew.portal.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of messages, day by day in the seller's zone; a day without any is absent.
public record Statistics(@Nullable String zone, List<Day> days) {

    /// @param silent how many were not answered, by reason
    /// @param medianAnswerSeconds from the buyer's message until the server had the answer
    public record Day(
            LocalDate day,
            long received,
            long answered,
            @Nullable Map<String, Long> silent,
            @Nullable Map<String, Long> waiting,
            @Nullable Long medianAnswerSeconds) {

        public long silences() {
            return sum(silent);
        }

        private static long sum(@Nullable Map<String, Long> counts) {
            return counts == null
                    ? 0
                    : counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public Statistics {
        days = List.copyOf(days);
    }
}
