package pl.odzew.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.IncidentId;
import pl.odzew.notification.alert.Problem;
import pl.odzew.notification.alert.Subject;
import pl.odzew.notification.alert.SubjectKind;
import pl.odzew.notification.delivery.DispatchPolicy.Item;

class DispatchPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T17:05:00Z");
    private static final Incident OPEN = incident(null);
    private static final Incident OVER = incident(NOW.minusSeconds(10));
    private static final Incident LONG_OVER = incident(NOW.minus(Duration.ofDays(4)));

    static Stream<Arguments> warnings() {
        return Stream.of(
                Arguments.of("lasting", List.of(item(OPEN, Told.NO)), send(OPEN)),
                Arguments.of("over before it left", List.of(item(OVER, Told.NO)), new Dispatch.Drop()),
                Arguments.of("one of two over", List.of(item(OVER, Told.NO), item(OPEN, Told.NO)), send(OPEN)),
                Arguments.of("tried before, then over", List.of(item(OVER, Told.YES)), new Dispatch.Drop()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("warnings")
    void aWarningLeavesForWhatStillLasts(String name, List<Item> items, Dispatch expected) {
        // When
        Dispatch warning = DispatchPolicy.decide(MailKind.MAILBOX_WARNING, items, NOW);
        Dispatch reminder = DispatchPolicy.decide(MailKind.ACCOUNT_REMINDER, items, NOW);

        // Then
        assertThat(warning).as(name).isEqualTo(expected);
        assertThat(reminder).as(name).isEqualTo(expected);
    }

    static Stream<Arguments> goodNews() {
        return Stream.of(
                Arguments.of("warned", List.of(item(OVER, Told.YES)), send(OVER)),
                Arguments.of("never warned", List.of(item(OVER, Told.NO)), new Dispatch.Drop()),
                Arguments.of("being warned", List.of(item(OVER, Told.IN_A_MOMENT)), new Dispatch.Postpone()),
                Arguments.of("stale", List.of(item(LONG_OVER, Told.YES)), new Dispatch.Drop()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodNews")
    void goodNewsIsForThoseWhoWereWarned(String name, List<Item> items, Dispatch expected) {
        // When
        Dispatch goodNews = DispatchPolicy.decide(MailKind.MAILBOX_WORKS_AGAIN, items, NOW);
        Dispatch takenBack = DispatchPolicy.decide(MailKind.MAILBOX_TAKEN_BACK, items, NOW);

        // Then
        assertThat(goodNews).as(name).isEqualTo(expected);
        assertThat(takenBack).as(name).isEqualTo(expected);
    }

    @Test
    void aWarningThatMayHaveLeftCountsAsTold() {
        // Then
        assertThat(Told.by(MailState.SENT, true)).isEqualTo(Told.YES);
        assertThat(Told.by(MailState.WAITING, true)).isEqualTo(Told.YES);
        assertThat(Told.by(MailState.WAITING, false)).isEqualTo(Told.NO);
        assertThat(Told.by(MailState.DROPPED, false)).isEqualTo(Told.NO);
        assertThat(Told.by(MailState.SENDING, true)).isEqualTo(Told.IN_A_MOMENT);
    }

    @Test
    void triesAgainSoonAndThenMoreSlowly() {
        // Then
        assertThat(RetryPolicy.pauseAfter(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(RetryPolicy.pauseAfter(4)).isEqualTo(Duration.ofSeconds(40));
        assertThat(RetryPolicy.pauseAfter(1_000)).isEqualTo(Duration.ofMinutes(15));
    }

    private static Dispatch send(Incident... incidents) {
        return new Dispatch.Send(List.of(incidents));
    }

    private static Item item(Incident incident, Told told) {
        return new Item(incident, told);
    }

    private static Incident incident(@Nullable Instant closedAt) {
        var subject =
                new Subject(UUID.randomUUID(), SubjectKind.ALLEGRO_ACCOUNT, new SellerId("anna"), "anna_sklep", null);
        var problem = new Problem.AccountRefused(AccountAuthFailureReason.CONSENT_LOST, "invalid_grant", NOW);
        return new Incident(IncidentId.random(), subject, 2, problem, NOW, closedAt);
    }
}
