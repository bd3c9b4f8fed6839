package pl.odzew.notification.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.board.postgres.BoardStore;
import pl.odzew.notification.board.rest.NotificationView;
import pl.odzew.notification.webhook.Webhook;
import pl.odzew.notification.webhook.postgres.WebhookStore;
import pl.odzew.notification.webhook.postgres.WebhookStore.DueCall;
import pl.odzew.transport.transaction.Transactions;

/// Calls sellers' programs, several at once; any number of replicas may do so.
///
/// A call may be made twice after a crash, under the same `webhook-id`, as Standard Webhooks expects.
@ApplicationScoped
class WebhookWorker {

    private static final Logger LOG = Logger.getLogger(WebhookWorker.class);

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int FIRST_REFUSAL = 300;
    private static final int FIRST_SUCCESS = 200;

    private final WebhookStore webhooks;
    private final BoardStore board;
    private final Transactions transactions;
    private final WebhookConfig config;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Clock clock;
    /// Follows no redirection: it would lead past the check of the address.
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private volatile boolean stopping;

    WebhookWorker(
            WebhookStore webhooks,
            BoardStore board,
            Transactions transactions,
            WebhookConfig config,
            ObjectMapper json,
            MeterRegistry meters,
            Clock clock) {
        this.webhooks = webhooks;
        this.board = board;
        this.transactions = transactions;
        this.config = config;
        this.json = json;
        this.meters = meters;
        this.clock = clock;
    }

    /// A call with all that it needs.
    private record Prepared(DueCall due, Webhook webhook, String body) {}

    /// @param status 0 where there was no answer
    private record Answer(int status, String words) {

        boolean taken() {
            return status >= FIRST_SUCCESS && status < FIRST_REFUSAL;
        }
    }

    /// The body of a call.
    private record Payload(
            String type, Instant timestamp, @Nullable NotificationView data) {}

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> callAllThatAreDue() {
        return Multi.createFrom()
                .items(IntStream.range(0, config.concurrency()).boxed())
                .onItem()
                .transformToUni(_ -> callUntilNothingIsDue())
                .merge(config.concurrency())
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Looking for calls that are due failed: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    @Scheduled(every = "6h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return transactions
                .run(() -> webhooks.forgetOlderThan(clock.instant().minus(KEPT)))
                .replaceWithVoid();
    }

    private Uni<Void> callUntilNothingIsDue() {
        return Uni.createFrom()
                .deferred(() -> stopping
                        ? Uni.createFrom().item(Optional.<DueCall>empty())
                        : transactions.run(() -> webhooks.claimNextDue(clock.instant(), LEASE)))
                .call(due ->
                        due.map(this::call).orElseGet(() -> Uni.createFrom().voidItem()))
                .repeat()
                .until(Optional::isEmpty)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> call(DueCall due) {
        return transactions
                .run(() -> prepare(due))
                .flatMap(prepared -> prepared.isEmpty()
                        ? transactions.run(() -> webhooks.drop(due))
                        : post(prepared.get()).flatMap(answer -> record(due, answer)));
    }

    /// Nothing for a webhook that was taken away or switched off, or a notification that was forgotten.
    private Uni<Optional<Prepared>> prepare(DueCall due) {
        return webhooks.find(due.sellerId())
                .map(found -> found.filter(Webhook::enabled))
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Prepared>empty())
                        : body(due).map(body -> body.map(text -> new Prepared(due, found.get(), text))));
    }

    private Uni<Optional<String>> body(DueCall due) {
        return due.notification() == null
                ? Uni.createFrom().item(Optional.of(text(due, null)))
                : board.find(due.sellerId(), due.notification())
                        .map(found -> found.map(NotificationView::of).map(view -> text(due, view)));
    }

    private String text(DueCall due, @Nullable NotificationView view) {
        try {
            return json.writeValueAsString(new Payload(due.type(), due.createdAt(), view));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notification that is no JSON", e);
        }
    }

    private Uni<Answer> post(Prepared prepared) {
        return Uni.createFrom()
                .item(() -> resolve(prepared.webhook()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> Uni.createFrom()
                        .completionStage(
                                () -> client.sendAsync(request(prepared), HttpResponse.BodyHandlers.discarding())))
                .map(response -> new Answer(response.statusCode(), "answered " + response.statusCode()))
                .onFailure()
                .recoverWithItem(failure -> new Answer(0, describe(failure)));
    }

    private HttpRequest request(Prepared prepared) {
        Instant now = clock.instant();
        String id = prepared.due().id().toString();
        return HttpRequest.newBuilder(prepared.webhook().url())
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Odzew-Webhooks/1")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", prepared.webhook().signature().sign(id, now, prepared.body()))
                .POST(HttpRequest.BodyPublishers.ofString(prepared.body(), UTF_8))
                .build();
    }

    /// What the name means is asked anew each time, since it may have changed.
    private boolean resolve(Webhook webhook) {
        try {
            for (InetAddress address : InetAddress.getAllByName(webhook.url().getHost())) {
                if (!config.address().mayBeCalled(address)) {
                    throw new IllegalStateException("leads to a private network");
                }
            }
            return true;
        } catch (IOException e) {
            throw new IllegalStateException("has no address", e);
        }
    }

    private Uni<Void> record(DueCall due, Answer answer) {
        meters.counter("odzew.webhooks", "outcome", answer.taken() ? "taken" : "failed")
                .increment();
        if (!answer.taken()) {
            LOG.infof(
                    "A webhook was not taken: callId=%s sellerId=%s attempt=%d %s",
                    due.id(), due.sellerId(), due.attempt(), answer.words());
        }
        return transactions.run(() -> answer.taken()
                ? webhooks.done(due)
                : webhooks.failed(due, answer.status(), answer.words(), clock.instant()));
    }

    private static String describe(Throwable failure) {
        return failure instanceof IllegalStateException known
                ? String.valueOf(known.getMessage())
                : failure.getClass().getSimpleName();
    }
}
