package pl.odzew.responder.rehearsal;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.odzew.responder.answering.Outcome;
import pl.odzew.responder.answering.Outcome.Answered;
import pl.odzew.responder.answering.Outcome.Silent;
import pl.odzew.responder.answering.Outcome.Waiting;

/// A message with what became of it and what would have become of it.
///
/// @param text what would be answered; absent for silence
public record Rehearsed(Past past, Outcome after, @Nullable String text) {

    public Rehearsed {
        requireNonNull(past, "past is null");
        requireNonNull(after, "after is null");
    }

    /// Whether the seller would notice: another rule or another reason is a change too.
    public boolean isChanged() {
        return switch (past.decision().outcome()) {
            case Answered before -> !(after instanceof Answered now && Objects.equals(before.rule(), now.rule()));
            case Silent before -> !before.equals(after);
            case Waiting before -> !(after instanceof Waiting now && before.reason() == now.reason());
        };
    }
}
