package pl.odzew.responder.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.odzew.responder.answering.MemoryDesk.idOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.odzew.events.EventId;
import pl.odzew.events.Target;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.events.reply.v1.WithdrawalReason;
import pl.odzew.responder.Buyer;
import pl.odzew.responder.Seller;
import pl.odzew.responder.decision.SilenceReason;
import pl.odzew.responder.decision.WaitReason;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SettingsChange;
import pl.odzew.responder.wording.Language;

class SellerDeskTest {

    private static final ReplyText TEXT = new ReplyText("Dzień dobry, odpiszemy.");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Seller bartek = Seller.named("bartek");
    private final Buyer buyer = new Buyer("kupujacy1");
    private final MemoryDesk desk = new MemoryDesk(bartek);
    private Instant now = NOON;

    @BeforeEach
    void connectsMailbox() {
        desk.work(open -> open.changed(bartek.connectsMailbox(), now));
    }

    @Test
    void targetAppearsSwitchedOffAndIsAnnounced() {
        // Then
        assertThat(desk.targets().find(bartek.mailbox())).hasValueSatisfying(target -> {
            assertThat(target.version()).isEqualTo(AutoresponderVersion.VERSION_1);
            assertThat(target.enabled()).isFalse();
            assertThat(target.text()).isEqualTo(ReplyText.DEFAULT);
        });
        assertThat(desk.events()).singleElement().isInstanceOfSatisfying(AutoresponderSettingsChanged.class, event -> {
            assertThat(event.version()).isEqualTo(1);
            assertThat(event.targets()).hasSize(1);
        });
    }

    @Test
    void redeliveryGivesNoSecondReply() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        MessageReceived mail = buyer.mails(bartek, now);

        // When
        receives(mail);
        receives(mail);

