package pl.odzew.mailbox.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import pl.odzew.events.MailAddress;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.ServerAddress.Security;

/// Knows providers by their domains, and asks DNS for anybody else's: first where the domain says that its servers are
/// (RFC 6186, RFC 8314), then who takes in its mail.
public final class DnsServerFinder implements ServerFinder {

    private static final int SUBMISSION = 587;

    /// What DNS knows of a name.
    public interface Records {

        /// Empty where there are none, and where nobody answers.
        CompletionStage<List<Service>> services(String name);

        /// The hosts that take in the domain's mail, the preferred one first; empty likewise.
        CompletionStage<List<String>> mailExchanges(String domain);
    }

    /// An SRV record (RFC 2782).
    ///
    /// @param target without the dot at its end; empty where the service is said not to be offered
    public record Service(String target, int port, int priority, int weight) {}

    private final Records records;

    public DnsServerFinder(Records records) {
        this.records = records;
    }

    @Override
    public CompletionStage<Optional<Found>> find(MailAddress address) {
        String domain = domain(address);
        Optional<MailProvider> provider = ProvidersDomains.ofAddresses(domain);
        if (provider.isPresent()) {
            return CompletableFuture.completedFuture(provider.map(known -> new Found(known, null, Source.DOMAIN)));
        }
        return named(domain)
                .thenCompose(
                        found -> found.isPresent() ? CompletableFuture.completedFuture(found) : byMailExchange(domain));
    }

    private CompletionStage<Optional<Found>> named(String domain) {
        return offered("_imaps._tcp." + domain, Security.TLS)
                .thenCombine(
                        submission(domain),
                        (imap, smtp) ->
                                imap.flatMap(reading -> smtp.map(sending -> found(new Servers(reading, sending)))));
    }

    private static Found found(Servers servers) {
        return ProvidersDomains.ofServer(servers.imap().host())
                .map(provider -> new Found(provider, null, Source.DNS_SRV))
                .orElseGet(() -> new Found(MailProvider.OTHER, servers, Source.DNS_SRV));
    }

    private CompletionStage<Optional<ServerAddress>> submission(String domain) {
        return offered("_submissions._tcp." + domain, Security.TLS)
                .thenCombine(
                        offered("_submission._tcp." + domain, Security.STARTTLS),
                        (tls, startTls) -> tls.or(() -> startTls.filter(server -> server.port() == SUBMISSION)));
    }

    private CompletionStage<Optional<ServerAddress>> offered(String name, Security security) {
        return records.services(name)
                .thenApply(services -> services.stream()
                        .filter(service -> HostPolicy.isName(service.target()))
                        .min(Comparator.comparing(Service::priority)
                                .thenComparing(
                                        Comparator.comparing(Service::weight).reversed()))
                        .map(service -> new ServerAddress(service.target(), service.port(), security)));
    }

    private CompletionStage<Optional<Found>> byMailExchange(String domain) {
        Function<String, Optional<MailProvider>> known = ProvidersDomains::ofServer;
        return records.mailExchanges(domain)
                .thenApply(exchanges -> exchanges.stream()
                        .findFirst()
                        .flatMap(known)
                        .map(provider -> new Found(provider, null, Source.DNS_MX)));
    }

    private static String domain(MailAddress address) {
        String value = address.value();
        return value.substring(value.lastIndexOf('@') + 1);
    }
}
