package pl.odzew.allegro.messaging;

import java.util.List;
import java.util.Set;

/// What Odzew itself wrote into a thread, so that it is not taken for a person's words.
///
/// @param posted ids that Allegro gave
/// @param underWay texts that may stand there without our knowing the id yet
/// @param unproven texts of which nothing was ever proved
public record OurReplies(Set<MessageId> posted, List<String> underWay, List<String> unproven) {

    public OurReplies {
        posted = Set.copyOf(posted);
        underWay = List.copyOf(underWay);
        unproven = List.copyOf(unproven);
    }

    public static OurReplies none() {
        return new OurReplies(Set.of(), List.of(), List.of());
    }

    public boolean hold(Message message) {
        return posted.contains(message.id()) || unproven.stream().anyMatch(message::says);
    }

    /// Whether it is one of those of which nothing was proved until now.
    public boolean prove(Message message) {
        return !posted.contains(message.id()) && unproven.stream().anyMatch(message::says);
    }

    public boolean mayHold(Message message) {
        return !hold(message) && underWay.stream().anyMatch(message::says);
    }
}
