package pl.odzew.responder.answering.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.EventId;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.message.v1.MessageText;
import pl.odzew.responder.answering.Outcome;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.answering.postgres.DecisionRow.Kind;

/// Writes decisions, new and changed ones, in one statement however many they are: a statement each would cost
/// more than all else of a batch together.
@ApplicationScoped
class DecisionWriter {

    /// The message is written once and never changed. The inner cast tells the driver that the parameter is text.
    private static final String UPSERT = """
            insert into decision (message_id, seller_id, channel, target_id, conversation_id, buyer_login, buyer_masked,
                                  order_id, received_at, decided_at, outcome, silence_reason, wait_reason, due_at,
                                  rule_name, reply_id, reply_state, reply_state_since, withdrawal, failure, message)
            select message_id, seller_id, channel, target_id, conversation_id, buyer_login, buyer_masked,
                   order_id, received_at, decided_at, outcome, silence_reason, wait_reason, due_at,
                   rule_name, reply_id, reply_state, reply_state_since, withdrawal, failure, message
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as decided (
                       message_id text, seller_id text, channel text, target_id uuid, conversation_id text,
                       buyer_login text, buyer_masked text, order_id text, received_at timestamptz,
                       decided_at timestamptz, outcome text, silence_reason text, wait_reason text, due_at timestamptz,
                       rule_name text, reply_id uuid, reply_state text, reply_state_since timestamptz, withdrawal text,
                       failure text, message jsonb)
                on conflict (message_id) do update
               set decided_at = excluded.decided_at, outcome = excluded.outcome,
                   silence_reason = excluded.silence_reason, wait_reason = excluded.wait_reason,
                   due_at = excluded.due_at, rule_name = excluded.rule_name, reply_id = excluded.reply_id,
                   reply_state = excluded.reply_state, reply_state_since = excluded.reply_state_since,
                   withdrawal = excluded.withdrawal, failure = excluded.failure
            """;

    private final ObjectMapper json;

    DecisionWriter(ObjectMapper json) {
        this.json = json;
    }

    /// @param messages of the decisions that are new
    Uni<Void> write(Mutiny.Session session, List<RecordedDecision> decisions, Map<EventId, MessageReceived> messages) {
        if (decisions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(UPSERT)
                .setParameter("rows", rows(decisions, messages))
                .executeUpdate()
                .replaceWithVoid();
    }

    private String rows(List<RecordedDecision> decisions, Map<EventId, MessageReceived> messages) {
        var written = new StringWriter();
        try (JsonGenerator to = json.createGenerator(written)) {
            to.writeStartArray();
            for (RecordedDecision decision : decisions) {
                to.writeStartObject();
                row(to, decision, messages.get(decision.messageId()));
                to.writeEndObject();
            }
            to.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a decision cannot be written", e);
        }
        return written.toString();
    }

    private void row(JsonGenerator to, RecordedDecision decision, @Nullable MessageReceived message)
            throws IOException {
        put(to, "message_id", decision.messageId().value());
        put(to, "seller_id", decision.sellerId().value());
        put(to, "channel", decision.target().channel());
        put(to, "target_id", decision.target().id());
        put(to, "conversation_id", decision.conversationId().value());
        put(to, "buyer_login", decision.buyer().login());
        put(to, "buyer_masked", decision.buyer().maskedLocalPart());
        put(to, "received_at", decision.receivedAt());
        put(to, "decided_at", decision.decidedAt());
        outcome(to, decision.outcome());
        if (message != null) {
            put(to, "order_id", message.orderId());
            to.writeFieldName("message");
            json.writeValue(to, storable(message));
        }
    }

    /// PostgreSQL's JSON holds every character but U+0000, which nobody reads either.
    private static MessageReceived storable(MessageReceived message) {
        String subject = message.subject();
        String text = message.text().value();
        if (text.indexOf(0) < 0 && (subject == null || subject.indexOf(0) < 0)) {
            return message;
        }
        return new MessageReceived(
                message.sellerId(),
                message.target(),
                message.conversationId(),
                message.buyer(),
                message.receivedAt(),
                message.noticedAt(),
                message.backlog(),
                message.threadKind(),
                subject == null ? null : subject.replace("\0", ""),
                new MessageText(text.replace("\0", ""), message.text().cut()),
                message.route(),
                message.mail(),
                message.offerId(),
                message.orderId());
    }

    private static void outcome(JsonGenerator to, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Answered answered -> {
                put(to, "outcome", Kind.REPLY);
                put(to, "reply_id", answered.replyId().value());
                put(to, "reply_state", answered.state());
                put(to, "reply_state_since", answered.stateSince());
                put(to, "withdrawal", answered.withdrawal());
                put(to, "failure", answered.failure());
                put(to, "rule_name", answered.rule());
            }
            case Outcome.Silent silent -> {
                put(to, "outcome", Kind.SILENCE);
                put(to, "silence_reason", silent.reason());
                put(to, "rule_name", silent.rule());
            }
            case Outcome.Waiting waiting -> {
                put(to, "outcome", Kind.WAITING);
                put(to, "wait_reason", waiting.reason());
                put(to, "due_at", waiting.until());
                put(
                        to,
                        "reply_id",
                        waiting.withdrawn() == null ? null : waiting.withdrawn().value());
            }
        }
    }

    private static void put(JsonGenerator to, String column, @Nullable Object value) throws IOException {
        if (value != null) {
            to.writeStringField(column, value.toString());
        }
    }
}
