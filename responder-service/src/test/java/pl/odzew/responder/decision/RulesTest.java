package pl.odzew.responder.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.events.Channel;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.message.v1.MessageText;
import pl.odzew.events.message.v1.ThreadKind;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.responder.Buyer;
import pl.odzew.responder.Seller;
import pl.odzew.responder.hours.Interval;
import pl.odzew.responder.hours.PublicHolidays;
import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.rule.BaseForms;
import pl.odzew.responder.rule.Condition;
import pl.odzew.responder.rule.Condition.BuyerKind;
import pl.odzew.responder.rule.Condition.Place;
import pl.odzew.responder.rule.Keyword;
import pl.odzew.responder.rule.Knowledge;
import pl.odzew.responder.rule.LanguageGuess;
import pl.odzew.responder.rule.Response;
import pl.odzew.responder.rule.Rule;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SellerTargets;
import pl.odzew.responder.settings.SettingsChange;
import pl.odzew.responder.settings.SettingsOutcome;
import pl.odzew.responder.wording.Language;
import pl.odzew.responder.wording.Template;

/// Which rule a message meets, and what it gets by it.
class RulesTest {

    /// A Monday, 13 o'clock in Warsaw.
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final Instant A_MINUTE_AGO = NOW.minus(Duration.ofMinutes(1));
    private static final Seller ANNA = Seller.named("anna");
    private static final Buyer BUYER = new Buyer("kupujacy1");
    private static final ReplyPolicy POLICY = new ReplyPolicy(Duration.ofHours(48), Duration.ofHours(24));
    private static final LanguageGuess CZECH = _ -> Optional.of(Language.CS);
    private static final ReplyText OWN_TEXT = new ReplyText("Tekst skrzynki.");

    private static final WorkingHours UNTIL_NOON = new WorkingHours(
            WorkingHours.DEFAULT_ZONE,
            new EnumMap<>(Map.of(DayOfWeek.MONDAY, List.of(new Interval(540, 720)))),
            Set.of(),
            List.of());

    private static final WorkingHours UNTIL_FIVE = new WorkingHours(
            WorkingHours.DEFAULT_ZONE,
            new EnumMap<>(Map.of(DayOfWeek.MONDAY, List.of(new Interval(540, 1020)))),
            Set.of(),
            List.of());

