package pl.odzew.mailbox.connection;

import static pl.odzew.events.mailbox.v1.MailProvider.GMAIL;
import static pl.odzew.events.mailbox.v1.MailProvider.INTERIA;
import static pl.odzew.events.mailbox.v1.MailProvider.O2;
import static pl.odzew.events.mailbox.v1.MailProvider.ONET;
import static pl.odzew.events.mailbox.v1.MailProvider.WP;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pl.odzew.events.mailbox.v1.MailProvider;

/// Which domains are a known provider's own.
final class ProvidersDomains {

    /// Under which the provider hands out addresses.
    private static final Map<String, MailProvider> OF_ADDRESSES = byName(Map.of(
            GMAIL, List.of("gmail.com", "googlemail.com"),
            WP, List.of("wp.pl", "wp.eu"),
            O2, List.of("o2.pl", "tlen.pl", "go2.pl", "prokonto.pl"),
            ONET, List.of("onet.pl", "onet.eu", "onet.com.pl", "op.pl", "vp.pl", "poczta.onet.pl", "poczta.onet.eu"),
            INTERIA, List.of("interia.pl", "interia.eu", "interia.com", "poczta.fm", "intmail.pl", "vip.interia.pl")));

    /// Under which its servers stand.
    private static final Map<String, MailProvider> OF_SERVERS = byName(Map.of(
            GMAIL, List.of("google.com", "googlemail.com", "gmail.com"),
            WP, List.of("wp.pl"),
            O2, List.of("o2.pl", "tlen.pl"),
            ONET, List.of("onet.pl"),
            INTERIA, List.of("interia.pl")));

    private ProvidersDomains() {}

    static Optional<MailProvider> ofAddresses(String domain) {
        return Optional.ofNullable(OF_ADDRESSES.get(domain.toLowerCase(Locale.ROOT)));
    }

    /// The provider to which a server belongs, by its name or that of any domain above it.
    static Optional<MailProvider> ofServer(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        while (!name.isEmpty()) {
            MailProvider provider = OF_SERVERS.get(name);
            if (provider != null) {
                return Optional.of(provider);
            }
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
        }
        return Optional.empty();
    }

    private static Map<String, MailProvider> byName(Map<MailProvider, List<String>> domains) {
        Map<String, MailProvider> byName = new HashMap<>();
        domains.forEach((provider, names) -> names.forEach(name -> byName.put(name, provider)));
        return Map.copyOf(byName);
    }
}
