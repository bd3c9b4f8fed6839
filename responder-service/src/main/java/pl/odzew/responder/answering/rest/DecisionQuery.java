package pl.odzew.responder.answering.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.ConversationId;
import pl.odzew.responder.answering.postgres.DecisionFilter;
import pl.odzew.responder.decision.SilenceReason;
import pl.odzew.responder.decision.WaitReason;
import pl.odzew.responder.problem.rest.ProblemException;

/// Which decisions are asked for, as the parameters came in.
class DecisionQuery {

    @RestQuery
    @Nullable
    String conversationId;

    @RestQuery
    @Parameter(description = "MAILBOX or ALLEGRO")
    @Nullable
    String channel;

    @RestQuery
    @Parameter(description = "REPLY, SILENCE or WAITING")
    @Nullable
    String outcome;

    @RestQuery
    @Parameter(description = "A reason for silence or for waiting", example = "ALREADY_ANSWERED_WITHIN_WINDOW")
    @Nullable
    String reason;

    @RestQuery
    @Parameter(description = "Messages that came then or later", example = "2026-11-01T00:00:00Z")
    @Nullable
    String from;

    @RestQuery
    @Parameter(description = "Messages that came before", example = "2026-12-01T00:00:00Z")
    @Nullable
    String to;

    DecisionFilter toFilter() {
        return new DecisionFilter(
                conversation(),
                channel == null ? null : Channel.valueOf(known("channel", channel, names(Channel.values()))),
                outcome == null ? null : known("outcome", outcome, names(DecisionView.Kind.values())),
                reason == null
                        ? null
                        : known(
                                "reason",
                                reason,
                                Stream.concat(names(SilenceReason.values()), names(WaitReason.values()))),
                from == null ? null : instant("from", from),
                to == null ? null : instant("to", to));
    }

    static Instant instant(String field, String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.invalid(field, "a moment such as 2026-11-01T00:00:00Z expected");
        }
    }

    private @Nullable ConversationId conversation() {
        try {
            return conversationId == null ? null : new ConversationId(conversationId);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("conversationId", "no conversation id");
        }
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    private static String known(String field, String value, Stream<String> names) {
        return names.filter(value::equals)
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(field, "not one of those that there are"));
    }
}
