package pl.odzew.events.autoresponder.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Which autoresponder answers for a target; on the wire the number that sellers know.
public enum AutoresponderVersion {
    /// Through a mailbox: one text for each new conversation.
    VERSION_1(1),
    /// Through a mailbox: rules, working hours, placeholders.
    VERSION_2(2),
    /// Through Allegro's API; needs no mailbox.
    VERSION_3(3);

    private final int number;

    AutoresponderVersion(int number) {
        this.number = number;
    }

    @JsonValue
    public int number() {
        return number;
    }

    @JsonCreator
    public static AutoresponderVersion of(int number) {
        return switch (number) {
            case 1 -> VERSION_1;
            case 2 -> VERSION_2;
            case 3 -> VERSION_3;
            default -> throw new IllegalArgumentException("version 1, 2 or 3 expected, not " + number);
        };
    }
}
