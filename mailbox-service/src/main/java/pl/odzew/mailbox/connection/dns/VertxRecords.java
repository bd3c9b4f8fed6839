package pl.odzew.mailbox.connection.dns;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.dns.MxRecord;
import io.vertx.core.dns.SrvRecord;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.connection.DnsServerFinder;

/// Asks the name server of this machine. A person waits, so it is asked once and not for long.
public final class VertxRecords implements DnsServerFinder.Records {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DnsClient client;

    /// @param options whose time-out is set here
    public VertxRecords(Vertx vertx, DnsClientOptions options) {
        this.client = vertx.createDnsClient(options.setQueryTimeout(PATIENCE.toMillis()));
    }

    @Override
    public CompletionStage<List<DnsServerFinder.Service>> services(String name) {
        return orNone(client.resolveSRV(name), VertxRecords::service);
    }

    @Override
    public CompletionStage<List<String>> mailExchanges(String domain) {
        return orNone(
                client.resolveMX(domain)
                        .map(exchanges -> exchanges.stream()
                                .sorted(Comparator.comparing(MxRecord::priority))
                                .toList()),
                exchange -> host(exchange.name()));
    }

    private static DnsServerFinder.Service service(SrvRecord srv) {
        return new DnsServerFinder.Service(host(srv.target()), srv.port(), srv.priority(), srv.weight());
    }

    private static <R, T> CompletionStage<List<T>> orNone(Future<List<R>> answer, Function<R, T> reading) {
        return answer.map(records -> records.stream().map(reading).toList())
                .otherwise(_ -> List.of())
                .toCompletionStage();
    }

    private static String host(@Nullable String name) {
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
