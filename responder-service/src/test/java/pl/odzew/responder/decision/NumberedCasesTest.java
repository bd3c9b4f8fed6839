package pl.odzew.responder.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.EventRecord;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.UnreadableEventException;
import pl.odzew.events.message.v1.MailFacts;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.responder.Buyer;
import pl.odzew.responder.Seller;
import pl.odzew.responder.decision.PastReply.Standing;
import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.rule.Condition;
import pl.odzew.responder.rule.Knowledge;
import pl.odzew.responder.rule.Response;
import pl.odzew.responder.rule.Rule;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.settings.BacklogAnswer;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SellerTargets;
import pl.odzew.responder.settings.SettingsChange;
import pl.odzew.responder.settings.SettingsOutcome;
import pl.odzew.responder.wording.Language;
import pl.odzew.responder.wording.Template;

/// The cases in which an automatic reply is due or forbidden, by the numbers that our list of them gives: 1 to
/// 15 from RFC 3834 §2, RFC 5230 §4 and the practice of Pigeonhole, osTicket, FreeScout and Zammad; 16 to 20
/// from the same; 31 to 42 the like for Allegro's API. Those that are left out belong to the senders and to the
/// gateway.
///
/// Two are answered otherwise on purpose: of 9 and 10 our window is the buyer's, whatever the rule, so a
/// different reply to the same buyer within it is not sent; of 42 what had come before the link is answered
/// where the seller says so.
class NumberedCasesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant A_MINUTE_AGO = NOW.minus(Duration.ofMinutes(1));
    private static final ReplyPolicy POLICY = new ReplyPolicy(Duration.ofHours(48), Duration.ofHours(24));
    private static final Seller ANNA = Seller.named("anna");
    private static final Buyer BUYER = new Buyer("kupujacy1");
    private static final String ALLEGRO = "powiadomienia@allegro.pl";
    private static final String OURS = "<odzew.3f1c@gmail.com>";

    private final ReplyDecider decider = new ReplyDecider(POLICY, Knowledge.NONE);

    static Stream<Arguments> mails() {
        return Stream.of(
                row(1, "null return path", facts().nullReturnPath(), SilenceReason.NULL_RETURN_PATH),
                row(2, "auto-generated", facts().autoSubmitted("auto-generated"), SilenceReason.AUTOMATIC_MAIL),
                row(2, "auto-replied", facts().autoSubmitted("Auto-Replied"), SilenceReason.AUTOMATIC_MAIL),
                row(2, "auto-notified", facts().autoSubmitted("auto-notified; x=y"), SilenceReason.AUTOMATIC_MAIL),
                row(2, "comment", facts().autoSubmitted("(a (b)) AUTO-REPLIED (c)"), SilenceReason.AUTOMATIC_MAIL),
                row(2, "unknown value", facts().autoSubmitted("auto-quantum"), SilenceReason.AUTOMATIC_MAIL),
                row(2, "no", facts().autoSubmitted("no"), null),
                row(2, "no, commented", facts().autoSubmitted("No (a person)"), null),
                row(3, "mailer-daemon", facts().sender("MAILER-DAEMON@allegro.pl"), SilenceReason.BOUNCE),
                row(3, "-request", facts().sender("lista-request@allegro.pl"), SilenceReason.MAILING_LIST),
                row(3, "owner-", facts().sender("owner-lista@allegro.pl"), SilenceReason.MAILING_LIST),
                row(3, "LISTSERV", facts().sender("LISTSERV@allegro.pl"), SilenceReason.MAILING_LIST),
                row(3, "majordomo", facts().sender("majordomo@allegro.pl"), SilenceReason.MAILING_LIST),
                row(4, "List-Id", facts().lists("List-Id"), SilenceReason.MAILING_LIST),
                row(4, "List-Help", facts().lists("List-Help"), SilenceReason.MAILING_LIST),
                row(4, "List-Subscribe", facts().lists("List-Subscribe"), SilenceReason.MAILING_LIST),
                row(4, "List-Unsubscribe", facts().lists("List-Unsubscribe"), SilenceReason.MAILING_LIST),
                row(4, "List-Post", facts().lists("List-Post"), SilenceReason.MAILING_LIST),
                row(4, "List-Owner", facts().lists("List-Owner"), SilenceReason.MAILING_LIST),
                row(4, "List-Archive", facts().lists("list-archive"), SilenceReason.MAILING_LIST),
                row(5, "Precedence: list", facts().precedence("list"), SilenceReason.MAILING_LIST),
                row(5, "Precedence: bulk", facts().precedence("BULK"), SilenceReason.MAILING_LIST),
                row(5, "Precedence: junk", facts().precedence("junk"), SilenceReason.MAILING_LIST),
                row(6, "suppress All", facts().suppress("All"), SilenceReason.AUTOMATIC_MAIL),
                row(6, "suppress OOF", facts().suppress("DR, OOF"), SilenceReason.AUTOMATIC_MAIL),
                row(6, "suppress AutoReply", facts().suppress("AutoReply"), SilenceReason.AUTOMATIC_MAIL),
                row(7, "not addressed", facts().notAddressed(), SilenceReason.NOT_ADDRESSED_TO_MAILBOX),
                row(8, "own address", facts().sender("anna@gmail.com"), SilenceReason.OWN_ADDRESS),
                row(8, "own address, other case", facts().sender("Anna@Gmail.com"), SilenceReason.OWN_ADDRESS),
                row(13, "report", facts().report(), SilenceReason.BOUNCE),
                row(13, "postmaster", facts().sender("postmaster@allegro.pl"), SilenceReason.BOUNCE),
                row(14, "no sender", facts().sender(""), SilenceReason.NO_SENDER),
                row(14, "malformed sender", facts().sender("kto\u015b"), SilenceReason.NO_SENDER),
                row(14, "noreply", facts().sender("noreply@allegro.pl"), SilenceReason.NOREPLY_SENDER),
                row(14, "no-reply", facts().sender("no-reply@allegro.pl"), SilenceReason.NOREPLY_SENDER),
                row(14, "donotreply", facts().sender("donotreply@allegro.pl"), SilenceReason.NOREPLY_SENDER),
                row(15, "spam", facts().spam(true), SilenceReason.SPAM),
                row(15, "no spam", facts().spam(false), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void headerDecides(Facts facts, @Nullable SilenceReason expected) {
        Decision decision = decide(BUYER.mails(ANNA, A_MINUTE_AGO, facts.build()), BuyerHistory.EMPTY, mailAnswers());

        if (expected == null) {
            assertThat(decision).isInstanceOf(Decision.Reply.class);
        } else {
            assertThat(decision).isEqualTo(new Decision.Silence(expected));
        }
    }

    @Test
    void case3SellersOwnListOfThoseWhoAreNeverAnswered() {
        RuleSet rules = rules(Set.of("Kupujacy1", "biuro@firma.pl"), List.of());

        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), BuyerHistory.EMPTY, apiAnswers(), rules))
                .isEqualTo(new Decision.Silence(SilenceReason.NEVER_REPLY_LIST));
        assertThat(decide(
                        BUYER.mails(
                                ANNA,
                                A_MINUTE_AGO,
                                facts().sender("Biuro@firma.pl").build()),
                        BuyerHistory.EMPTY,
                        mailAnswers(),
                        rules))
                .isEqualTo(new Decision.Silence(SilenceReason.NEVER_REPLY_LIST));
        assertThat(decide(new Buyer("inny").writes(ANNA, A_MINUTE_AGO), BuyerHistory.EMPTY, apiAnswers(), rules))
                .isInstanceOf(Decision.Reply.class);
    }

    @Test
    void case9SameReplyWithinTheWindow() {
        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), replied(Duration.ofHours(23)), mailAnswers()))
                .isEqualTo(new Decision.Silence(SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW));
        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), replied(Duration.ofHours(24)), mailAnswers()))
                .isInstanceOf(Decision.Reply.class);
    }

    @ParameterizedTest(name = "a window of {0}")
    @MethodSource("windows")
    void case9WindowIsTheSellersFromAnHourTo90Days(Duration window) {
        RuleSet rules = RuleSet.withWindow(window);

        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), replied(window.minusSeconds(1)), mailAnswers(), rules))
                .isEqualTo(new Decision.Silence(SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW));
        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO), replied(window), mailAnswers(), rules))
                .isInstanceOf(Decision.Reply.class);
        assertThatThrownBy(() -> RuleSet.withWindow(Duration.ofMinutes(59)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RuleSet.withWindow(Duration.ofDays(91))).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Duration> windows() {
        return Stream.of(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(90));
    }

    @Test
    void case10DifferentReplyWithinTheWindowIsNotSentEither() {
        var invoices = new Rule("Faktury", true, Condition.ANY, answer("Inna odpowiedź."));

        assertThat(decide(
                        BUYER.writes(ANNA, A_MINUTE_AGO),
                        replied(Duration.ofHours(1)),
                        apiAnswers(),
                        rules(Set.of(), List.of(invoices))))
                .isEqualTo(new Decision.Silence(SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW));
    }

    @Test
    void case11ExpandedPlaceholdersMakeNoOtherReply() {
        var named = new Rule("Imiennie", true, Condition.ANY, answer("Witaj {{buyer|}}, {{order|brak}}."));

        assertThat(decide(
                        BUYER.writes(ANNA, A_MINUTE_AGO),
                        replied(Duration.ofHours(1)),
                        apiAnswers(),
                        rules(Set.of(), List.of(named))))
                .isEqualTo(new Decision.Silence(SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW));
    }

    @Test
    void case12ThousandRepliesAreRemembered() {
        var replies = IntStream.range(0, 1_000)
                .mapToObj(i -> new PastReply(NOW.minus(Duration.ofHours(23)).plusSeconds(i), Standing.TAKES_WINDOW))
                .toList();

        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), new BuyerHistory(replies, true, null), apiAnswers()))
                .isEqualTo(new Decision.Silence(SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW));
    }

    @Test
    void case16TooOldOrImported() {
        assertThat(decide(BUYER.mails(ANNA, NOW.minus(Duration.ofHours(48))), BuyerHistory.EMPTY, mailAnswers()))
                .isEqualTo(new Decision.Silence(SilenceReason.TOO_OLD));
        assertThat(decide(
                        BUYER.wroteBeforeLinking(ANNA, NOW.minus(Duration.ofDays(3))),
                        BuyerHistory.EMPTY,
                        apiAnswers()))
                .isEqualTo(new Decision.Silence(SilenceReason.TOO_OLD));
        assertThat(decide(BUYER.mails(ANNA, NOW.minus(Duration.ofHours(47))), BuyerHistory.EMPTY, mailAnswers()))
                .isInstanceOf(Decision.Reply.class);
    }

    @Test
    void case18MoreThanTenRepliesIn180MinutesAreALoop() {
        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), cameToNothing(10, Duration.ofMinutes(179)), apiAnswers()))
                .isEqualTo(new Decision.Silence(SilenceReason.LOOP_BREAKER));
        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), cameToNothing(9, Duration.ofMinutes(179)), apiAnswers()))
                .isInstanceOf(Decision.Reply.class);
        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), cameToNothing(10, Duration.ofMinutes(180)), apiAnswers()))
                .isInstanceOf(Decision.Reply.class);
    }

    @Test
    void case19MachinesAnswerToOurReply() {
        var route = new ReplyRoute.Mail(BUYER.maskedAddress(), "<2@allegro.pl>", List.of(OURS), A_MINUTE_AGO, null);

        assertThat(decide(
                        BUYER.mails(
                                ANNA,
                                A_MINUTE_AGO,
                                facts().autoSubmitted("auto-replied").build(),
                                route),
                        BuyerHistory.EMPTY,
                        mailAnswers()))
                .isEqualTo(new Decision.Silence(SilenceReason.AUTOMATIC_MAIL));
        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO, facts().build(), route), BuyerHistory.EMPTY, mailAnswers()))
                .isInstanceOf(Decision.Reply.class);
    }

    @Test
    void case20OneRecipientWhoeverElseWasWrittenTo() {
        MessageReceived mail = BUYER.mails(ANNA, A_MINUTE_AGO);

        assertThat(decide(mail, BuyerHistory.EMPTY, mailAnswers()))
                .isInstanceOfSatisfying(
                        Decision.Reply.class,
                        reply -> assertThat(reply.route())
                                .isInstanceOfSatisfying(
                                        ReplyRoute.Mail.class,
                                        route -> assertThat(route.to()).isEqualTo(BUYER.maskedAddress())));
    }

    @Test
    void case31OnlyABuyerIsAnswered() {
        var self = new Buyer("anna-sklep");

        assertThat(decide(self.writes(ANNA, A_MINUTE_AGO), BuyerHistory.EMPTY, apiAnswers()))
                .isEqualTo(new Decision.Silence(SilenceReason.OWN_ADDRESS));
        assertThat(decide(new Buyer("ANNA-Sklep").writes(ANNA, A_MINUTE_AGO), BuyerHistory.EMPTY, apiAnswers()))
                .isEqualTo(new Decision.Silence(SilenceReason.OWN_ADDRESS));
        var robot = new ReplyRoute.Mail(new MailAddress(ALLEGRO), null, List.of(), A_MINUTE_AGO, null);
        assertThat(decide(BUYER.mails(ANNA, A_MINUTE_AGO, facts().build(), robot), BuyerHistory.EMPTY, mailAnswers()))
                .isEqualTo(new Decision.Silence(SilenceReason.NO_REPLY_ADDRESS));
    }

    /// It goes to the dead letters, where an operator sees it, instead of being taken for something that is known.
    @ParameterizedTest(name = "{0} in place of {1}")
    @MethodSource("unknownValues")
    void case32UnknownValueIsNotAnswered(String unknown, String known) {
        var codec = new EventCodec();
        EventRecord written = codec.write(new CloudEvent(
                new EventId("1"), Service.ALLEGRO_GATEWAY.source(), NOW, BUYER.writes(ANNA, A_MINUTE_AGO), null));
        String json = new String(written.value(), StandardCharsets.UTF_8);
        assertThat(json).contains("\"" + known + "\"");

        var changed = new EventRecord(
                written.topic(),
                written.key(),
                written.headers(),
                json.replace("\"" + known + "\"", "\"" + unknown + "\"").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> codec.read(changed)).isInstanceOf(UnreadableEventException.class);
    }

    static Stream<Arguments> unknownValues() {
        return Stream.of(
                Arguments.of("CHATBOT_TALK", "CONVERSATION"),
                Arguments.of("FAX", "ALLEGRO"),
                Arguments.of("CARRIER_PIGEON", "ALLEGRO_THREAD"));
    }

    @Test
    void case33PersonAnsweredAfterTheBuyerWrote() {
        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), answeredByPersonAt(NOW), apiAnswers()))
                .isEqualTo(new Decision.Silence(SilenceReason.ANSWERED_BY_PERSON));
        assertThat(decide(
                        BUYER.writes(ANNA, A_MINUTE_AGO),
                        answeredByPersonAt(A_MINUTE_AGO.minusSeconds(1)),
                        apiAnswers()))
                .isInstanceOf(Decision.Reply.class);
    }

    @Test
    void case33SellerMayWantSilenceForSomeTimeAfterHisOwnWords() {
        var rules = new RuleSet(
                Duration.ofHours(24),
                Duration.ZERO,
                Duration.ofMinutes(30),
                Language.PL,
                "",
                Set.of(),
                List.of(),
                null);

        assertThat(decide(
                        BUYER.writes(ANNA, A_MINUTE_AGO),
                        answeredByPersonAt(A_MINUTE_AGO.minus(Duration.ofMinutes(29))),
                        apiAnswers(),
                        rules))
                .isEqualTo(new Decision.Silence(SilenceReason.PERSON_ANSWERED_RECENTLY));
        assertThat(decide(
                        BUYER.writes(ANNA, A_MINUTE_AGO),
                        answeredByPersonAt(A_MINUTE_AGO.minus(Duration.ofMinutes(30))),
                        apiAnswers(),
                        rules))
                .isInstanceOf(Decision.Reply.class);
    }

    @Test
    void case42WhatCameBeforeTheLinkIsAnsweredWhereTheSellerSaysSo() {
        MessageReceived message = BUYER.wroteBeforeLinking(ANNA, NOW.minus(Duration.ofHours(3)));

        assertThat(decide(message, BuyerHistory.EMPTY, apiAnswers()))
                .isEqualTo(new Decision.Wait(WaitReason.SELLER_IS_ASKED));
        assertThat(decide(
                        message,
                        BuyerHistory.EMPTY,
                        apiAnswers().afterBacklogAnswer(ANNA.account(), new BacklogAnswer(false, NOW))))
                .isEqualTo(new Decision.Silence(SilenceReason.DECLINED_BY_SELLER));
        assertThat(decide(
                        message,
                        BuyerHistory.EMPTY,
                        apiAnswers().afterBacklogAnswer(ANNA.account(), new BacklogAnswer(true, NOW))))
                .isInstanceOf(Decision.Reply.class);
        assertThat(decide(
                        BUYER.wroteBeforeLinking(ANNA, NOW.minus(Duration.ofHours(48))),
                        BuyerHistory.EMPTY,
                        apiAnswers().afterBacklogAnswer(ANNA.account(), new BacklogAnswer(true, NOW))))
                .isEqualTo(new Decision.Silence(SilenceReason.TOO_OLD));
    }

    private Decision decide(MessageReceived message, BuyerHistory history, SellerTargets targets) {
        return decide(message, history, targets, RuleSet.withWindow(POLICY.buyerWindow()));
    }

    private Decision decide(MessageReceived message, BuyerHistory history, SellerTargets targets, RuleSet rules) {
        return decider.decide(message, history, new SellerSettings(targets, rules, WorkingHours.ALWAYS, false), NOW);
    }

    private static SellerTargets mailAnswers() {
        return answers(AutoresponderVersion.VERSION_2);
    }

    private static SellerTargets apiAnswers() {
        return answers(AutoresponderVersion.VERSION_3);
    }

    private static SellerTargets answers(AutoresponderVersion version) {
        SellerTargets connected =
                SellerTargets.none().after(ANNA.connectsMailbox()).after(ANNA.linksAccount());
        var outcome = connected.change(ANNA.mailbox(), new SettingsChange(version, true, ReplyText.DEFAULT));
        return ((SettingsOutcome.Changed) outcome).targets();
    }

    private static RuleSet rules(Set<String> neverReply, List<Rule> rules) {
        return new RuleSet(
                Duration.ofHours(24), Duration.ZERO, Duration.ZERO, Language.PL, "", neverReply, rules, null);
    }

    private static Response answer(String text) {
        return new Response.Answer(Map.of(Language.PL, Template.of(text)), List.of());
    }

    private static BuyerHistory replied(Duration ago) {
        return new BuyerHistory(List.of(new PastReply(NOW.minus(ago), Standing.TAKES_WINDOW)), true, null);
    }

    private static BuyerHistory cameToNothing(int count, Duration ago) {
        return new BuyerHistory(
                IntStream.range(0, count)
                        .mapToObj(_ -> new PastReply(NOW.minus(ago), Standing.CAME_TO_NOTHING))
                        .toList(),
                true,
                null);
    }

    private static BuyerHistory answeredByPersonAt(Instant at) {
        return new BuyerHistory(List.of(), true, at);
    }

    private static Arguments row(int number, String shown, Facts facts, @Nullable SilenceReason expected) {
        return Arguments.of(named("case " + number + ", " + shown, facts), expected);
    }

    private static Facts facts() {
        return new Facts(null, null, List.of(), List.of(), false, false, true, ALLEGRO, null);
    }

    /// A mail's header with one thing changed.
    private record Facts(
            @Nullable String autoSubmitted,
            @Nullable String precedence,
            List<String> listFields,
            List<String> suppressions,
            boolean isNullReturnPath,
            boolean isReport,
            boolean addressed,
            String sender,
            @Nullable Boolean isSpam) {

        Facts autoSubmitted(String value) {
            return new Facts(value, null, List.of(), List.of(), false, false, true, sender, null);
        }

        Facts precedence(String value) {
            return new Facts(null, value, List.of(), List.of(), false, false, true, sender, null);
        }

        Facts lists(String field) {
            return new Facts(null, null, List.of(field), List.of(), false, false, true, sender, null);
        }

        Facts suppress(String value) {
            return new Facts(null, null, List.of(), List.of(value), false, false, true, sender, null);
        }

        Facts nullReturnPath() {
            return new Facts(null, null, List.of(), List.of(), true, false, true, sender, null);
        }

        Facts report() {
            return new Facts(null, null, List.of(), List.of(), false, true, true, sender, null);
        }

        Facts notAddressed() {
            return new Facts(null, null, List.of(), List.of(), false, false, false, sender, null);
        }

        Facts sender(String address) {
            return new Facts(null, null, List.of(), List.of(), false, false, true, address, null);
        }

        Facts spam(boolean value) {
            return new Facts(null, null, List.of(), List.of(), false, false, true, sender, value);
        }

        MailFacts build() {
            return new MailFacts(
                    autoSubmitted,
                    precedence,
                    listFields,
                    suppressions,
                    isNullReturnPath,
                    isReport,
                    addressed,
                    sender,
                    isSpam);
        }
    }
}
