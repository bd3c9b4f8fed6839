package pl.odzew.responder.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.odzew.responder.answering.MemoryDesk.idOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import pl.odzew.events.ReplyId;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.responder.Buyer;
import pl.odzew.responder.Seller;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SettingsChange;
import pl.odzew.responder.wording.Language;

/// Whatever comes in whatever order, on two channels and through two mailboxes: no buyer gets two answers
/// within the window, none is answered too late or while a stop holds, and every message ends in a decision.
class AnsweredOncePropertyTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final ReplyText TEXT = new ReplyText("Odpiszemy.");
    private static final List<Buyer> BUYERS = List.of(new Buyer("a"), new Buyer("b"));

    /// One thing that happens.
    sealed interface Step {

        /// @param copied whether the same words come on the other way too
        record Mails(int buyer, boolean secondMailbox, boolean copied, int hoursOld) implements Step {}

        record Writes(int buyer, boolean backlog, int hoursOld) implements Step {}

        record PersonAnswers(int buyer, boolean byMail) implements Step {}

        record Switches(boolean secondMailbox, AutoresponderVersion version, boolean enabled) implements Step {}

        record Stops(boolean installation, boolean stopped) implements Step {}

        record LosesMailbox(boolean lost) implements Step {}

        record AnswersBacklog(boolean yes) implements Step {}

        /// What came before comes once more.
        record Redelivers(int which) implements Step {}

        /// What comes next is done and then lost with the transaction, and comes again.
        record Crashes() implements Step {}

        /// @param outcome what became of one of the replies that are under way
        record SenderTells(int which, int outcome) implements Step {}

        record SetsDelay(int minutes) implements Step {}

        record TimePasses(int minutes) implements Step {}
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void noBuyerIsAnsweredTwiceWithinTheWindowOrTooLate(@ForAll("steps") List<Step> steps) {
        // Given
        var run = new Run();

        // When
        steps.forEach(run::take);

        // Then
        assertThat(run.seen)
                .allSatisfy(message ->
                        assertThat(run.desk.decisionOf(idOf(message))).isNotNull());
        assertThat(run.tooClose()).isEmpty();
        assertThat(run.tooLate()).isEmpty();
        assertThat(run.whileStopped).isEmpty();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> buyer = Arbitraries.integers().between(0, BUYERS.size() - 1);
        Arbitrary<Boolean> yesOrNo = Arbitraries.of(true, false);
        Arbitrary<Integer> hoursOld =
                Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(2, 30), Tuple.of(1, 47), Tuple.of(1, 60));
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000);
        return Arbitraries.<Step>frequencyOf(
                        Tuple.of(
                                6,
                                Combinators.combine(buyer, yesOrNo, yesOrNo, hoursOld)
                                        .as(Step.Mails::new)),
                        Tuple.of(
                                5, Combinators.combine(buyer, yesOrNo, hoursOld).as(Step.Writes::new)),
                        Tuple.of(1, Combinators.combine(buyer, yesOrNo).as(Step.PersonAnswers::new)),
                        Tuple.of(
                                3,
                                Combinators.combine(yesOrNo, Arbitraries.of(AutoresponderVersion.class), yesOrNo)
                                        .as(Step.Switches::new)),
                        Tuple.of(2, Combinators.combine(yesOrNo, yesOrNo).as(Step.Stops::new)),
                        Tuple.of(1, yesOrNo.map(Step.LosesMailbox::new)),
                        Tuple.of(1, yesOrNo.map(Step.AnswersBacklog::new)),
                        Tuple.of(2, any.map(Step.Redelivers::new)),
                        Tuple.of(1, Arbitraries.create(Step.Crashes::new)),
                        Tuple.of(
                                6,
                                Combinators.combine(any, Arbitraries.integers().between(0, 5))
                                        .as(Step.SenderTells::new)),
                        Tuple.of(1, Arbitraries.of(0, 5, 120).map(Step.SetsDelay::new)),
                        Tuple.of(5, Arbitraries.of(1, 30, 180, 600, 1500).map(Step.TimePasses::new)))
                .list()
                .ofMinSize(10)
                .ofMaxSize(80);
    }

    /// One seller's story.
    private static final class Run {

        private final Seller seller = Seller.named("bartek");
        private final Seller.SecondMailbox second = seller.secondMailbox();
        private final MemoryDesk desk = new MemoryDesk(seller);
        private final List<MessageReceived> seen = new ArrayList<>();
        private final Map<ReplyId, ReplyResult> told = new HashMap<>();
        private final List<ReplyRequested> whileStopped = new ArrayList<>();
        private Instant now = START;
        private long mailboxVersion = 1;
        private boolean crashNext;
        private boolean sellerStopped;
        private boolean installationStopped;

        Run() {
            work(open -> open.changed(seller.connectsMailbox(), now));
            work(open -> open.changed(second.connects(), now));
            work(open -> open.changed(seller.linksAccount(), now));
            work(open ->
                    open.change(seller.mailbox(), new SettingsChange(AutoresponderVersion.VERSION_1, true, TEXT), now));
        }

        void take(Step step) {
            now = now.plusSeconds(1);
            switch (step) {
                case Step.Mails mail -> {
                    Buyer buyer = BUYERS.get(mail.buyer());
                    Instant at = now.minus(Duration.ofHours(mail.hoursOld()));
                    receive(mail.secondMailbox() ? buyer.mailsTo(second, at) : buyer.mailsAboutOrder(seller, at));
                    if (mail.copied()) {
                        receive(buyer.writesAboutOrder(seller, at, false));
                    }
                }
                case Step.Writes message ->
                    receive(BUYERS.get(message.buyer())
                            .writesAboutOrder(
                                    seller, now.minus(Duration.ofHours(message.hoursOld())), message.backlog()));
                case Step.PersonAnswers answer -> {
                    Buyer buyer = BUYERS.get(answer.buyer());
                    var target = answer.byMail() ? seller.mailbox() : seller.account();
                    var names = answer.byMail() ? buyer.inMail() : buyer.inApi();
                    var event =
                            new MessageAnsweredByPerson(seller.id(), target, buyer.conversation(target), names, now);
                    work(open -> open.answeredByPerson(event, now));
                }
                case Step.Switches change -> {
                    var target = change.secondMailbox() ? second.target() : seller.mailbox();
                    work(open ->
                            open.change(target, new SettingsChange(change.version(), change.enabled(), TEXT), now));
                }
                case Step.Stops stop -> {
                    if (stop.installation()) {
                        installationStopped = stop.stopped();
                        desk.installationStops(stop.stopped());
                        work(open -> open.followStop(now));
                    } else {
                        sellerStopped = stop.stopped();
                        work(open -> open.stop(stop.stopped(), now));
                    }
                }
                case Step.LosesMailbox loss -> {
                    mailboxVersion++;
                    var event = seller.mailboxIs(mailboxVersion, !loss.lost());
                    work(open -> open.changed(event, now));
                }
                case Step.AnswersBacklog answer ->
                    work(open -> open.answerWaitingBuyers(seller.account(), answer.yes(), now));
                case Step.Redelivers again -> {
                    if (!seen.isEmpty()) {
                        receive(seen.get(again.which() % seen.size()));
                    }
                }
                case Step.Crashes _ -> crashNext = true;
                case Step.SenderTells result -> tell(result);
                case Step.SetsDelay delay ->
                    desk.rules(new RuleSet(
                            MemoryDesk.POLICY.buyerWindow(),
                            Duration.ofMinutes(delay.minutes()),
                            Duration.ZERO,
                            Language.PL,
                            "",
                            Set.of(),
                            List.of(),
                            null));
                case Step.TimePasses time -> now = now.plus(Duration.ofMinutes(time.minutes()));
            }
            work(open -> open.decideDue(now));
        }

        private void receive(MessageReceived message) {
            seen.add(message);
            work(open -> open.received(idOf(message), message, now));
        }

        private void work(Consumer<SellerDesk> work) {
            if (crashNext) {
                crashNext = false;
                desk.workAndCrash(work);
            }
            int before = desk.requested().size();
            boolean stopped = sellerStopped || installationStopped;
            desk.work(work);
            if (stopped) {
                whileStopped.addAll(
                        desk.requested().subList(before, desk.requested().size()));
            }
        }

        /// What was withdrawn may have left before the withdrawal is seen.
        private void tell(Step.SenderTells step) {
            List<ReplyRequested> open = desk.requested().stream()
                    .filter(reply -> !told.containsKey(reply.replyId()))
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            ReplyRequested reply = open.get(step.which() % open.size());
            boolean withdrawn =
                    desk.withdrawn().stream().anyMatch(w -> w.replyId().equals(reply.replyId()));
            ReplyResult result = switch (step.outcome()) {
                case 0, 1 -> withdrawn ? failed(reply, ReplyFailureReason.WITHDRAWN) : sent(reply);
                case 2 -> unknown(reply);
                case 3 -> failed(reply, ReplyFailureReason.REFUSED);
                default -> sent(reply);
            };
            told.put(reply.replyId(), result);
            work(d -> d.resulted(result, now));
            work(d -> d.resulted(result, now));
        }

        private ReplySent sent(ReplyRequested reply) {
            return new ReplySent(reply.replyId(), reply.sellerId(), reply.target(), reply.conversationId(), now, "<r>");
        }

        private ReplyUnknown unknown(ReplyRequested reply) {
            return new ReplyUnknown(
                    reply.replyId(), reply.sellerId(), reply.target(), reply.conversationId(), now, now);
        }

        private ReplyFailed failed(ReplyRequested reply, ReplyFailureReason reason) {
            return new ReplyFailed(
                    reply.replyId(), reply.sellerId(), reply.target(), reply.conversationId(), now, reason, null);
        }

        List<String> tooClose() {
            var byBuyer = new HashMap<String, List<Instant>>();
            for (ReplyRequested reply : desk.requested()) {
                if (!(told.get(reply.replyId()) instanceof ReplyFailed)) {
                    String login = reply.conversationId().value().substring(0, 1);
                    byBuyer.computeIfAbsent(login, _ -> new ArrayList<>()).add(reply.decidedAt());
                }
            }
            var found = new ArrayList<String>();
            byBuyer.forEach((login, times) -> {
                times.sort(Comparator.naturalOrder());
                for (int i = 1; i < times.size(); i++) {
                    Duration between = Duration.between(times.get(i - 1), times.get(i));
                    if (between.compareTo(MemoryDesk.POLICY.buyerWindow()) < 0) {
                        found.add(login + " at " + times.get(i - 1) + " and " + times.get(i));
                    }
                }
            });
            return found;
        }

        List<ReplyRequested> tooLate() {
            return desk.requested().stream()
                    .filter(reply -> !reply.decidedAt().isBefore(reply.expiresAt()))
                    .toList();
        }
    }
}
