package pl.odzew.responder.answering;

import static java.util.Objects.requireNonNull;

import java.util.List;
import pl.odzew.events.SellerId;
import pl.odzew.responder.settings.SellerTargets;

/// What a desk is opened with: of the seller everything he set, of his buyers those with whom the work has to do.
///
/// @param settingsVersion of the last `autoresponder.settings-changed`
/// @param decisions of these buyers as far back as the policy asks, and all that wait or whose replies
/// are to be touched
public record DeskState(
        SellerId sellerId,
        long settingsVersion,
        SellerTargets targets,
        BuyerIdentities identities,
        List<RecordedDecision> decisions,
        List<PersonsAnswer> personsAnswers) {

    public DeskState {
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(targets, "targets is null");
        requireNonNull(identities, "identities is null");
        decisions = List.copyOf(decisions);
        personsAnswers = List.copyOf(personsAnswers);
    }
}
