package pl.odzew.mailbox.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.odzew.events.MailAddress;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.DnsServerFinder.Service;
import pl.odzew.mailbox.connection.ServerAddress.Security;
import pl.odzew.mailbox.connection.ServerFinder.Found;
import pl.odzew.mailbox.connection.ServerFinder.Source;

class DnsServerFinderTest {

    private final Dns dns = new Dns();
    private final DnsServerFinder finder = new DnsServerFinder(dns);

    @ParameterizedTest
    @CsvSource({
        "anna@gmail.com, GMAIL",
        "anna@GoogleMail.com, GMAIL",
        "anna@wp.pl, WP",
        "anna@tlen.pl, O2",
        "anna@op.pl, ONET",
        "anna@poczta.fm, INTERIA"
    })
    void knowsTheProvidersOwnDomains(String address, MailProvider provider) {
        assertThat(find(address)).contains(new Found(provider, null, Source.DOMAIN));
    }

    @Test
    void takesTheServersThatTheDomainNames() {
        // Given
        dns.services.put(
                "_imaps._tcp.firma.example",
                List.of(
                        new Service("backup.firma.example", 993, 20, 0),
                        new Service("light.firma.example", 993, 10, 1),
                        new Service("imap.firma.example", 993, 10, 5)));
        dns.services.put("_submission._tcp.firma.example", List.of(new Service("smtp.firma.example", 587, 0, 1)));

        // Then
        assertThat(find("anna@firma.example"))
                .contains(new Found(
                        MailProvider.OTHER,
                        new Servers(
                                new ServerAddress("imap.firma.example", 993, Security.TLS),
                                new ServerAddress("smtp.firma.example", 587, Security.STARTTLS)),
                        Source.DNS_SRV));
    }

    @Test
    void prefersSubmissionWithTlsFromTheFirstByte() {
        // Given
        dns.services.put("_imaps._tcp.firma.example", List.of(new Service("imap.firma.example", 993, 0, 1)));
        dns.services.put("_submission._tcp.firma.example", List.of(new Service("smtp.firma.example", 587, 0, 1)));
        dns.services.put("_submissions._tcp.firma.example", List.of(new Service("smtp.firma.example", 465, 0, 1)));

        // Then
        assertThat(find("anna@firma.example").orElseThrow().servers())
                .extracting(Servers::smtp)
                .isEqualTo(new ServerAddress("smtp.firma.example", 465, Security.TLS));
    }

    @Test
    void seesThatADomainIsKeptByAProviderOfOurs() {
        // Given
        dns.exchanges.put("firma.example", List.of("aspmx.l.google.com", "mx.other.example"));

        // Then
        assertThat(find("anna@firma.example")).contains(new Found(MailProvider.GMAIL, null, Source.DNS_MX));
    }

    @Test
    void isNotFooledByANameThatEndsAlike() {
        // Given
        dns.exchanges.put("firma.example", List.of("mx.notgoogle.com"));

        // Then
        assertThat(find("anna@firma.example")).isEmpty();
    }

    @Test
    void knowsNothingWhereTheServiceIsSaidNotToBeOffered() {
        // Given
        dns.services.put("_imaps._tcp.firma.example", List.of(new Service("", 0, 0, 0)));

        // Then
        assertThat(find("anna@firma.example")).isEmpty();
    }

    private Optional<Found> find(String address) {
        return finder.find(new MailAddress(address)).toCompletableFuture().join();
    }

    private static final class Dns implements DnsServerFinder.Records {

        private final Map<String, List<Service>> services = new HashMap<>();
        private final Map<String, List<String>> exchanges = new HashMap<>();

        @Override
        public CompletionStage<List<Service>> services(String name) {
            return CompletableFuture.completedFuture(services.getOrDefault(name, List.of()));
        }

        @Override
        public CompletionStage<List<String>> mailExchanges(String domain) {
            return CompletableFuture.completedFuture(exchanges.getOrDefault(domain, List.of()));
        }
    }
}
