package pl.odzew.allegro.messaging;

import pl.odzew.events.message.v1.ThreadKind;

/// Where buyers and sellers write to each other at Allegro.
public enum Place {
    /// The Message Center, purchase problems since 2026-10-28 included.
    MESSAGES,
    /// The chats of claims, and of disputes that were opened before.
    ISSUES;

    public static Place of(ThreadKind kind) {
        return switch (kind) {
            case CONVERSATION, POST_PURCHASE_ISSUE -> MESSAGES;
            case CLAIM, DISPUTE -> ISSUES;
        };
    }
}
