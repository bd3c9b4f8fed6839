package pl.odzew.responder.answering.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.responder.answering.ReplyState;
import pl.odzew.responder.answering.postgres.DecisionRow.Kind;
import pl.odzew.responder.decision.WaitReason;

/// The statements that read desks, for some sellers at once.
///
/// @param sellers in ascending order
record DeskQueries(Mutiny.Session session, List<String> sellers) {

    /// In the order of the ids, as the lock: two batches that meet must not wait for each other.
    private static final String ADD_SELLERS = """
            insert into seller (seller_id)
            select id from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as ids (id) order by id
                on conflict do nothing
            """;

    /// When each of these buyers first wrote, of those sellers alone whose rules ask for it.
    private static final String FIRST_CONTACTS = """
            select seller_id, buyer_login, buyer_masked, min(received_at)
              from decision
             where seller_id in :sellers and (buyer_login in :logins or buyer_masked in :masked)
             group by seller_id, buyer_login, buyer_masked
            """;

    private static final List<ReplyState> OPEN = List.of(ReplyState.REQUESTED, ReplyState.DEFERRED);

    /// The rows of all sellers, of whom most are known already.
    Uni<List<SellerRow>> lock() {
        return lockKnown()
                .flatMap(known -> known.size() == sellers.size()
                        ? Uni.createFrom().item(known)
                        : session.createNativeQuery(ADD_SELLERS)
                                .setParameter("ids", new JsonArray(sellers).encode())
                                .executeUpdate()
                                .chain(this::lockKnown));
    }

    private Uni<List<SellerRow>> lockKnown() {
        return session.createQuery("from SellerRow where sellerId in :sellers order by sellerId", SellerRow.class)
                .setParameter("sellers", sellers)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Uni<Boolean> isInstallationStopped() {
        return session.createNativeQuery("select stopped from installation", Boolean.class)
                .getSingleResult();
    }

    Uni<List<BuyerIdentityRow>> identities(BuyerKeys keys) {
        return session.createQuery(
                        "from BuyerIdentityRow where sellerId in :sellers and (login in :logins or maskedLocalPart in :masked)",
                        BuyerIdentityRow.class)
                .setParameter("sellers", sellers)
                .setParameter("logins", keys.logins())
                .setParameter("masked", keys.masked())
                .getResultList();
    }

    /// What is remembered of the buyers: recent replies, older ones that are not at their end, and what waits.
    Uni<List<DecisionRow>> repliesTo(BuyerKeys keys, Instant since) {
        return session.createQuery("""
                        from DecisionRow
                        where sellerId in :sellers and (buyerLogin in :logins or buyerMasked in :masked)
                          and (outcome = :reply and decidedAt > :since or outcome = :waiting or replyState in :open)""", DecisionRow.class)
                .setParameter("sellers", sellers)
                .setParameter("logins", keys.logins())
                .setParameter("masked", keys.masked())
                .setParameter("since", since)
                .setParameter("reply", Kind.REPLY)
                .setParameter("waiting", Kind.WAITING)
                .setParameter("open", OPEN)
                .getResultList();
    }

    /// Which of these messages were decided before.
    Uni<List<DecisionRow>> decisionsAbout(Collection<String> messages) {
        return session.createQuery("from DecisionRow where messageId in :messages", DecisionRow.class)
                .setParameter("messages", messages)
                .getResultList();
    }

    /// Who wrote about these orders, by any name.
    Uni<List<Object[]>> orderMates(Collection<String> orders) {
        return session.createNativeQuery(
                        "select distinct seller_id, order_id, buyer_login, buyer_masked from decision"
                                + " where seller_id in :sellers and order_id in :orders",
                        Object[].class)
                .setParameter("sellers", sellers)
                .setParameter("orders", orders)
                .getResultList();
    }

    Uni<List<Object[]>> firstContacts(Collection<String> curious, BuyerKeys keys) {
        return session.createNativeQuery(FIRST_CONTACTS, Object[].class)
                .setParameter("sellers", curious)
                .setParameter("logins", keys.logins())
                .setParameter("masked", keys.masked())
                .getResultList();
    }

    Uni<List<PersonsAnswerRow>> personsAnswersTo(BuyerKeys keys, Set<String> conversations) {
        return session.createQuery("""
                        from PersonsAnswerRow
                        where sellerId in :sellers
                          and (buyerLogin in :logins or buyerMasked in :masked or conversationId in :conversations)""", PersonsAnswerRow.class)
                .setParameter("sellers", sellers)
                .setParameter("logins", keys.logins())
                .setParameter("masked", keys.masked())
                .setParameter("conversations", conversations)
                .getResultList();
    }

    Uni<List<DecisionRow>> decisionsWith(Collection<UUID> replies) {
        return session.createQuery(
                        "from DecisionRow where sellerId in :sellers and replyId in :replies", DecisionRow.class)
                .setParameter("sellers", sellers)
                .setParameter("replies", replies)
                .getResultList();
    }

    Uni<List<DecisionRow>> openReplies() {
        return session.createQuery(
                        "from DecisionRow where sellerId in :sellers and replyState in :open", DecisionRow.class)
                .setParameter("sellers", sellers)
                .setParameter("open", OPEN)
                .getResultList();
    }

    Uni<List<DecisionRow>> waitingFor(WaitReason reason) {
        return session.createQuery(
                        "from DecisionRow where sellerId in :sellers and outcome = :waiting and waitReason = :reason",
                        DecisionRow.class)
                .setParameter("sellers", sellers)
                .setParameter("waiting", Kind.WAITING)
                .setParameter("reason", reason)
                .getResultList();
    }

    Uni<List<DecisionRow>> waitingAt(UUID target) {
        return session.createQuery(
                        "from DecisionRow where sellerId in :sellers and targetId = :target and outcome = :waiting",
                        DecisionRow.class)
                .setParameter("sellers", sellers)
                .setParameter("target", target)
                .setParameter("waiting", Kind.WAITING)
                .getResultList();
    }

    Uni<List<DecisionRow>> due(Instant now, Instant receivedUntil) {
        return session.createQuery("""
                        from DecisionRow
                        where sellerId in :sellers and outcome = :waiting and (receivedAt <= :until or dueAt <= :now)""", DecisionRow.class)
                .setParameter("sellers", sellers)
                .setParameter("waiting", Kind.WAITING)
                .setParameter("until", receivedUntil)
                .setParameter("now", now)
                .getResultList();
    }
}
