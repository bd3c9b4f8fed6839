package pl.odzew.responder.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.events.MailAddress;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.message.v1.MailFacts;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.responder.Buyer;
import pl.odzew.responder.Seller;
import pl.odzew.responder.decision.PastReply.Standing;
import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.rule.Knowledge;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SellerTargets;
import pl.odzew.responder.settings.SettingsChange;
import pl.odzew.responder.settings.SettingsOutcome;

/// What a message gets, told in tables for mails of machines and in single cases for the rest.
class ReplyDeciderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant A_MINUTE_AGO = NOW.minus(Duration.ofMinutes(1));
    private static final ReplyText TEXT = new ReplyText("Dzień dobry, odpiszemy.");
    private static final Seller ANNA = Seller.named("anna");
    private static final Buyer BUYER = new Buyer("kupujacy1");

    private static final ReplyPolicy POLICY = new ReplyPolicy(Duration.ofHours(48), Duration.ofHours(24));

    private final ReplyDecider decider = new ReplyDecider(POLICY, Knowledge.NONE);

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void headerDecidesAboutMail(String shown, MailFacts facts, SilenceReason expected) {
        // Given
        MessageReceived mail = BUYER.mails(ANNA, A_MINUTE_AGO, facts);

        // When
        Decision decision = decide(mail, BuyerHistory.EMPTY, mailAnswers());

        // Then
        if (expected == null) {
            assertThat(decision).isInstanceOf(Decision.Reply.class);
        } else {
            assertThat(decision).isEqualTo(new Decision.Silence(expected));
        }
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                row("a buyer's mail", with(null, null)),
                row(
                        "null return path",
                        facts(null, null, List.of(), List.of(), true, false, true, sender()),
                        SilenceReason.NULL_RETURN_PATH),
                row("Auto-Submitted, auto-generated", with("auto-generated", null), SilenceReason.AUTOMATIC_MAIL),
                row(
                        "Auto-Submitted, auto-replied with parameter",
                        with("Auto-Replied; owner-email=\"x\"", null),
                        SilenceReason.AUTOMATIC_MAIL),
                row(
                        "Auto-Submitted, auto-notified with comment",
                        with("auto-notified (by (a) robot)", null),
                        SilenceReason.AUTOMATIC_MAIL),
                row(
                        "Auto-Submitted, one of two instances",
                        with("no, auto-replied", null),
                        SilenceReason.AUTOMATIC_MAIL),
                row("Auto-Submitted, empty", with("", null), SilenceReason.AUTOMATIC_MAIL),
                row("Auto-Submitted, no", with("No", null)),
                row("Auto-Submitted, no with comment and parameter", with("no (a, person) ; x=y", null)),
                row("mailer-daemon", from("MAILER-DAEMON@gmail.com"), SilenceReason.BOUNCE),
                row("list request", from("users-request@lists.pl"), SilenceReason.MAILING_LIST),
                row("list owner", from("owner-users@lists.pl"), SilenceReason.MAILING_LIST),
                row("majordomo", from("Majordomo@lists.pl"), SilenceReason.MAILING_LIST),
                row("list id", list("List-Id"), SilenceReason.MAILING_LIST),
                row("list unsubscribe", list("LIST-UNSUBSCRIBE"), SilenceReason.MAILING_LIST),
                row("list post", list("List-Post"), SilenceReason.MAILING_LIST),
                row("a list field of no list", list("List-Unsubscribe-Post")),
                row("Precedence, bulk", with(null, "Bulk"), SilenceReason.MAILING_LIST),
                row("Precedence, list", with(null, " list "), SilenceReason.MAILING_LIST),
                row("Precedence, junk", with(null, "junk"), SilenceReason.MAILING_LIST),
                row("Precedence, auto_reply", with(null, "auto_reply"), SilenceReason.AUTOMATIC_MAIL),
                row("Precedence, first-class", with(null, "first-class")),
                row("X-Auto-Response-Suppress, all", suppress("All"), SilenceReason.AUTOMATIC_MAIL),
                row("X-Auto-Response-Suppress, oof among others", suppress("DR, OOF"), SilenceReason.AUTOMATIC_MAIL),
                row("X-Auto-Response-Suppress, autoreply", suppress("AutoReply"), SilenceReason.AUTOMATIC_MAIL),
                row("X-Auto-Response-Suppress, delivery reports alone", suppress("DR, NDR")),
                row(
                        "not addressed",
                        facts(null, null, List.of(), List.of(), false, false, false, sender()),
                        SilenceReason.NOT_ADDRESSED_TO_MAILBOX),
                row("own address", from("Anna@gmail.com"), SilenceReason.OWN_ADDRESS),
                row(
                        "report",
                        facts(null, null, List.of(), List.of(), false, true, true, sender()),
                        SilenceReason.BOUNCE),
                row("postmaster", from("postmaster@gmail.com"), SilenceReason.BOUNCE),
                row("no sender", from(""), SilenceReason.NO_SENDER),
                row("malformed sender", from("ktoś bez adresu"), SilenceReason.NO_SENDER),
                row("noreply", from("noreply@allegro.pl"), SilenceReason.NOREPLY_SENDER),
                row("no-reply with more", from("no-reply+x@allegro.pl"), SilenceReason.NOREPLY_SENDER),
                row("donotreply", from("DoNotReply@allegro.pl"), SilenceReason.NOREPLY_SENDER),
                row("a name that only begins alike", from("noreplyski@wp.pl")));
    }

    @Test
    void mailWithoutAReplyAddressIsSilent() {
        MessageReceived mail = BUYER.mails(ANNA, A_MINUTE_AGO, Buyer.plainMail(), null);

        assertThat(decide(mail, BuyerHistory.EMPTY, mailAnswers())).isEqualTo(silence(SilenceReason.NO_REPLY_ADDRESS));
    }

    @Test
    void allegrosRobotIsNeverWrittenTo() {
        var robot =
                new ReplyRoute.Mail(new MailAddress("powiadomienia@allegro.pl"), null, List.of(), A_MINUTE_AGO, null);
        MessageReceived mail = BUYER.mails(ANNA, A_MINUTE_AGO, Buyer.plainMail(), robot);

        assertThat(decide(mail, BuyerHistory.EMPTY, mailAnswers())).isEqualTo(silence(SilenceReason.NO_REPLY_ADDRESS));
    }

    @Test
    void buyerIsNotAnsweredTwiceWithinTheWindow() {
        BuyerHistory history = replied(NOW.minus(Duration.ofHours(23)), Standing.TAKES_WINDOW);

        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), history, mailAnswers()))
                .isEqualTo(silence(SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW));
    }

    @Test
    void buyerIsAnsweredAgainAfterTheWindow() {
        BuyerHistory history = replied(NOW.minus(Duration.ofHours(24)), Standing.TAKES_WINDOW);

        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), history, mailAnswers()))
                .isInstanceOf(Decision.Reply.class);
    }

    @Test
    void anAnswerThatCameToNothingFreesTheWindow() {
        BuyerHistory history = replied(NOW.minus(Duration.ofHours(1)), Standing.CAME_TO_NOTHING);

        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), history, mailAnswers()))
                .isInstanceOf(Decision.Reply.class);
    }

    @Test
    void whatIsTooOldIsNotAnswered() {
        assertThat(decide(BUYER.mails(ANNA, NOW.minus(Duration.ofHours(48))), BuyerHistory.EMPTY, mailAnswers()))
                .isEqualTo(silence(SilenceReason.TOO_OLD));
    }

    @Test
    void recoveredMailboxAnswersWhatIsNotTooOld() {
        assertThat(decide(
                        BUYER.mailsInBacklog(ANNA, NOW.minus(Duration.ofHours(47))), BuyerHistory.EMPTY, mailAnswers()))
                .isInstanceOf(Decision.Reply.class);
    }

    @Test
    void tenRepliesInThreeHoursAreALoop() {
        var tenReplies = Stream.iterate(A_MINUTE_AGO, at -> at.minusSeconds(60))
                .limit(10)
                .map(at -> new PastReply(at, Standing.CAME_TO_NOTHING))
                .toList();

        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), new BuyerHistory(tenReplies, false, null), mailAnswers()))
                .isEqualTo(silence(SilenceReason.LOOP_BREAKER));
    }

    @Test
    void aPersonAnsweredAfterTheBuyerWrote() {
        var history = new BuyerHistory(List.of(), false, NOW);

        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), history, apiAnswers()))
                .isEqualTo(silence(SilenceReason.ANSWERED_BY_PERSON));
    }

    @Test
    void theBuyerWroteAfterAPersonAnswered() {
        var history = new BuyerHistory(List.of(), false, NOW.minus(Duration.ofMinutes(2)));

        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), history, apiAnswers()))
                .isInstanceOf(Decision.Reply.class);
    }

    @Test
    void whatWasThereBeforeTheLinkWaitsForTheSeller() {
        assertThat(decide(BUYER.wroteBeforeLinking(ANNA, A_MINUTE_AGO), BuyerHistory.EMPTY, apiAnswers()))
                .isEqualTo(new Decision.Wait(WaitReason.SELLER_IS_ASKED));
    }

    @Test
    void itWaitsAlsoWhenTheAccountIsNotKnownYet() {
        assertThat(decide(BUYER.wroteBeforeLinking(ANNA, A_MINUTE_AGO), BuyerHistory.EMPTY, SellerTargets.none()))
                .isEqualTo(new Decision.Wait(WaitReason.SELLER_IS_ASKED));
    }

    @Test
    void whatIsTooOldDoesNotWait() {
        assertThat(decide(
                        BUYER.wroteBeforeLinking(ANNA, NOW.minus(Duration.ofHours(50))),
                        BuyerHistory.EMPTY,
                        apiAnswers()))
                .isEqualTo(silence(SilenceReason.TOO_OLD));
    }

    @Test
    void replySaysTheSellersWordsByTheRouteOfTheMessage() {
        MessageReceived mail = BUYER.mails(ANNA, A_MINUTE_AGO);

        assertThat(decide(mail, BuyerHistory.EMPTY, mailAnswers()))
                .isEqualTo(new Decision.Reply(
                        mail.route(),
                        "Pytanie",
                        TEXT.value(),
                        List.of(),
                        A_MINUTE_AGO.plus(Duration.ofHours(48)),
                        null));
    }

    @Test
    void mailboxThatIsOffIsSilent() {
        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), BuyerHistory.EMPTY, connected()))
                .isEqualTo(silence(SilenceReason.AUTORESPONDER_OFF));
    }

    @Test
    void unknownMailboxIsSilent() {
        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), BuyerHistory.EMPTY, SellerTargets.none()))
                .isEqualTo(silence(SilenceReason.TARGET_UNKNOWN));
    }

    @Test
    void mailsAreLeftToVersion3() {
        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), BuyerHistory.EMPTY, apiAnswers()))
                .isEqualTo(silence(SilenceReason.HANDLED_BY_VERSION_3));
    }

    @Test
    void messagesOfTheApiAreLeftToTheMailbox() {
        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), BuyerHistory.EMPTY, mailAnswers()))
                .isEqualTo(silence(SilenceReason.NOT_VERSION_3));
    }

    @Test
    void messageOfTheApiWaitsForTheMailThatIsOnItsWay() {
        BuyerHistory history = replied(A_MINUTE_AGO, Standing.ON_ITS_WAY);

        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), history, mailAnswers()))
                .isEqualTo(new Decision.Wait(WaitReason.MAIL_REPLY_IN_FLIGHT));
    }

    @Test
    void anAnswerOnItsWayTakesTheWindow() {
        BuyerHistory history = replied(A_MINUTE_AGO, Standing.ON_ITS_WAY);

        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), history, mailAnswers()))
                .isEqualTo(silence(SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW));
    }

    @Test
    void theApiWaitsForAMailThatIsBeingWithdrawn() {
        BuyerHistory history = replied(A_MINUTE_AGO, Standing.BEING_WITHDRAWN);

        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), history, apiAnswers()))
                .isEqualTo(new Decision.Wait(WaitReason.MAIL_REPLY_IN_FLIGHT));
    }

    @Test
    void version3WithoutItsAccountIsSilent() {
        SellerTargets unlinked =
                set(connected(), AutoresponderVersion.VERSION_3).after(ANNA.unlinksAccount());

        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), BuyerHistory.EMPTY, unlinked))
                .isEqualTo(silence(SilenceReason.ALLEGRO_ACCOUNT_NOT_LINKED));
    }

    private Decision decide(MessageReceived message, BuyerHistory history, SellerTargets targets) {
        var settings =
                new SellerSettings(targets, RuleSet.withWindow(POLICY.buyerWindow()), WorkingHours.ALWAYS, false);
        return decider.decide(message, history, settings, NOW);
    }

    private static SellerTargets connected() {
        return SellerTargets.none().after(ANNA.connectsMailbox()).after(ANNA.linksAccount());
    }

    private static SellerTargets mailAnswers() {
        return set(connected(), AutoresponderVersion.VERSION_1);
    }

    private static SellerTargets apiAnswers() {
        return set(connected(), AutoresponderVersion.VERSION_3);
    }

    private static SellerTargets set(SellerTargets targets, AutoresponderVersion version) {
        var outcome = targets.change(ANNA.mailbox(), new SettingsChange(version, true, TEXT));
        return ((SettingsOutcome.Changed) outcome).targets();
    }

    private static BuyerHistory replied(Instant at, Standing standing) {
        return new BuyerHistory(List.of(new PastReply(at, standing)), false, null);
    }

    private static Decision silence(SilenceReason reason) {
        return new Decision.Silence(reason);
    }

    private static Arguments row(String shown, MailFacts facts) {
        return Arguments.of(shown, facts, null);
    }

    private static Arguments row(String shown, MailFacts facts, SilenceReason expected) {
        return Arguments.of(shown, facts, expected);
    }

    private static String sender() {
        return "powiadomienia@allegro.pl";
    }

    private static MailFacts with(String autoSubmitted, String precedence) {
        return facts(autoSubmitted, precedence, List.of(), List.of(), false, false, true, sender());
    }

    private static MailFacts from(String sender) {
        return facts(null, null, List.of(), List.of(), false, false, true, sender);
    }

    private static MailFacts list(String field) {
        return facts(null, null, List.of(field), List.of(), false, false, true, sender());
    }

    private static MailFacts suppress(String value) {
        return facts(null, null, List.of(), List.of(value), false, false, true, sender());
    }

    private static MailFacts facts(
            String autoSubmitted,
            String precedence,
            List<String> listFields,
            List<String> suppress,
            boolean nullReturnPath,
            boolean report,
            boolean addressed,
            String sender) {
        return new MailFacts(
                autoSubmitted, precedence, listFields, suppress, nullReturnPath, report, addressed, sender);
    }
}
