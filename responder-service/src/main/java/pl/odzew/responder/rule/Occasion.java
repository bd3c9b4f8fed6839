package pl.odzew.responder.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.message.v1.ThreadKind;
import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.wording.Language;

/// A message at the moment at which it would be answered; what costs time is found out when a rule asks for it, once.
///
/// Not for use by several threads.
public final class Occasion {

    private final MessageReceived message;
    private final boolean buyerKnown;
    private final WorkingHours hours;
    private final Knowledge knowledge;
    private final Instant now;
    private @Nullable Words subject;
    private @Nullable Words text;
    private @Nullable Boolean open;
    private @Nullable Optional<Language> language;

    /// @param buyerKnown whether the buyer has written to the seller before
    public Occasion(MessageReceived message, boolean buyerKnown, WorkingHours hours, Knowledge knowledge, Instant now) {
        this.message = requireNonNull(message, "message is null");
        this.buyerKnown = buyerKnown;
        this.hours = requireNonNull(hours, "hours is null");
        this.knowledge = requireNonNull(knowledge, "knowledge is null");
        this.now = requireNonNull(now, "now is null");
    }

    Channel channel() {
        return message.target().channel();
    }

    ThreadKind threadKind() {
        return message.threadKind();
    }

    boolean hasOffer() {
        return message.offerId() != null;
    }

    boolean hasOrder() {
        return message.orderId() != null;
    }

    boolean isBuyerKnown() {
        return buyerKnown;
    }

    boolean isInWorkingHours() {
        if (open == null) {
            open = hours.isOpenAt(now, knowledge.calendar());
        }
        return open;
    }

    Words subject() {
        if (subject == null) {
            String line = message.subject();
            subject = Words.of(line == null ? "" : line, knowledge.baseForms());
        }
        return subject;
    }

    Words text() {
        if (text == null) {
            text = Words.of(message.text().value(), knowledge.baseForms());
        }
        return text;
    }

    public Optional<Language> language() {
        if (language == null) {
            language = knowledge.languages().of(message.text().value());
        }
        return language;
    }
}