        // Then
        assertThat(desk.requested()).singleElement().satisfies(reply -> {
            assertThat(reply.text()).isEqualTo(TEXT.value());
            assertThat(reply.inReplyTo()).isEqualTo(idOf(mail));
            assertThat(reply.expiresAt()).isEqualTo(now.plus(Duration.ofHours(48)));
        });
    }

    @Test
    void tellsForHowLongTheBuyerWaited() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mails(bartek, now));
        ReplyRequested reply = desk.requested().getFirst();
        var sent = new ReplySent(
                reply.replyId(),
                reply.sellerId(),
                reply.target(),
                reply.conversationId(),
                now.plusSeconds(90),
                "<1@odzew>");

        // When, Then
        desk.work(open -> assertThat(open.timeOf(sent)).contains(Duration.ofSeconds(90)));
    }

    @Test
    void buyerWhoMailsAndWritesIsAnsweredOnce() {
        // Given
        linksAccount();
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mailsWithLogin(bartek, now));
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_3);
        sent(desk.requested().getFirst());

        // When
        MessageReceived copy = buyer.writes(bartek, now);
        receives(copy);

        // Then
        assertThat(desk.requested()).hasSize(1);
        assertSilent(copy, SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW);
    }

    @Test
    void windowIsFreedByAReplyThatCameToNothing() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mails(bartek, now));
        failed(desk.requested().getFirst(), ReplyFailureReason.REFUSED);

        // When
        later(Duration.ofMinutes(1));
        receives(buyer.mails(bartek, now));

        // Then
        assertThat(desk.requested()).hasSize(2);
    }

    @Test
    void windowIsKeptByAReplyOfWhichNothingIsKnown() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mails(bartek, now));
        unknown(desk.requested().getFirst());

        // When
        later(Duration.ofMinutes(1));
        receives(buyer.mails(bartek, now));

        // Then
        assertThat(desk.requested()).hasSize(1);
    }

    @Test
    void windowOutlivesTheMailboxThatWasTakenAway() {
        // Given
        linksAccount();
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mailsWithLogin(bartek, now));
        sent(desk.requested().getFirst());
        answersBy(bartek.account(), AutoresponderVersion.VERSION_3);
        desk.work(open -> open.changed(bartek.disconnectsMailbox(), now));

        // When
        MessageReceived message = buyer.writes(bartek, now);
        receives(message);

        // Then
        assertSilent(message, SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW);
    }

    @Test
    void switchWithdrawsMailThatHasNotLeftAndTheApiAnswersWhenItIsBack() {
        // Given
        linksAccount();
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mailsWithLogin(bartek, now));
        ReplyRequested mailReply = desk.requested().getFirst();

        // When
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_3);
        MessageReceived message = buyer.writes(bartek, now);
        receives(message);

        // Then
        assertThat(desk.withdrawn()).singleElement().satisfies(withdrawn -> {
            assertThat(withdrawn.replyId()).isEqualTo(mailReply.replyId());
            assertThat(withdrawn.reason()).isEqualTo(WithdrawalReason.SWITCHED_TO_VERSION_3);
        });
        assertWaiting(message, WaitReason.MAIL_REPLY_IN_FLIGHT);

        // When
        failed(mailReply, ReplyFailureReason.WITHDRAWN);

        // Then
        assertThat(desk.requested()).hasSize(2);
        assertThat(desk.requested().getLast().inReplyTo()).isEqualTo(idOf(message));
    }

    @Test
    void switchKeepsTheApiSilentWhenTheMailHasLeftAllTheSame() {
        // Given
        linksAccount();
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mailsWithLogin(bartek, now));
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_3);
        MessageReceived message = buyer.writes(bartek, now);
        receives(message);

        // When
        sent(desk.requested().getFirst());

        // Then
        assertSilent(message, SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW);
    }

    @Test
    void messageThatWasInTheApiBeforeTheSwitchIsAnsweredInPlaceOfTheMail() {
        // Given
        linksAccount();
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mailsWithLogin(bartek, now));
        MessageReceived copy = buyer.writes(bartek, now);
        receives(copy);
        assertWaiting(copy, WaitReason.MAIL_REPLY_IN_FLIGHT);

        // When
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_3);
        failed(desk.requested().getFirst(), ReplyFailureReason.WITHDRAWN);

        // Then
        assertThat(desk.requested()).hasSize(2);
        assertThat(desk.requested().getLast().inReplyTo()).isEqualTo(idOf(copy));
    }

    @Test
    void messageInTheApiIsLeftToTheMailThatHasLeft() {
        // Given
        linksAccount();
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mailsWithLogin(bartek, now));
        MessageReceived copy = buyer.writes(bartek, now);
        receives(copy);

        // When
        sent(desk.requested().getFirst());

        // Then
        assertSilent(copy, SilenceReason.NOT_VERSION_3);
    }

    @Test
    void version3OnTheMailboxTurnsItsAccountOnWithTheSameText() {
        // Given
        linksAccount();

        // When
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_3);

        // Then
        assertThat(desk.targets().find(bartek.account())).hasValueSatisfying(account -> {
            assertThat(account.enabled()).isTrue();
            assertThat(account.text()).isEqualTo(TEXT);
        });
    }

    @Test
    void waitingBuyersAreAnsweredOnceWhenTheSellerSaysYes() {
        // Given
        linksAccount();
        MessageReceived first = buyer.wroteBeforeLinking(bartek, now.minus(Duration.ofHours(5)));
        MessageReceived second = buyer.wroteBeforeLinking(bartek, now.minus(Duration.ofHours(2)));
        receives(first);
        receives(second);
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_3);

        // When
        desk.work(open -> open.answerWaitingBuyers(bartek.account(), true, now));

        // Then
        assertThat(desk.requested())
                .singleElement()
                .satisfies(reply -> assertThat(reply.inReplyTo()).isEqualTo(idOf(second)));
        assertSilent(first, SilenceReason.ANSWERED_WITH_A_LATER_MESSAGE);
    }

    @Test
    void waitingBuyerWhoseMailIsBeingWithdrawnIsAnsweredWhenItIsBack() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mailsWithLogin(bartek, now));
        linksAccount();
        MessageReceived message = buyer.wroteBeforeLinking(bartek, now);
        receives(message);
        later(Duration.ofMinutes(1));
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_3);

        // When
        desk.work(open -> open.answerWaitingBuyers(bartek.account(), true, now));
        failed(desk.requested().getFirst(), ReplyFailureReason.WITHDRAWN);

        // Then
        assertThat(desk.requested()).hasSize(2);
        assertThat(desk.requested().getLast().inReplyTo()).isEqualTo(idOf(message));
    }

    @Test
    void sellerIsNotAskedAgainAboutWhatIsReadAfterHisAnswer() {
        // Given
        linksAccount();
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_3);
        desk.work(open -> open.answerWaitingBuyers(bartek.account(), true, now));

        // When
        MessageReceived late = buyer.wroteBeforeLinking(bartek, now.minus(Duration.ofHours(1)));
        receives(late);

        // Then
        assertThat(desk.requested()).hasSize(1);
    }

    @Test
    void waitingBuyersAreLeftAloneWhenTheSellerSaysNo() {
        // Given
        linksAccount();
        MessageReceived message = buyer.wroteBeforeLinking(bartek, now.minus(Duration.ofHours(5)));
        receives(message);

        // When
        desk.work(open -> open.answerWaitingBuyers(bartek.account(), false, now));

        // Then
        assertThat(desk.requested()).isEmpty();
        assertSilent(message, SilenceReason.DECLINED_BY_SELLER);
    }

    @Test
    void buyerWhoWaitsAndWritesAgainIsAnsweredAtOnceAndWaitsNoMore() {
        // Given
        linksAccount();
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_3);
        MessageReceived old = buyer.wroteBeforeLinking(bartek, now.minus(Duration.ofHours(5)));
        receives(old);

        // When
        receives(buyer.writes(bartek, now));

        // Then
        assertThat(desk.requested()).hasSize(1);
        assertSilent(old, SilenceReason.ANSWERED_WITH_A_LATER_MESSAGE);
    }

    @Test
    void nobodyWaitsLongerThanTheAgeLimit() {
        // Given
        linksAccount();
        MessageReceived message = buyer.wroteBeforeLinking(bartek, now);
        receives(message);

        // When
        later(Duration.ofHours(48));
        desk.work(open -> open.decideDue(now));

        // Then
        assertSilent(message, SilenceReason.TOO_OLD);
    }

    @Test
    void personsAnswerAsksTheReplyBackAndEndsTheWaiting() {
        // Given
        linksAccount();
        answersBy(bartek.account(), AutoresponderVersion.VERSION_3);
        receives(buyer.writes(bartek, now));
        var other = new Buyer("kupujacy2");
        MessageReceived waiting = other.wroteBeforeLinking(bartek, now);
        receives(waiting);

        // When
        later(Duration.ofMinutes(1));
        desk.work(open -> open.answeredByPerson(buyer.isAnsweredBy(bartek, now), now));
        desk.work(open -> open.answeredByPerson(other.isAnsweredBy(bartek, now), now));

        // Then
        assertThat(desk.withdrawn())
                .singleElement()
                .satisfies(reply -> assertThat(reply.reason()).isEqualTo(WithdrawalReason.ANSWERED_BY_PERSON));
        assertSilent(waiting, SilenceReason.ANSWERED_BY_PERSON);
    }

    @Test
    void messageThatWaitsKeepsTheWordsByWhichARuleFindsIt() {
        // Given
        linksAccount();
        MessageReceived message = buyer.wroteBeforeLinking(bartek, now);

        // When
        receives(message);

        // Then
        assertThat(desk.outcomeOf(idOf(message)))
                .isInstanceOfSatisfying(
                        Outcome.Waiting.class,
                        waiting -> assertThat(waiting.message()).isEqualTo(message));
    }

    @Test
    void stopHoldsWhatWouldBeAnsweredAndReleasesIt() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        desk.work(open -> open.stop(true, now));

        // When
        MessageReceived mail = buyer.mails(bartek, now);
        receives(mail);

        // Then
        assertWaiting(mail, WaitReason.STOPPED);

        // When
        later(Duration.ofMinutes(5));
        desk.work(open -> open.stop(false, now));

        // Then
        assertThat(desk.requested())
                .singleElement()
                .satisfies(reply -> assertThat(reply.inReplyTo()).isEqualTo(idOf(mail)));
    }

    @Test
    void heldMessageExpires() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        desk.work(open -> open.stop(true, now));
        MessageReceived mail = buyer.mails(bartek, now);
        receives(mail);

        // When
        later(Duration.ofHours(48));
        desk.work(open -> open.decideDue(now));

        // Then
        assertSilent(mail, SilenceReason.TOO_OLD);
    }

    @Test
    void stopAsksBackWhatHasNotLeftAndAnswersItAfterTheReleaseUnderAnotherId() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        MessageReceived mail = buyer.mails(bartek, now);
        receives(mail);
        ReplyRequested first = desk.requested().getFirst();

        // When
        desk.work(open -> open.stop(true, now));
        failed(first, ReplyFailureReason.WITHDRAWN);

        // Then
        assertThat(desk.withdrawn())
                .singleElement()
                .satisfies(withdrawn -> assertThat(withdrawn.reason()).isEqualTo(WithdrawalReason.STOPPED));
        assertWaiting(mail, WaitReason.STOPPED);

        // When
        desk.work(open -> open.stop(false, now));

        // Then
        assertThat(desk.requested()).hasSize(2);
        assertThat(desk.requested().getLast().inReplyTo()).isEqualTo(idOf(mail));
        assertThat(desk.requested().getLast().replyId()).isNotEqualTo(first.replyId());
    }

    @Test
    void stopThatComesTooLateIsNotAnsweredAgain() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mails(bartek, now));

        // When
        desk.work(open -> open.stop(true, now));
        sent(desk.requested().getFirst());
        desk.work(open -> open.stop(false, now));

        // Then
        assertThat(desk.requested()).hasSize(1);
    }

    @Test
    void installationsStopIsFollowedAtTheDesk() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        receives(buyer.mails(bartek, now));

        // When
        desk.installationStops(true);
        desk.work(open -> open.followStop(now));

        // Then
        assertThat(desk.withdrawn()).hasSize(1);
        assertThat(desk.events().getLast()).isNotInstanceOf(AutoresponderSettingsChanged.class);
    }

    @Test
    void autoresponderThatIsTurnedOffAsksBackWhatHasNotLeft() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        MessageReceived mail = buyer.mails(bartek, now);
        receives(mail);

        // When
        desk.work(open ->
                open.change(bartek.mailbox(), new SettingsChange(AutoresponderVersion.VERSION_1, false, TEXT), now));
        failed(desk.requested().getFirst(), ReplyFailureReason.WITHDRAWN);

        // Then
        assertSilent(mail, SilenceReason.AUTORESPONDER_OFF);
    }

    @Test
    void messagesOfTheApiAreAnsweredAfterTheSwitchWhenTheMailboxWasLockedOut() {
        // Given
        linksAccount();
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        desk.work(open -> open.changed(bartek.losesMailbox(), now));
        MessageReceived message = buyer.writes(bartek, now);
        receives(message);
        assertWaiting(message, WaitReason.MAILBOX_NOT_READ);

        // When
        later(Duration.ofHours(3));
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_3);

        // Then
        assertThat(desk.requested())
                .singleElement()
                .satisfies(reply -> assertThat(reply.inReplyTo()).isEqualTo(idOf(message)));
    }

    @Test
    void messagesOfTheApiAreLeftToTheMailboxThatComesBack() {
        // Given
        linksAccount();
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        desk.work(open -> open.changed(bartek.losesMailbox(), now));
        MessageReceived message = buyer.writes(bartek, now);
        receives(message);

        // When
        desk.work(open -> open.changed(bartek.recoversMailbox(), now));

        // Then
        assertSilent(message, SilenceReason.NOT_VERSION_3);
    }

    @Test
    void delayLetsAPersonBeFirst() {
        // Given
        answersBy(bartek.mailbox(), AutoresponderVersion.VERSION_1);
        desk.rules(delayed(Duration.ofMinutes(10)));
        MessageReceived answered = new Buyer("b1").mails(bartek, now);
        MessageReceived left = new Buyer("b2").mails(bartek, now);
        receives(answered);
        receives(left);
        assertWaiting(left, WaitReason.DELAYED);

        // When
        later(Duration.ofMinutes(9));
        desk.work(open -> open.answeredByPerson(
                new MessageAnsweredByPerson(
                        bartek.id(), bartek.mailbox(), answered.conversationId(), answered.buyer(), now),
                now));
        desk.work(open -> open.decideDue(now));

        // Then
        assertSilent(answered, SilenceReason.ANSWERED_BY_PERSON);
        assertThat(desk.requested()).isEmpty();

        // When
        later(Duration.ofMinutes(1));
        desk.work(open -> open.decideDue(now));

        // Then
        assertThat(desk.requested())
                .singleElement()
                .satisfies(reply -> assertThat(reply.inReplyTo()).isEqualTo(idOf(left)));
    }

    private static RuleSet delayed(Duration delay) {
        return new RuleSet(Duration.ofHours(24), delay, Duration.ZERO, Language.PL, "", Set.of(), List.of(), null);
    }

    private void later(Duration duration) {
        now = now.plus(duration);
    }

    private void linksAccount() {
        desk.work(open -> open.changed(bartek.linksAccount(), now));
    }

    private void answersBy(Target target, AutoresponderVersion version) {
        desk.work(open -> open.change(target, new SettingsChange(version, true, TEXT), now));
    }

    private void receives(MessageReceived message) {
        desk.work(open -> open.received(idOf(message), message, now));
    }

    private void sent(ReplyRequested reply) {
        desk.work(open -> open.resulted(
                new ReplySent(reply.replyId(), reply.sellerId(), reply.target(), reply.conversationId(), now, "<r>"),
                now));
    }

    private void unknown(ReplyRequested reply) {
        desk.work(open -> open.resulted(
                new ReplyUnknown(reply.replyId(), reply.sellerId(), reply.target(), reply.conversationId(), now, now),
                now));
    }

    private void failed(ReplyRequested reply, ReplyFailureReason reason) {
        desk.work(open -> open.resulted(
                new ReplyFailed(
                        reply.replyId(), reply.sellerId(), reply.target(), reply.conversationId(), now, reason, null),
                now));
    }

    private void assertSilent(MessageReceived message, SilenceReason reason) {
        EventId id = idOf(message);
        assertThat(desk.outcomeOf(id)).isEqualTo(new Outcome.Silent(reason));
    }

    private void assertWaiting(MessageReceived message, WaitReason reason) {
        assertThat(desk.outcomeOf(idOf(message)))
                .isInstanceOfSatisfying(
                        Outcome.Waiting.class,
                        waiting -> assertThat(waiting.reason()).isEqualTo(reason));
    }
}
