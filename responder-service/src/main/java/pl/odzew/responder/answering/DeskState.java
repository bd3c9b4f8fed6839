package pl.odzew.responder.answering;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.responder.decision.SellerSettings;

/// What a desk is opened with: of the seller everything he set, of his buyers those with whom the work has to do.
///
/// @param settingsVersion of the last `autoresponder.settings-changed`
/// @param stopped the seller's own stop switch
/// @param installationStopped the installation's
/// @param decisions of these buyers as far back as the seller's window asks, and all that wait or whose replies
/// are to be touched
/// @param messages of the replies that are being withdrawn and would have to be decided again
/// @param orderMates who wrote about the orders that the work names
/// @param firstContacts when these buyers first wrote; only where a rule asks
public record DeskState(
        SellerId sellerId,
        long settingsVersion,
        boolean stopped,
        boolean installationStopped,
        SellerSettings settings,
        BuyerIdentities identities,
        List<RecordedDecision> decisions,
        Map<EventId, MessageReceived> messages,
        List<PersonsAnswer> personsAnswers,
        List<OrderMate> orderMates,
        List<FirstContact> firstContacts) {

    public DeskState {
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(identities, "identities is null");
        decisions = List.copyOf(decisions);
        messages = Map.copyOf(messages);
        personsAnswers = List.copyOf(personsAnswers);
        orderMates = List.copyOf(orderMates);
        firstContacts = List.copyOf(firstContacts);
    }
}
