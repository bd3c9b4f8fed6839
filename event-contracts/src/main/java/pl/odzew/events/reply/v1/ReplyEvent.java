package pl.odzew.events.reply.v1;

import com.fasterxml.jackson.annotation.JsonIgnore;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.ReplyId;
import pl.odzew.events.Target;

/// An event about one reply; the key is the conversation id.
public sealed interface ReplyEvent extends Event permits ReplyRequested, ReplyWithdrawn, ReplyResult {

    ReplyId replyId();

    /// Through which mailbox or account it goes.
    Target target();

    ConversationId conversationId();

    @Override
    @JsonIgnore
    default String key() {
        return conversationId().value();
    }
}
