package pl.odzew.notification.digest.kafka;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.notification.board.Content;
import pl.odzew.notification.board.postgres.BoardStore;
import pl.odzew.notification.delivery.MailId;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.postgres.MailStore;
import pl.odzew.notification.digest.DigestPolicy;
import pl.odzew.notification.digest.DigestPolicy.Finding;
import pl.odzew.notification.digest.ReplyProblem;
import pl.odzew.notification.digest.postgres.DigestStore;
import pl.odzew.notification.erasure.postgres.ErasureStore;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Finds the replies that a person should look at. Most replies are fine, and of those a batch costs one query.
@ApplicationScoped
class ResultsConsumer implements EventConsumer {

    private final Inbox inbox;
    private final DigestStore digests;
    private final MailStore mails;
    private final BoardStore board;
    private final ErasureStore erasures;
    private final DigestConfig config;
    private final Clock clock;

    ResultsConsumer(
            Inbox inbox,
            DigestStore digests,
            MailStore mails,
            BoardStore board,
            ErasureStore erasures,
            DigestConfig config,
            Clock clock) {
        this.inbox = inbox;
        this.digests = digests;
        this.mails = mails;
        this.board = board;
        this.erasures = erasures;
        this.config = config;
        this.clock = clock;
    }

    private record Problem(ReplyResult result, ReplyProblem problem) {

        SellerId sellerId() {
            return result.sellerId();
        }
    }

    @Override
    public String name() {
        return "notification.results";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REPLIES_RESULTS);
    }

    @Incoming("results")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        List<ReplyResult> results = unseen.stream()
                .map(received -> (ReplyResult) received.event().data())
                .toList();
        Set<SellerId> sellers = results.stream().map(ReplyResult::sellerId).collect(Collectors.toSet());
        return mails.lockSellers(sellers)
                .chain(() -> erasures.pendingAmong(sellers))
                .flatMap(forgotten -> take(results.stream()
                        .filter(result -> !forgotten.contains(result.sellerId()))
                        .toList()));
    }

    private Uni<Void> take(List<ReplyResult> results) {
        Set<UUID> targets = results.stream().map(result -> result.target().id()).collect(Collectors.toSet());
        return digests.streaks(targets).flatMap(before -> {
            var streaks = new HashMap<>(before);
            var problems = new ArrayList<Problem>();
            for (ReplyResult result : results) {
                UUID target = result.target().id();
                Finding finding = DigestPolicy.decide(result, streaks.getOrDefault(target, 0));
                streaks.put(target, finding.failures());
                finding.problem().ifPresent(problem -> problems.add(new Problem(result, problem)));
            }
            return rememberChanged(before, streaks, results).chain(() -> tellAll(problems));
        });
    }

    private Uni<Void> rememberChanged(Map<UUID, Integer> before, Map<UUID, Integer> after, List<ReplyResult> results) {
        Map<UUID, SellerId> owners = results.stream()
                .collect(Collectors.toMap(result -> result.target().id(), ReplyResult::sellerId, (one, _) -> one));
        return each(
                after.entrySet().stream()
                        .filter(streak -> !streak.getValue().equals(before.getOrDefault(streak.getKey(), 0)))
                        .toList(),
                streak -> digests.rememberStreak(
                        streak.getKey(), requireNonNull(owners.get(streak.getKey())), streak.getValue()));
    }

    private Uni<Void> tellAll(List<Problem> problems) {
        Map<SellerId, List<Problem>> bySeller = problems.stream().collect(Collectors.groupingBy(Problem::sellerId));
        return each(List.copyOf(bySeller.entrySet()), entry -> tell(entry.getKey(), entry.getValue()));
    }

    private Uni<Void> tell(SellerId seller, List<Problem> problems) {
        Instant now = clock.instant();
        return mails.collect(seller, MailKind.REPLY_DIGEST, now, config.schedule())
                .call(mail -> each(problems, one -> add(one, mail)))
                .flatMap(mail -> digests.toldBy(mail.value())
                        .flatMap(lines -> board.post(mail.value(), seller, content(lines), now)));
    }

    private Uni<Void> add(Problem one, MailId mail) {
        ReplyResult result = one.result();
        return digests.add(
                result.replyId().toString(),
                one.problem(),
                one.sellerId(),
                result.target().id(),
                result.at(),
                mail.value());
    }

    private static Content content(List<DigestStore.Line> lines) {
        return new Content.ReplyProblems(lines.stream()
                .collect(Collectors.toMap(line -> line.problem().name(), DigestStore.Line::count, Long::sum)));
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
