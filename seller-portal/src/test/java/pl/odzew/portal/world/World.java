package pl.odzew.portal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Everything around the portal: who signs people in, the services, Allegro's page of consent.
public final class World implements AutoCloseable {

    private final SignIn signIn = SignIn.start();
    private final HttpServer allegro;
    private final Services services;

    private World(HttpServer allegro) {
        this.allegro = allegro;
        this.services = new Services(
                URI.create("http://localhost:" + allegro.getAddress().getPort() + "/authorize"));
    }

    /// @param portal where Allegro sends people back
    public static World start(URI portal) {
        try {
            HttpServer allegro = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            allegro.createContext("/authorize", exchange -> {
                // Whoever comes agrees.
                String state = exchange.getRequestURI().getQuery().replace("state=", "");
                exchange.getResponseHeaders().add("Location", portal + "/allegro/callback?code=yes&state=" + state);
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            });
            allegro.start();
            return new World(allegro);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Services services() {
        return services;
    }

    /// What the portal is told.
    public Map<String, String> configuration() {
        var configuration = new HashMap<>(services.configuration());
        configuration.put("quarkus.oidc.auth-server-url", signIn.issuer().toString());
        configuration.put("quarkus.oidc.credentials.secret", "the-stand-in-checks-no-secret");
        return configuration;
    }

    /// A seller whose one mailbox Google refuses.
    public String sellerWithLockedMailbox(String name) {
        Shop shop = services.shop(name);
        var mailbox = shop.mailbox(name + "@gmail.com", "GMAIL", "OTHER");
        shop.turnOn(mailbox, 1);
        shop.lock(mailbox, "APP_PASSWORD_REQUIRED", Services.APP_PASSWORD_REQUIRED);
        return name;
    }

    /// The account to which the seller's mailboxes belong.
    public void linksAccount(String seller) {
        Shop shop = services.shop(seller);
        shop.account(
                seller + "_sklep",
                shop.mailboxes.values().stream()
                        .map(mailbox -> mailbox.path("address").asText())
                        .toArray(String[]::new));
    }

    public String mailboxOf(String seller) {
        return services.shop(seller).mailboxes.keySet().iterator().next();
    }

    public String accountOf(String seller) {
        return services.shop(seller).accounts.keySet().iterator().next();
    }

    /// Somebody else who works for the seller saves rules.
    public void rulesChangeMeanwhile(String seller) {
        Shop shop = services.shop(seller);
        shop.rules =
                shop.rules.deepCopy().put("version", shop.rules.path("version").asLong() + 1);
    }

    /// In which version the seller's mailbox answers.
    public int versionOf(String seller) {
        return services.shop(seller)
                .targets
                .get(mailboxOf(seller))
                .path("version")
                .asInt();
    }

    /// A seller in the middle of things, so that every page has something to show.
    public void furnish(String seller) {
        Shop shop = services.shop(seller);
        var locked = shop.mailbox("sklep.anna@gmail.com", "GMAIL", "OTHER");
        var risky = shop.mailbox("anna.drugi.sklep@gmail.com", "GMAIL", "OTHER");
        var fine = shop.mailbox("anna-antyki@wp.pl", "WP", "OTHER");
        shop.turnOn(locked, 1);
        shop.turnOn(risky, 1);
        shop.turnOn(fine, 1);
        shop.lock(locked, "APP_PASSWORD_REQUIRED", Services.APP_PASSWORD_REQUIRED);
        var account = shop.account("anna_antyki", "anna-antyki@wp.pl");
        shop.buyersWait(account, 3);
        try {
            shop.rules = (ObjectNode) StandInService.JSON.readTree("""
                    {"version": 4, "windowHours": 24, "delayMinutes": 5, "silenceAfterPersonMinutes": 30,
                     "language": "pl", "signature": "Sklep Anna", "rules": [
                     {"name": "Reklama", "when": {"keywords": ["współpraca reklamowa"]}, "then": {"kind": "SILENCE"}},
                     {"name": "Faktury", "when": {"keywords": ["faktura", "rachunek"], "hasOrder": true},
                      "then": {"kind": "REPLY", "texts": {
                        "pl": "Dzień dobry {{buyer|}}, fakturę do zamówienia {{order|}} wyślemy dzisiaj.",
                        "cs": "Dobrý den, fakturu pošleme dnes."}}},
                     {"name": "Po godzinach", "enabled": false, "when": {"workingHours": false},
                      "then": {"kind": "REPLY", "texts": {"pl": "Odpiszemy: {{next-opening|wkrótce}}."}}}]}""");
            shop.hours = (ObjectNode) StandInService.JSON.readTree("""
                    {"version": 2, "zone": "Europe/Warsaw", "always": false, "holidays": ["PL"], "week": {
                     "MONDAY": [{"from": "09:00", "to": "12:00"}, {"from": "12:30", "to": "17:00"}],
                     "TUESDAY": [{"from": "09:00", "to": "17:00"}], "FRIDAY": [{"from": "09:00", "to": "15:00"}]},
                     "closures": [{"from": "2026-12-24", "to": "2027-01-02", "name": "Urlop"}]}""");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shop.decision(Duration.ofMinutes(4), "ALLEGRO", "REPLY", null)
                .put("buyer", "jan_kowalski")
                .put("rule", "Faktury");
        shop.decision(Duration.ofMinutes(9), "MAILBOX", "REPLY", null);
        shop.decision(Duration.ofMinutes(21), "MAILBOX", "SILENCE", "ANSWERED_BY_PERSON");
        shop.decision(Duration.ofMinutes(55), "ALLEGRO", "WAITING", "BACKLOG");
        shop.decision(Duration.ofMinutes(80), "MAILBOX", "REPLY", null).put("failure", "BOUNCED");
        shop.decision(Duration.ofHours(3), "MAILBOX", "SILENCE", "ALREADY_ANSWERED_WITHIN_WINDOW");
        shop.decision(Duration.ofHours(26), "ALLEGRO", "REPLY", null);
        shop.decision(Duration.ofDays(9), "MAILBOX", "SILENCE", "AUTOMATIC_MAIL");
    }

    @Override
    public void close() {
        services.close();
        allegro.stop(0);
        signIn.close();
    }

    /// Keeps it running, for looking at the pages by hand; prints what the portal is to be started with.
    ///
    /// @param words the portal's address
    public static void main(String[] words) throws InterruptedException {
        World world = start(URI.create(words[0]));
        world.furnish("anna");
        world.furnish("operator");
        world.configuration().forEach((key, value) -> System.out.println("-D" + key + "=" + value));
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
