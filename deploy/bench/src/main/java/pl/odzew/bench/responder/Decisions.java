package pl.odzew.bench.responder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import pl.odzew.events.Target;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.responder.decision.BuyerHistory;
import pl.odzew.responder.decision.Decision;
import pl.odzew.responder.decision.ReplyDecider;
import pl.odzew.responder.decision.ReplyPolicy;
import pl.odzew.responder.decision.SellerSettings;
import pl.odzew.responder.hours.PublicHolidays;
import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.rule.BaseForms;
import pl.odzew.responder.rule.Condition;
import pl.odzew.responder.rule.Keyword;
import pl.odzew.responder.rule.Knowledge;
import pl.odzew.responder.rule.LanguageGuess;
import pl.odzew.responder.rule.Response;
import pl.odzew.responder.rule.Rule;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.rule.morfologik.PolishBaseForms;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SellerTargets;
import pl.odzew.responder.settings.SettingsChange;
import pl.odzew.responder.settings.SettingsOutcome;
import pl.odzew.responder.wording.Language;
import pl.odzew.responder.wording.Template;

/// What JMH measures.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
public class Decisions {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(24);

    private final BaseForms polish = new PolishBaseForms();
    private final ReplyDecider decider = new ReplyDecider(
            new ReplyPolicy(Duration.ofHours(48), WINDOW),
            new Knowledge(polish, LanguageGuess.NONE, PublicHolidays.NONE));
    private final Sellers sellers = Sellers.of(1, NOW.minusSeconds(60));
    private final SellerSettings withRules = settings(AutoresponderVersion.VERSION_2);
    private final SellerSettings withOneText = settings(AutoresponderVersion.VERSION_1);
    private final List<MessageReceived> messages = List.of(message(0), message(1), message(2), message(3));
    private int next;

    @Benchmark
    public Decision byRules() {
        return decide(withRules);
    }

    @Benchmark
    public Decision byOneText() {
        return decide(withOneText);
    }

    private Decision decide(SellerSettings settings) {
        next = (next + 1) % messages.size();
        return decider.decide(messages.get(next), BuyerHistory.EMPTY, settings, NOW);
    }

    private MessageReceived message(int number) {
        return (MessageReceived) sellers.message(number).data();
    }

    private SellerSettings settings(AutoresponderVersion version) {
        var mailbox = (MailboxConnected) sellers.connected().getFirst().data();
        SellerTargets connected = SellerTargets.none().after(mailbox);
        var outcome = connected.change(
                Target.of(sellers.mailboxes().getFirst()), new SettingsChange(version, true, ReplyText.DEFAULT));
        if (!(outcome instanceof SettingsOutcome.Changed changed)) {
            throw new IllegalStateException("the mailbox cannot be set: " + outcome);
        }
        var rules = new RuleSet(
                WINDOW,
                Duration.ZERO,
                Duration.ZERO,
                Language.PL,
                "Sklep",
                Set.of(),
                List.of(rule("Reklama", "reklama"), rule("Faktury", "faktura"), rule("Paczki", "paczka")),
                answer("Dziękujemy, odpowiemy wkrótce. {{signature}}"));
        return new SellerSettings(changed.targets(), rules, WorkingHours.ALWAYS, false);
    }

    private Rule rule(String name, String keyword) {
        return new Rule(
                name,
                true,
                new Condition(
                        Set.of(),
                        Set.of(),
                        List.of(Keyword.of(keyword, polish)),
                        Condition.Place.ANYWHERE,
                        Set.of(),
                        null,
                        null,
                        null,
                        null),
                answer("Dzień dobry {{buyer|}}, odpowiemy dzisiaj. {{signature}}"));
    }

    private static Response answer(String text) {
        return new Response.Answer(Map.of(Language.PL, Template.of(text)), List.of());
    }
}
