package pl.odzew.responder.answering;

import java.util.List;
import java.util.Map;
import pl.odzew.events.EventId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.responder.settings.AutoresponderTarget;

/// What work at a desk has changed: to be stored in one transaction with the events.
///
/// @param messages those that were decided for the first time, with the buyers' words
/// @param identities masked local parts with their logins, those that were learnt
/// @param events in the order in which they must leave
public record DeskChanges(
        long settingsVersion,
        boolean stopped,
        List<AutoresponderTarget> targets,
        List<RecordedDecision> decisions,
        Map<EventId, MessageReceived> messages,
        Map<String, String> identities,
        List<PersonsAnswer> personsAnswers,
        List<CloudEvent> events) {

    public DeskChanges {
        targets = List.copyOf(targets);
        decisions = List.copyOf(decisions);
        messages = Map.copyOf(messages);
        identities = Map.copyOf(identities);
        personsAnswers = List.copyOf(personsAnswers);
        events = List.copyOf(events);
    }
}
