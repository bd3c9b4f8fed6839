package pl.odzew.responder.answering.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.responder.answering.BuyerIdentities;
import pl.odzew.responder.answering.DeskChanges;
import pl.odzew.responder.answering.DeskState;
import pl.odzew.responder.answering.FirstContact;
import pl.odzew.responder.answering.OrderMate;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.decision.SellerSettings;
import pl.odzew.responder.rule.postgres.SellerDocuments.Settings;
import pl.odzew.responder.settings.SellerTargets;
import pl.odzew.responder.settings.postgres.TargetRow;

/// The rows of one open desk. Those of the seller, his targets and persons' answers are managed by the session,
/// so that what is changed in them is written on its flush; decisions are written by [DecisionWriter].
record DeskRows(
        SellerRow seller,
        boolean installationStopped,
        Settings settings,
        List<TargetRow> targets,
        List<BuyerIdentityRow> identities,
        List<DecisionRow> decisions,
        Map<String, MessageReceived> messages,
        List<PersonsAnswerRow> personsAnswers,
        List<OrderMate> orderMates,
        List<FirstContact> firstContacts) {

    /// Deals the rows of several sellers out to their desks.
    static List<DeskRows> of(
            List<SellerRow> sellers,
            boolean installationStopped,
            Map<String, Settings> settings,
            List<TargetRow> targets,
            List<BuyerIdentityRow> identities,
            List<DecisionRow> decisions,
            Map<String, MessageReceived> messages,
            List<PersonsAnswerRow> personsAnswers,
            List<Object[]> orderMates,
            List<Object[]> firstContacts) {
        Map<String, List<TargetRow>> targetsOf = targets.stream().collect(groupingBy(TargetRow::sellerId));
        Map<String, List<BuyerIdentityRow>> identitiesOf = identities.stream().collect(groupingBy(row -> row.sellerId));
        Map<String, List<DecisionRow>> decisionsOf = decisions.stream().collect(groupingBy(row -> row.sellerId));
        Map<String, List<PersonsAnswerRow>> answersOf =
                personsAnswers.stream().collect(groupingBy(row -> row.sellerId));
        Map<String, List<Object[]>> matesOf = orderMates.stream().collect(groupingBy(row -> (String) row[0]));
        Map<String, List<Object[]>> contactsOf = firstContacts.stream().collect(groupingBy(row -> (String) row[0]));
        return sellers.stream()
                .map(seller -> new DeskRows(
                        seller,
                        installationStopped,
                        settingsOf(settings, seller),
                        targetsOf.getOrDefault(seller.sellerId, List.of()),
                        identitiesOf.getOrDefault(seller.sellerId, List.of()),
                        decisionsOf.getOrDefault(seller.sellerId, List.of()),
                        messages,
                        answersOf.getOrDefault(seller.sellerId, List.of()),
                        matesOf.getOrDefault(seller.sellerId, List.of()).stream()
                                .map(row -> new OrderMate((String) row[1], buyer(row[2], row[3])))
                                .toList(),
                        contactsOf.getOrDefault(seller.sellerId, List.of()).stream()
                                .map(DeskRows::firstContact)
                                .toList()))
                .toList();
    }

    private static Settings settingsOf(Map<String, Settings> settings, SellerRow seller) {
        Settings found = settings.get(seller.sellerId);
        if (found == null) {
            throw new IllegalStateException("settings were not loaded");
        }
        return found;
    }

    private static FirstContact firstContact(Object[] columns) {
        return new FirstContact(buyer(columns[1], columns[2]), ((OffsetDateTime) columns[3]).toInstant());
    }

    static Buyer buyer(@Nullable Object login, @Nullable Object masked) {
        return new Buyer((@Nullable String) login, (@Nullable String) masked);
    }

    SellerId sellerId() {
        return new SellerId(seller.sellerId);
    }

    DeskState toState() {
        var loginByMasked = new HashMap<String, String>();
        identities.forEach(row -> loginByMasked.put(row.maskedLocalPart, row.login));
        List<RecordedDecision> recorded =
                decisions.stream().map(row -> row.toDecision(messages)).toList();
        var kept = new HashMap<EventId, MessageReceived>();
        recorded.forEach(decision -> {
            MessageReceived message = messages.get(decision.messageId().value());
            if (message != null) {
                kept.put(decision.messageId(), message);
            }
        });
        return new DeskState(
                sellerId(),
                seller.settingsVersion,
                seller.stopped,
                installationStopped,
                new SellerSettings(
                        SellerTargets.of(
                                targets.stream().map(TargetRow::toTarget).toList()),
                        settings.rules(),
                        settings.hours(),
                        seller.stopped || installationStopped),
                new BuyerIdentities(loginByMasked),
                recorded,
                kept,
                personsAnswers.stream().map(PersonsAnswerRow::toAnswer).toList(),
                orderMates,
                firstContacts);
    }

    /// Brings the changes into the rows; answers the rows that are new and have to be inserted.
    List<Object> take(DeskChanges changes) {
        seller.settingsVersion = changes.settingsVersion();
        seller.stopped = changes.stopped();
        var fresh = new ArrayList<>();
        takeTargets(changes, fresh);
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

    private void takePersonsAnswers(DeskChanges changes, List<Object> fresh) {
        changes.personsAnswers()
                .forEach(answer -> personsAnswers.stream()
                        .filter(row -> row.isOf(answer))
                        .findFirst()
                        .ifPresentOrElse(
                                row -> row.take(answer), () -> fresh.add(PersonsAnswerRow.of(sellerId(), answer))));
    }
}
