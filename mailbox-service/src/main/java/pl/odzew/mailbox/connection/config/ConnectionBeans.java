package pl.odzew.mailbox.connection.config;

import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClientOptions;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.odzew.mailbox.connection.AccessTokens;
import pl.odzew.mailbox.connection.DnsServerFinder;
import pl.odzew.mailbox.connection.GoogleSignIn;
import pl.odzew.mailbox.connection.Guards;
import pl.odzew.mailbox.connection.HostPolicy;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.LoginGate;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.OutageDesk;
import pl.odzew.mailbox.connection.OutageRounds;
import pl.odzew.mailbox.connection.PasswordTries;
import pl.odzew.mailbox.connection.Patience;
import pl.odzew.mailbox.connection.Presets;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.ServerFinder;
import pl.odzew.mailbox.connection.dns.VertxRecords;
import pl.odzew.mailbox.refusal.Classifier;
import pl.odzew.mailbox.refusal.Confirmation;
import pl.odzew.mailbox.refusal.GuardRules;
import pl.odzew.mailbox.refusal.GuardSettings;

/// Makes the plain classes of this feature available to the others.
@Dependent
class ConnectionBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Presets presets(ProvidersConfig config) {
        return config.presets();
    }

    /// The providers' servers are the operator's own words, and so is what he names besides.
    @Produces
    @Singleton
    HostPolicy hostPolicy(HostsConfig config, Presets presets) {
        Stream<String> ofPresets = presets.byProvider().values().stream()
                .flatMap(servers -> Stream.of(servers.imap(), servers.smtp()))
                .map(ServerAddress::host);
        return new HostPolicy(
                Stream.concat(ofPresets, config.trusted().orElse(Set.of()).stream())
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                config.imapPorts(),
                config.smtpPorts());
    }

    @Produces
    @Singleton
    ServerFinder serverFinder(Vertx vertx) {
        return new DnsServerFinder(new VertxRecords(vertx, new DnsClientOptions()));
    }

    @Produces
    @Singleton
    PasswordTries.Limits passwordTries(TriesConfig config) {
        return new PasswordTries.Limits(config.ofSeller(), config.ofAddress(), config.within());
    }

    @Produces
    @Singleton
    Patience patience(SuspicionConfig suspicion, AlarmConfig alarm) {
        return new Patience(new Confirmation(suspicion.confirmAfter()), alarm.retryAfter());
    }

    @Produces
    @Singleton
    GuardSettings guardSettings(GuardConfig config) {
        return config.settings();
    }

    @Produces
    @Singleton
    GuardRules guardRules(GuardSettings settings) {
        return new GuardRules(settings);
    }

    @Produces
    @Singleton
    OutageDesk outageDesk(Guards guards, GuardRules rules, Clock clock) {
        return new OutageDesk(guards, rules, clock);
    }

    @Produces
    @Singleton
    OutageRounds outageRounds(OutageDesk desk, Guards guards, GuardRules rules, Lifecycle lifecycle, Clock clock) {
        return new OutageRounds(desk, guards, rules, lifecycle, clock);
    }

    @Produces
    @Singleton
    LoginGate loginGate(OutageDesk outages, LoginConfig config, Clock clock) {
        return new LoginGate(
                outages, config.settings(() -> ThreadLocalRandom.current().nextDouble()), clock);
    }

    @Produces
    @Singleton
    Classifier classifier(GoogleSignIn google) {
        return new Classifier(google.isOffered());
    }

    @Produces
    @Singleton
    AccessTokens accessTokens(GoogleSignIn google, Classifier classifier, Clock clock) {
        return new AccessTokens(google, classifier, clock);
    }

    @Produces
    @Singleton
    Lifecycle lifecycle(
            Mailboxes mailboxes, Patience patience, OutageDesk outages, Classifier classifier, Clock clock) {
        return new Lifecycle(mailboxes, patience, outages, classifier, clock);
    }
}
