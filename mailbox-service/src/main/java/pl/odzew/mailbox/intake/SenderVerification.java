package pl.odzew.mailbox.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.odzew.events.mailbox.v1.MailProvider;

/// Whether the receiving provider itself vouches for a mail's sender.
///
/// Anybody can write `Authentication-Results` into his mail; the provider's own stands above it, since servers put
/// their lines on top. So the topmost counts, and only if it is the provider's.
final class SenderVerification {

    private final Map<MailProvider, List<String>> authorities;
    private final Collection<String> trustedDomains;

    /// @param authorities who signs a provider's results: an exact name, or `*.domain` for every host of a domain;
    ///     where a provider is missing, whoever stands topmost is believed
    /// @param trustedDomains domains whose signature also vouches for their sub-domains
    SenderVerification(Map<MailProvider, List<String>> authorities, Collection<String> trustedDomains) {
        this.authorities = Map.copyOf(authorities);
        this.trustedDomains = List.copyOf(trustedDomains);
    }

    /// @param domain of From, in small letters
    boolean vouchesFor(String domain, Headers headers, MailProvider provider) {
        return providersOwn(headers, provider)
                .map(AuthenticationResults::results)
                .filter(results -> results.stream().noneMatch(SenderVerification::denies))
                .map(results -> results.stream().anyMatch(result -> vouches(result, domain)))
                .orElse(false);
    }

    private Optional<AuthenticationResults> providersOwn(Headers headers, MailProvider provider) {
        List<AuthenticationResults> all = headers.all("Authentication-Results")
                .map(AuthenticationResults::read)
                .toList();
        return switch (provider) {
            // Google's relays put lines of other services on top at times; its own verdict is the first of its own.
            case GMAIL -> all.stream().filter(one -> isFrom(one, provider)).findFirst();
            case WP, O2, ONET, INTERIA, OTHER -> all.stream().findFirst().filter(one -> isFrom(one, provider));
        };
    }

    private boolean isFrom(AuthenticationResults results, MailProvider provider) {
        List<String> known = authorities.get(provider);
        return known == null || known.stream().anyMatch(name -> isNamed(results.authority(), name));
    }

    private static boolean isNamed(String authority, String name) {
        return name.startsWith("*.")
                ? authority.endsWith(name.substring(1)) || authority.equals(name.substring(2))
                : authority.equals(name);
    }

    /// DMARC fails only where no aligned signature and no aligned envelope passed; whatever else then claims to
    /// have passed was put there by the sender, who writes parts of the envelope that these fields quote.
    private static boolean denies(AuthenticationResults.Result result) {
        return result.method().equals("dmarc") && result.verdict().equals("fail");
    }

    private boolean vouches(AuthenticationResults.Result result, String domain) {
        if (result.passed("dmarc")) {
            return result.domain("header.from").map(domain::equals).orElse(false);
        }
        if (result.passed("dkim")) {
            return result.domain("header.d")
                    .or(() -> result.domain("header.i"))
                    .filter(d -> isAligned(d, domain))
                    .isPresent();
        }
        return result.passed("spf")
                && result.domain("smtp.mailfrom")
                        .filter(d -> isAligned(d, domain))
                        .isPresent();
    }

    private boolean isAligned(String signer, String domain) {
        return signer.equals(domain) || trustedDomains.contains(signer) && domain.endsWith("." + signer);
    }
}
