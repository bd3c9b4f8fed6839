package pl.odzew.events.message.v1;

import com.fasterxml.jackson.annotation.JsonIgnore;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.Target;

/// An event of one conversation; the key is the conversation id.
public sealed interface MessageEvent extends Event permits MessageReceived, MessageAnsweredByPerson {

    /// The mailbox or Allegro account in which it was seen.
    Target target();

    ConversationId conversationId();

    @Override
    @JsonIgnore
    default String key() {
        return conversationId().value();
    }
}
