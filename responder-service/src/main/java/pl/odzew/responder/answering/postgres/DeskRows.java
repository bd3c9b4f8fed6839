package pl.odzew.responder.answering.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.odzew.events.SellerId;
import pl.odzew.responder.answering.BuyerIdentities;
import pl.odzew.responder.answering.DeskChanges;
import pl.odzew.responder.answering.DeskState;
import pl.odzew.responder.settings.SellerTargets;
import pl.odzew.responder.settings.postgres.TargetRow;

/// The rows of one open desk; all are managed by the session, so that what is changed in them is written on its flush.
record DeskRows(
        SellerRow seller,
        List<TargetRow> targets,
        List<BuyerIdentityRow> identities,
        List<DecisionRow> decisions,
        List<PersonsAnswerRow> personsAnswers) {

    /// Deals the rows of several sellers out to their desks.
    static List<DeskRows> of(
            List<SellerRow> sellers,
            List<TargetRow> targets,
            List<BuyerIdentityRow> identities,
            List<DecisionRow> decisions,
            List<PersonsAnswerRow> personsAnswers) {
        Map<String, List<TargetRow>> targetsOf = targets.stream().collect(groupingBy(TargetRow::sellerId));
        Map<String, List<BuyerIdentityRow>> identitiesOf = identities.stream().collect(groupingBy(row -> row.sellerId));
        Map<String, List<DecisionRow>> decisionsOf = decisions.stream().collect(groupingBy(row -> row.sellerId));
        Map<String, List<PersonsAnswerRow>> answersOf =
                personsAnswers.stream().collect(groupingBy(row -> row.sellerId));
        return sellers.stream()
                .map(seller -> new DeskRows(
                        seller,
                        targetsOf.getOrDefault(seller.sellerId, List.of()),
                        identitiesOf.getOrDefault(seller.sellerId, List.of()),
                        decisionsOf.getOrDefault(seller.sellerId, List.of()),
                        answersOf.getOrDefault(seller.sellerId, List.of())))
                .toList();
    }

    SellerId sellerId() {
        return new SellerId(seller.sellerId);
    }

    DeskState toState(WaitingMessages messages) {
        var loginByMasked = new HashMap<String, String>();
        identities.forEach(row -> loginByMasked.put(row.maskedLocalPart, row.login));
        return new DeskState(
                sellerId(),
                seller.settingsVersion,
                SellerTargets.of(targets.stream().map(TargetRow::toTarget).toList()),
                new BuyerIdentities(loginByMasked),
                decisions.stream().map(row -> row.toDecision(messages)).toList(),
                personsAnswers.stream().map(PersonsAnswerRow::toAnswer).toList());
    }

    /// Brings the changes into the rows; answers the rows that are new and have to be inserted.
    List<Object> take(DeskChanges changes, WaitingMessages messages) {
        seller.settingsVersion = changes.settingsVersion();
        var fresh = new ArrayList<>();
        takeTargets(changes, fresh);
        takeDecisions(changes, messages, fresh);
        takePersonsAnswers(changes, fresh);
        changes.identities().forEach((masked, login) -> fresh.add(BuyerIdentityRow.of(seller.sellerId, masked, login)));
        return fresh;
    }

    private void takeTargets(DeskChanges changes, List<Object> fresh) {
        Map<UUID, TargetRow> known = targets.stream().collect(toMap(TargetRow::id, row -> row));
        changes.targets().forEach(target -> {
            TargetRow row = known.get(target.target().id());
            if (row == null) {
                fresh.add(TargetRow.of(target));
            } else {
                row.take(target);
            }
        });
    }

    private void takeDecisions(DeskChanges changes, WaitingMessages messages, List<Object> fresh) {
        Map<String, DecisionRow> known = decisions.stream().collect(toMap(row -> row.messageId, row -> row));
        changes.decisions().forEach(decision -> {
            DecisionRow row = known.get(decision.messageId().value());
            if (row == null) {
                fresh.add(DecisionRow.of(decision, messages));
            } else {
                row.take(decision, messages);
            }
        });
    }

    private void takePersonsAnswers(DeskChanges changes, List<Object> fresh) {
        changes.personsAnswers()
                .forEach(answer -> personsAnswers.stream()
                        .filter(row -> row.isOf(answer))
                        .findFirst()
                        .ifPresentOrElse(
                                row -> row.take(answer), () -> fresh.add(PersonsAnswerRow.of(sellerId(), answer))));
    }
}