    static Stream<Arguments> conditions() {
        MessageReceived mail = BUYER.mails(ANNA, A_MINUTE_AGO);
        MessageReceived message = BUYER.writes(ANNA, A_MINUTE_AGO);
        return Stream.of(
                row("any", condition().build(), mail, true),
                row("channel, mail", condition().channel(Channel.MAILBOX).build(), mail, true),
                row("channel, API", condition().channel(Channel.MAILBOX).build(), message, false),
                row("thread", condition().thread(ThreadKind.CONVERSATION).build(), message, true),
                row("thread, claim", condition().thread(ThreadKind.CLAIM).build(), message, false),
                row("thread, a claim", condition().thread(ThreadKind.CLAIM).build(), claim(message), true),
                row(
                        "word in the text",
                        condition().keyword("paczka", Place.TEXT).build(),
                        mail,
                        true),
                row(
                        "word in the subject",
                        condition().keyword("paczka", Place.SUBJECT).build(),
                        mail,
                        false),
                row(
                        "word of the subject",
                        condition().keyword("pytanie", Place.SUBJECT).build(),
                        mail,
                        true),
                row(
                        "word anywhere",
                        condition().keyword("pytanie", Place.ANYWHERE).build(),
                        mail,
                        true),
                row("other word", condition().keyword("faktura", Place.ANYWHERE).build(), mail, false),
                row("language", condition().language(Language.CS).build(), message, true),
                row("other language", condition().language(Language.SK).build(), message, false),
                row("new buyer", condition().buyer(BuyerKind.NEW).build(), message, true),
                row("returning buyer", condition().buyer(BuyerKind.RETURNING).build(), message, false),
                row("outside hours", condition().hours(false).build(), message, true),
                row("within hours", condition().hours(true).build(), message, false),
                row("order", condition().order(true).build(), message, false),
                row("no order", condition().order(false).build(), message, true),
                row("an order", condition().order(true).build(), about(message, null, "o1"), true),
                row("an offer", condition().offer(true).build(), about(message, "1", null), true),
                row("no offer", condition().offer(true).build(), about(message, null, "o1"), false),
                row(
                        "all must hold",
                        condition().order(true).channel(Channel.MAILBOX).build(),
                        about(message, null, "o1"),
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditions")
    void ruleAppliesWhereItsConditionHolds(Condition when, MessageReceived message, boolean applies) {
        // Given
        RuleSet rules = rules(new Rule("Reguła", true, when, answer("Z reguły.")));

        // When
        Decision decision = decide(message, false, UNTIL_NOON, rules, AutoresponderVersion.VERSION_2);

        // Then
        assertThat(decision).isInstanceOfSatisfying(Decision.Reply.class, reply -> {
            assertThat(reply.rule()).isEqualTo(applies ? "Reguła" : null);
            assertThat(reply.text()).isEqualTo(applies ? "Z reguły." : OWN_TEXT.value());
        });
    }

    @Test
    void firstRuleThatAppliesDecides() {
        RuleSet rules = rules(
                new Rule("Wyłączona", false, Condition.ANY, answer("1")),
                new Rule(
                        "Inna", true, condition().keyword("faktura", Place.TEXT).build(), answer("2")),
                new Rule("Pierwsza", true, Condition.ANY, answer("3")),
                new Rule("Druga", true, Condition.ANY, answer("4")));

        assertThat(text(rules)).isEqualTo("3");
    }

    @Test
    void ruleMayBeDeliberateSilence() {
        RuleSet rules = rules(new Rule("Cisza", true, Condition.ANY, new Response.KeepSilent()));

        assertThat(decide(rules, AutoresponderVersion.VERSION_3))
                .isEqualTo(new Decision.Silence(SilenceReason.SILENT_BY_RULE, "Cisza"));
    }

    @Test
    void defaultIsForWhatNoRuleMeets() {
        assertThat(text(withDefault(answer("Domyślnie.")))).isEqualTo("Domyślnie.");
        assertThat(decide(withDefault(new Response.KeepSilent()), AutoresponderVersion.VERSION_3))
                .isEqualTo(new Decision.Silence(SilenceReason.SILENT_BY_RULE, null));
        assertThat(text(rules())).isEqualTo(OWN_TEXT.value());
    }

    @Test
    void version1IsOneTextForEverybody() {
        var silent = new Rule("Cisza", true, Condition.ANY, new Response.KeepSilent());

        assertThat(decide(rules(silent), AutoresponderVersion.VERSION_1))
                .isInstanceOfSatisfying(
                        Decision.Reply.class, reply -> assertThat(reply.text()).isEqualTo(OWN_TEXT.value()));
    }

    @Test
    void replyIsInTheLanguageOfTheMessageWhereThereIsAText() {
        var both = new Response.Answer(
                Map.of(Language.PL, Template.of("po polsku"), Language.CS, Template.of("česky")), List.of());
        var polishAndGerman = new Response.Answer(
                Map.of(Language.PL, Template.of("po polsku"), Language.DE, Template.of("auf Deutsch")), List.of());

        assertThat(text(withDefault(both))).isEqualTo("česky");
        assertThat(text(withDefault(polishAndGerman))).isEqualTo("po polsku");
    }

    @Test
    void replyBringsItsFilesAlong() {
        var file = new AttachmentRef(UUID.randomUUID(), "regulamin.pdf", "application/pdf", 1, "00");
        var answer = new Response.Answer(Map.of(Language.PL, Template.of("W załączniku.")), List.of(file));

        assertThat(decide(withDefault(answer), AutoresponderVersion.VERSION_3))
                .isInstanceOfSatisfying(
                        Decision.Reply.class,
                        reply -> assertThat(reply.attachments()).containsExactly(file));
    }

    @Test
    void returningBuyerIsKnown() {
        RuleSet rules = rules(
                new Rule("Znany", true, condition().buyer(BuyerKind.RETURNING).build(), answer("Witaj znów.")));

        assertThat(decide(
                        BUYER.writes(ANNA, A_MINUTE_AGO),
                        true,
                        WorkingHours.ALWAYS,
                        rules,
                        AutoresponderVersion.VERSION_3))
                .isInstanceOfSatisfying(
                        Decision.Reply.class, reply -> assertThat(reply.rule()).isEqualTo("Znany"));
    }

    @Test
    void hoursAreThoseOfTheMomentOfTheAnswer() {
        RuleSet rules =
                rules(new Rule("Po godzinach", true, condition().hours(false).build(), answer("Zamknięte.")));

        assertThat(decide(BUYER.writes(ANNA, A_MINUTE_AGO), false, UNTIL_FIVE, rules, AutoresponderVersion.VERSION_3))
                .isInstanceOfSatisfying(
                        Decision.Reply.class, reply -> assertThat(reply.rule()).isNull());
    }

    @Test
    void delayHoldsTheReplyUntilItsTime() {
        var rules = new RuleSet(
                Duration.ofHours(24),
                Duration.ofMinutes(10),
                Duration.ZERO,
                Language.PL,
                "",
                Set.of(),
                List.of(),
                null);

        assertThat(decide(rules, AutoresponderVersion.VERSION_3))
                .isEqualTo(new Decision.Wait(WaitReason.DELAYED, A_MINUTE_AGO.plus(Duration.ofMinutes(10))));
    }

    @Test
    void delayDoesNotHoldSilence() {
        var rules = new RuleSet(
                Duration.ofHours(24),
                Duration.ofMinutes(10),
                Duration.ZERO,
                Language.PL,
                "",
                Set.of(),
                List.of(),
                new Response.KeepSilent());

        assertThat(decide(rules, AutoresponderVersion.VERSION_3))
                .isEqualTo(new Decision.Silence(SilenceReason.SILENT_BY_RULE, null));
    }

    private static String text(RuleSet rules) {
        return ((Decision.Reply) decide(rules, AutoresponderVersion.VERSION_3)).text();
    }

    private static Decision decide(RuleSet rules, AutoresponderVersion version) {
        MessageReceived message = version == AutoresponderVersion.VERSION_3
                ? BUYER.writes(ANNA, A_MINUTE_AGO)
                : BUYER.mails(ANNA, A_MINUTE_AGO);
        return decide(message, false, WorkingHours.ALWAYS, rules, version);
    }

    private static Decision decide(
            MessageReceived message, boolean known, WorkingHours hours, RuleSet rules, AutoresponderVersion version) {
        AutoresponderVersion fit =
                message.target().channel() == Channel.ALLEGRO ? AutoresponderVersion.VERSION_3 : version;
        var decider = new ReplyDecider(POLICY, new Knowledge(polish(), CZECH, PublicHolidays.NONE));
        return decider.decide(
                message,
                new BuyerHistory(List.of(), known, null),
                new SellerSettings(targets(fit), rules, hours, false),
                NOW);
    }

    /// One word of one word's forms is enough here.
    private static BaseForms polish() {
        return word -> word.startsWith("paczk") ? Set.of("paczka") : Set.of();
    }

    private static SellerTargets targets(AutoresponderVersion version) {
        SellerTargets connected =
                SellerTargets.none().after(ANNA.connectsMailbox()).after(ANNA.linksAccount());
        var outcome = connected.change(ANNA.mailbox(), new SettingsChange(version, true, OWN_TEXT));
        return ((SettingsOutcome.Changed) outcome).targets();
    }

    private static RuleSet rules(Rule... rules) {
        return new RuleSet(
                Duration.ofHours(24), Duration.ZERO, Duration.ZERO, Language.PL, "", Set.of(), List.of(rules), null);
    }

    private static RuleSet withDefault(Response otherwise) {
        return new RuleSet(
                Duration.ofHours(24), Duration.ZERO, Duration.ZERO, Language.PL, "", Set.of(), List.of(), otherwise);
    }

    private static Response answer(String text) {
        return new Response.Answer(Map.of(Language.PL, Template.of(text)), List.of());
    }

    private static MessageReceived claim(MessageReceived message) {
        return changed(message, ThreadKind.CLAIM, null, null);
    }

    private static MessageReceived about(MessageReceived message, @Nullable String offer, @Nullable String order) {
        return changed(message, message.threadKind(), offer, order);
    }

    private static MessageReceived changed(
            MessageReceived message, ThreadKind kind, @Nullable String offer, @Nullable String order) {
        return new MessageReceived(
                message.sellerId(),
                message.target(),
                message.conversationId(),
                message.buyer(),
                message.receivedAt(),
                message.noticedAt(),
                message.backlog(),
                kind,
                message.subject(),
                MessageText.of(message.text().value()),
                message.route(),
                message.mail(),
                offer,
                order);
    }

    private static Arguments row(String shown, Condition when, MessageReceived message, boolean applies) {
        return Arguments.of(named(shown, when), named(message.target().channel().name(), message), applies);
    }

    private static Given condition() {
        return new Given(Set.of(), Set.of(), List.of(), Place.ANYWHERE, Set.of(), null, null, null, null);
    }

    private record Given(
            Set<Channel> channels,
            Set<ThreadKind> threads,
            List<Keyword> keywords,
            Place place,
            Set<Language> languages,
            @Nullable BuyerKind kind,
            @Nullable Boolean inHours,
            @Nullable Boolean withOffer,
            @Nullable Boolean withOrder) {

        Given channel(Channel channel) {
            return new Given(Set.of(channel), threads, keywords, place, languages, kind, inHours, withOffer, withOrder);
        }

        Given thread(ThreadKind thread) {
            return new Given(channels, Set.of(thread), keywords, place, languages, kind, inHours, withOffer, withOrder);
        }

        Given keyword(String word, Place where) {
            return new Given(
                    channels,
                    threads,
                    List.of(Keyword.of(word, polish())),
                    where,
                    languages,
                    kind,
                    inHours,
                    withOffer,
                    withOrder);
        }

        Given language(Language language) {
            return new Given(channels, threads, keywords, place, Set.of(language), kind, inHours, withOffer, withOrder);
        }

        Given buyer(BuyerKind who) {
            return new Given(channels, threads, keywords, place, languages, who, inHours, withOffer, withOrder);
        }

        Given hours(boolean in) {
            return new Given(channels, threads, keywords, place, languages, kind, in, withOffer, withOrder);
        }

        Given offer(boolean has) {
            return new Given(channels, threads, keywords, place, languages, kind, inHours, has, withOrder);
        }

        Given order(boolean has) {
            return new Given(channels, threads, keywords, place, languages, kind, inHours, withOffer, has);
        }

        Condition build() {
            return new Condition(channels, threads, keywords, place, languages, kind, inHours, withOffer, withOrder);
        }
    }
}
