package pl.odzew.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.events.ConversationId;
import pl.odzew.events.MailboxId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.reply.v1.DeferralReason;
import pl.odzew.events.reply.v1.ReplyBlocked;
import pl.odzew.events.reply.v1.ReplyDeferred;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.notification.digest.DigestPolicy.Finding;

class DigestPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private static final ReplyId REPLY = new ReplyId(java.util.UUID.randomUUID());
    private static final SellerId SELLER = new SellerId("anna");
    private static final Target TARGET = Target.of(MailboxId.random());
    private static final ConversationId CONVERSATION = new ConversationId("conversation");

    static Stream<Arguments> results() {
        return Stream.of(
                Arguments.of("sent", sent(), 0, 0, null),
                Arguments.of("sent after failures", sent(), 2, 0, null),
                Arguments.of("held back by Allegro", blocked(), 2, 2, ReplyProblem.BLOCKED),
                Arguments.of("over a daily limit", deferred(), 0, 0, ReplyProblem.DAILY_LIMIT),
                Arguments.of("unknown", unknown(), 1, 1, ReplyProblem.UNKNOWN),
                Arguments.of("failed once", failed(ReplyFailureReason.REFUSED), 0, 1, null),
                Arguments.of("failed twice", failed(ReplyFailureReason.BOUNCED), 1, 2, null),
                Arguments.of("failed three times", failed(ReplyFailureReason.REFUSED), 2, 3, ReplyProblem.FAILING),
                Arguments.of("told already", failed(ReplyFailureReason.REFUSED), 3, 4, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("results")
    void tellsWhatIsWorthAPersonsEye(
            String name, ReplyResult result, int before, int after, @Nullable ReplyProblem problem) {
        // When
        Finding finding = DigestPolicy.decide(result, before);

        // Then
        assertThat(finding).as(name).isEqualTo(new Finding(after, Optional.ofNullable(problem)));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReplyFailureReason.class,
            names = {"WITHDRAWN", "EXPIRED", "ANSWERED_BY_PERSON", "TARGET_GONE"})
    void whatWasNotToBeSentAnyMoreHasNotFailed(ReplyFailureReason reason) {
        // When
        Finding finding = DigestPolicy.decide(failed(reason), 2);

        // Then
        assertThat(finding).isEqualTo(new Finding(2, Optional.empty()));
    }

    private static ReplyResult sent() {
        return new ReplySent(REPLY, SELLER, TARGET, CONVERSATION, NOW, "<1@odzew.test>");
    }

    private static ReplyResult blocked() {
        return new ReplyBlocked(REPLY, SELLER, TARGET, CONVERSATION, NOW, "REJECTED");
    }

    private static ReplyResult deferred() {
        return new ReplyDeferred(
                REPLY, SELLER, TARGET, CONVERSATION, NOW, NOW.plusSeconds(60), DeferralReason.DAILY_MAIL_LIMIT);
    }

    private static ReplyResult unknown() {
        return new ReplyUnknown(REPLY, SELLER, TARGET, CONVERSATION, NOW, NOW);
    }

    private static ReplyResult failed(ReplyFailureReason reason) {
        return new ReplyFailed(REPLY, SELLER, TARGET, CONVERSATION, NOW, reason, null);
    }
}
