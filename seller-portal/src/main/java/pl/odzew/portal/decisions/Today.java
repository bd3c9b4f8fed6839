package pl.odzew.portal.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/// What happened since midnight in the seller's zone.
public record Today(long answered, long waiting, long silent) {

    public static Today of(List<DecisionView> decisions, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        List<DecisionView> ofToday = decisions.stream()
                .filter(decision -> LocalDate.ofInstant(decision.receivedAt(), clock.getZone())
                        .equals(today))
                .toList();
        return new Today(
                ofToday.stream().filter(DecisionView::isReply).count(),
                ofToday.stream().filter(DecisionView::isWaiting).count(),
                ofToday.stream().filter(DecisionView::isSilence).count());
    }

    public long all() {
        return answered + waiting + silent;
    }
}
