package pl.odzew.portal.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void daysWithoutAMessageAreThereToo() {
        Chart chart = Chart.of(new Statistics("Europe/Warsaw", List.of()), TODAY, 30);

        assertThat(chart.bars()).hasSize(30);
        assertThat(chart.bars().getLast().day()).isEqualTo(TODAY);
        assertThat(chart.bars())
                .allSatisfy(bar -> assertThat(bar.answeredHeight()).isZero());
        assertThat(chart.medianSeconds()).isNull();
    }

    @Test
    void theHighestDayFillsTheDrawing() {
        // Given
        var full = new Statistics.Day(TODAY, 8, 6, Map.of("TOO_OLD", 2L), Map.of(), 5L);
        var half = new Statistics.Day(TODAY.minusDays(1), 4, 4, Map.of(), Map.of(), 9L);

        // When
        Chart chart = Chart.of(new Statistics("Europe/Warsaw", List.of(half, full)), TODAY, 30);

        // Then
        Chart.Bar last = chart.bars().getLast();
        assertThat(last.answeredHeight() + last.silentHeight()).isEqualTo(Chart.HEIGHT);
        assertThat(last.silentY()).isZero();
        assertThat(chart.bars().get(28).answeredHeight()).isEqualTo(Chart.HEIGHT / 2);
        assertThat(chart.answered()).isEqualTo(10);
        assertThat(chart.medianSeconds()).isEqualTo(9);
    }
}
