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
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.events.ReplyId;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.responder.Buyer;
import pl.odzew.responder.Seller;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SettingsChange;

/// Whatever order messages of both ways, results, switches and redeliveries come in: no buyer gets two
/// answers within the window, and every message has a decision.
class OneAnswerPropertyTest {

    private static final ReplyText TEXT = new ReplyText("Odpiszemy.");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noBuyerGetsTwoAnswersWithinTheWindow(long seed) {
        // Given
        var random = new Random(seed);
        Seller seller = Seller.named("bartek");
        var desk = new MemoryDesk(seller);
        Instant start = Instant.parse("2026-11-20T08:00:00Z");
        desk.work(open -> open.changed(seller.connectsMailbox(), start));
        desk.work(open -> open.changed(seller.linksAccount(), start));
        List<Buyer> buyers = List.of(new Buyer("a"), new Buyer("b"), new Buyer("c"));
        var seen = new ArrayList<MessageReceived>();
        var sender = new Sender(random);

        // When
        Instant now = start;
        for (int step = 0; step < 120; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(120)));
            Instant at = now;
            Buyer buyer = buyers.get(random.nextInt(buyers.size()));
            switch (random.nextInt(8)) {
                case 0, 1 -> receive(desk, seen, buyer.mailsWithLogin(seller, at), at);
                case 2, 3 -> receive(desk, seen, buyer.writes(seller, at), at);
                case 4 ->
                    receive(
                            desk,
                            seen,
                            buyer.wroteBeforeLinking(seller, at.minus(Duration.ofHours(random.nextInt(40)))),
                            at);
                case 5 -> {
                    if (!seen.isEmpty()) {
                        receive(desk, seen, seen.get(random.nextInt(seen.size())), at);
                    }
                }
                case 6 -> {
                    var version =
                            random.nextBoolean() ? AutoresponderVersion.VERSION_1 : AutoresponderVersion.VERSION_3;
                    desk.work(open -> open.change(seller.mailbox(), new SettingsChange(version, true, TEXT), at));
                    desk.work(open -> open.answerWaitingBuyers(seller.account(), random.nextInt(4) > 0, at));
                }
                default -> sender.tell(desk, at);
            }
            desk.work(open -> open.decideDue(at));
        }

        // Then
        assertThat(seen)
                .allSatisfy(
                        message -> assertThat(desk.decisionOf(idOf(message))).isNotNull());
        assertThat(tooClose(desk, sender)).isEmpty();
    }

    private static void receive(MemoryDesk desk, List<MessageReceived> seen, MessageReceived message, Instant now) {
        seen.add(message);
        desk.work(open -> open.received(idOf(message), message, now));
    }

    private static List<String> tooClose(MemoryDesk desk, Sender sender) {
        var byBuyer = new HashMap<String, List<Instant>>();
        for (ReplyRequested reply : desk.requested()) {
            if (sender.mayHaveReachedBuyer(reply)) {
                String login = reply.conversationId().value().substring(0, 1);
                byBuyer.computeIfAbsent(login, _ -> new ArrayList<>()).add(reply.decidedAt());
            }
        }
        var found = new ArrayList<String>();
        byBuyer.forEach((login, times) -> {
            times.sort(Comparator.naturalOrder());
            for (int i = 1; i < times.size(); i++) {
                if (Duration.between(times.get(i - 1), times.get(i)).compareTo(MemoryDesk.POLICY.buyerWindow()) < 0) {
                    found.add(login + " at " + times.get(i - 1) + " and " + times.get(i));
                }
            }
        });
        return found;
    }

    /// Sends in its own time: what was withdrawn may have left before the withdrawal is seen.
    private static final class Sender {

        private final Random random;
        private final Map<ReplyId, ReplyResult> told = new HashMap<>();

        Sender(Random random) {
            this.random = random;
        }

        void tell(MemoryDesk desk, Instant now) {
            List<ReplyRequested> open = desk.requested().stream()
                    .filter(reply -> !told.containsKey(reply.replyId()))
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            ReplyRequested reply = open.get(random.nextInt(open.size()));
            boolean withdrawn =
                    desk.withdrawn().stream().anyMatch(w -> w.replyId().equals(reply.replyId()));
            ReplyResult result = result(reply, withdrawn, now);
            told.put(reply.replyId(), result);
            desk.work(d -> d.resulted(result, now));
            desk.work(d -> d.resulted(result, now));
        }

        boolean mayHaveReachedBuyer(ReplyRequested reply) {
            return !(told.get(reply.replyId()) instanceof ReplyFailed);
        }

        private ReplyResult result(ReplyRequested reply, boolean withdrawn, Instant now) {
            return switch (random.nextInt(4)) {
                case 0, 1 ->
                    withdrawn
                            ? failed(reply, ReplyFailureReason.WITHDRAWN, now)
                            : new ReplySent(
                                    reply.replyId(),
                                    reply.sellerId(),
                                    reply.target(),
                                    reply.conversationId(),
                                    now,
                                    "<r>");
                case 2 ->
                    new ReplyUnknown(
                            reply.replyId(), reply.sellerId(), reply.target(), reply.conversationId(), now, now);
                default ->
                    random.nextBoolean()
                            ? failed(reply, ReplyFailureReason.REFUSED, now)
                            : new ReplySent(
                                    reply.replyId(),
                                    reply.sellerId(),
                                    reply.target(),
                                    reply.conversationId(),
                                    now,
                                    "<r>");
            };
        }

        private static ReplyFailed failed(ReplyRequested reply, ReplyFailureReason reason, Instant now) {
            return new ReplyFailed(
                    reply.replyId(), reply.sellerId(), reply.target(), reply.conversationId(), now, reason, null);
        }
    }
}
