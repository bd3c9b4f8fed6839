package pl.odzew.portal.world;

import static pl.odzew.portal.world.StandInService.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import pl.odzew.portal.world.StandInService.Answer;
import pl.odzew.portal.world.StandInService.Call;

/// The four services behind the portal, with what they keep of each seller; anything else than 16 letters is refused as
/// a password.
public final class Services implements AutoCloseable {

    public static final String APP_PASSWORD_REQUIRED =
            "[ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)";

    private final Map<String, Shop> shops = new ConcurrentHashMap<>();
    private final Map<String, String> begunLinks = new ConcurrentHashMap<>();
    private final StandInService mailboxes = StandInService.create();
    private final StandInService accounts = StandInService.create();
    private final StandInService autoresponder = StandInService.create();
    private final StandInService notifications = StandInService.create();
    private final URI allegro;
    private volatile boolean installationStopped;
    private volatile boolean redelivered;
    private volatile String announcementState = "SENDING";

    /// @param allegro the page of consent
    Services(URI allegro) {
        this.allegro = allegro;
        serveMailboxes();
        serveAccounts();
        serveAutoresponder();
        serveNotifications();
    }

    Shop shop(String seller) {
        return shops.computeIfAbsent(seller, _ -> new Shop(now()));
    }

    StandInService mailboxes() {
        return mailboxes;
    }

    StandInService accounts() {
        return accounts;
    }

    StandInService autoresponder() {
        return autoresponder;
    }

    StandInService notifications() {
        return notifications;
    }

    public void stopsAutoresponder() {
        autoresponder.close();
    }

    public void startsAutoresponder() {
        autoresponder.start();
    }

    /// What the portal is told about them.
    Map<String, String> configuration() {
        var configuration = new HashMap<String, String>();
        configuration.put(
                "quarkus.rest-client.mailbox-service.url", mailboxes.uri().toString());
        configuration.put(
                "quarkus.rest-client.allegro-gateway.url", accounts.uri().toString());
        configuration.put(
                "quarkus.rest-client.responder-service.url", autoresponder.uri().toString());
        configuration.put(
                "quarkus.rest-client.notification-service.url",
                notifications.uri().toString());
        return configuration;
    }

    @Override
    public void close() {
        List.of(mailboxes, accounts, autoresponder, notifications).forEach(StandInService::close);
    }

    private void serveMailboxes() {
        String base = "/api/v1/mailboxes";
        mailboxes
                .on(
                        "GET",
                        base,
                        call -> Answer.ok(array(shop(call.seller()).mailboxes.values())))
                .on("POST", base, this::connect)
                .on("GET", base + "/{}", call -> found(shop(call.seller()).mailboxes, call))
                .on("PUT", base + "/{}/password", this::changePassword)
                .on("POST", base + "/{}/check", call -> found(shop(call.seller()).mailboxes, call))
                .on("POST", base + "/{}/pause", call -> setStatus(call, "PAUSED"))
                .on("POST", base + "/{}/resume", call -> setStatus(call, "OK"))
                .on("DELETE", base + "/{}", call -> removed(shop(call.seller()).mailboxes, call));
    }

    private void serveAccounts() {
        String base = "/api/v1/allegro-accounts";
        accounts.on(
                        "GET",
                        base,
                        call -> Answer.ok(array(shop(call.seller()).accounts.values())))
                .on("POST", base + "/links", this::beginLink)
                .on("POST", base + "/links/callback", this::endLink)
                .on("GET", base + "/{}", call -> found(shop(call.seller()).accounts, call))
                .on("DELETE", base + "/{}", call -> removed(shop(call.seller()).accounts, call));
    }

    private void serveAutoresponder() {
        String base = "/api/v1/autoresponder/targets";
        autoresponder
                .on(
                        "GET",
                        base,
                        call -> Answer.ok(array(shop(call.seller()).targets.values())))
                .on("GET", base + "/{}", call -> found(shop(call.seller()).targets, call))
                .on("PUT", base + "/{}", this::set)
                .on("GET", base + "/{}/waiting-buyers", this::waiting)
                .on("POST", base + "/{}/waiting-buyers", call -> {
                    shop(call.seller()).waiting.remove(call.id());
                    return waiting(call);
                })
                .on("GET", "/api/v1/decisions", this::decisions)
                .on("GET", "/api/v1/decisions/statistics", this::statistics);
        serveSettings();
    }

    private void serveSettings() {
        String base = "/api/v1/autoresponder";
        autoresponder
                .on("GET", base + "/stop", this::stop)
                .on("PUT", base + "/stop", call -> {
                    shop(call.seller()).stopped = call.body().path("stopped").asBoolean();
                    return stop(call);
                })
                .on("GET", base + "/rules", call -> Answer.ok(shop(call.seller()).rules))
                .on("PUT", base + "/rules", this::replaceRules)
                .on("GET", base + "/working-hours", call -> Answer.ok(shop(call.seller()).hours))
                .on("PUT", base + "/working-hours", this::replaceHours)
                .on("POST", base + "/preview", this::preview)
                .on("POST", base + "/rehearsal", this::rehearse)
                .on("GET", "/api/v1/audit/responder-service", call -> audit(call, "RULES_CHANGED"))
                .on(
                        "GET",
                        "/api/v1/operator/stop",
                        _ -> Answer.ok(JSON.createObjectNode().put("stopped", installationStopped)))
                .on("PUT", "/api/v1/operator/stop", call -> {
                    installationStopped = call.body().path("stopped").asBoolean();
                    return Answer.ok(call.body());
                })
                .on("GET", "/api/v1/operator/responder-service/dead-letters", _ -> deadLetters())
                .on("POST", "/api/v1/operator/responder-service/dead-letters/{}/redelivery", _ -> {
                    redelivered = true;
                    return Answer.ok(JSON.createObjectNode().put("outcome", "TAKEN"));
                });
        mailboxes
                .on("GET", "/api/v1/audit/mailbox-service", call -> audit(call, "CREDENTIAL_CHANGED"))
                .on("GET", "/api/v1/operator/mailbox-service/states", _ -> read("""
                        {"items": [{"provider": "GMAIL", "status": "OK", "mailboxes": 812},
                                   {"provider": "GMAIL", "status": "AUTH_FAILED",
                                    "reason": "APP_PASSWORD_REQUIRED", "mailboxes": 37},
                                   {"provider": "WP", "status": "OK", "mailboxes": 120}]}"""))
                .on("GET", "/api/v1/operator/mailbox-service/guard", _ -> read("""
                        {"items": [{"provider": "GMAIL", "state": "HOLDING", "cause": "DOUBTFUL_REFUSALS",
                          "since": "2026-11-23T12:00:00Z", "mailboxes": 849, "suspects": 212}]}"""))
                .on("GET", "/api/v1/operator/mailbox-service/leases", _ -> read("""
                        {"replicas": [{"id": "a", "name": "mailbox-0", "startedAt": "2026-11-23T12:00:00Z",
                          "lastSeenAt": "2026-11-23T12:05:00Z", "mailboxes": 484}], "waiting": 3}"""))
                .on("GET", "/api/v1/operator/mailbox-service/dead-letters", _ -> read("[]"));
        accounts.on("GET", "/api/v1/audit/allegro-gateway", call -> audit(call, "LINKED"))
                .on("GET", "/api/v1/operator/allegro-gateway/dead-letters", _ -> read("[]"));
    }

    private static Answer read(String json) {
        try {
            return Answer.ok(JSON.readTree(json));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Answer stop(Call call) {
        Shop shop = shop(call.seller());
        return Answer.ok(JSON.createObjectNode()
                .put("stopped", shop.stopped)
                .put("installationStopped", installationStopped)
                .put("held", shop.stopped ? 2 : 0));
    }

    private Answer replaceRules(Call call) {
        Shop shop = shop(call.seller());
        if (isOutdated(call, shop.rules)) {
            return Answer.problem(412, "changed-meanwhile");
        }
        if (call.body().toString().contains("{{kto}}")) {
            Answer problem = Answer.problem(400, "invalid");
            ObjectNode fault = JSON.createObjectNode()
                    .put("field", "rules[0].then.texts.pl")
                    .put("detail", "unknown placeholder {{kto}}")
                    .put("code", "UNKNOWN_PLACEHOLDER");
            ((ObjectNode) problem.body()).putArray("errors").add(fault);
            return problem;
        }
        ObjectNode saved = call.body().deepCopy();
        shop.rules = saved.put("version", shop.rules.path("version").asLong() + 1);
        return Answer.ok(shop.rules);
    }

    private Answer replaceHours(Call call) {
        Shop shop = shop(call.seller());
        if (isOutdated(call, shop.hours)) {
            return Answer.problem(412, "changed-meanwhile");
        }
        ObjectNode saved = call.body().deepCopy();
        shop.hours =
                saved.put("version", shop.hours.path("version").asLong() + 1).put("always", !saved.has("week"));
        return Answer.ok(shop.hours);
    }

    private static boolean isOutdated(Call call, ObjectNode document) {
        return !call.ifMatch().equals("\"" + document.path("version").asLong() + "\"");
    }

    private Answer preview(Call call) {
        String text = call.body().path("text").asText();
        String filled = text.replaceAll("\\{\\{buyer(\\|[^}]*)?}}", "jan_kowalski");
        ObjectNode preview = JSON.createObjectNode()
                .put("text", filled)
                .put("length", filled.length())
                .put("worstCaseLength", filled.length() + 20)
                .put("limit", 2000);
        preview.putArray("errors");
        ArrayNode warnings = preview.putArray("warnings");
        if (text.contains("http")) {
            warnings.add(JSON.createObjectNode()
                    .put("field", "text")
                    .put("code", "LINK")
                    .put("excerpt", "http"));
        }
        return Answer.ok(preview);
    }

    private Answer rehearse(Call call) {
        return read("""
                {"messages": 143, "complete": true, "changed": 2, "items": [
                  {"channel": "ALLEGRO", "receivedAt": "2026-11-20T12:00:00Z", "buyer": "jan_k",
                   "excerpt": "Dzień dobry, poproszę o fakturę do zamówienia.", "changed": true,
                   "before": {"outcome": "REPLY", "text": "Dziękujemy za wiadomość."},
                   "after": {"outcome": "REPLY", "rule": "Faktury", "text": "Fakturę wyślemy dzisiaj."}},
                  {"channel": "MAILBOX", "receivedAt": "2026-11-19T12:00:00Z", "buyer": "ola",
                   "excerpt": "Współpraca reklamowa", "changed": true,
                   "before": {"outcome": "REPLY"},
                   "after": {"outcome": "SILENCE", "reason": "SILENT_BY_RULE", "rule": "Reklama"}}]}""");
    }

    private Answer statistics(Call call) {
        ObjectNode statistics = JSON.createObjectNode().put("zone", "Europe/Warsaw");
        ArrayNode days = statistics.putArray("days");
        java.time.LocalDate today = java.time.LocalDate.now(java.time.ZoneId.of("Europe/Warsaw"));
        for (int i = 29; i >= 0; i--) {
            if (shop(call.seller()).decisions.isEmpty() || i % 9 == 4) {
                continue;
            }
            int answered = 6 + (i * 7) % 11;
            int silent = 1 + (i * 5) % 4;
            ObjectNode day = JSON.createObjectNode()
                    .put("day", today.minusDays(i).toString())
                    .put("received", answered + silent)
                    .put("answered", answered)
                    .put("medianAnswerSeconds", 4 + i % 3);
            day.putObject("silent").put("ANSWERED_BY_PERSON", silent);
            day.putObject("waiting");
            days.add(day);
        }
        return Answer.ok(statistics);
    }

    private Answer audit(Call call, String action) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        if (!shop(call.seller()).targets.isEmpty()) {
            items.add(JSON.createObjectNode()
                    .put("at", shop(call.seller()).ago(java.time.Duration.ofHours(action.length())))
                    .put("actor", call.seller())
                    .put("action", action)
                    .put("subject", "x"));
        }
        return Answer.ok(page);
    }

    private Answer deadLetters() {
        return read("""
                [{"id": "1-2-3", "topic": "messages.mailbox.dlq", "consumer": "responder-service.messages",
                  "type": "message.received.v1", "key": "k", "code": "SCHEMA_VIOLATION",
                  "cause": "receivedAt is missing", "position": "messages.mailbox-0@41",
                  "at": "2026-11-23T12:00:00Z", "taken": %s}]""".formatted(redelivered));
    }

    private void serveNotifications() {
        String base = "/api/v1/notifications";
        notifications
                .on("POST", base + "/acknowledge", call -> {
                    shop(call.seller()).notifications.forEach(one -> one.put("acknowledgedAt", now().toString()));
                    return Answer.ok(JSON.createObjectNode().put("unread", 0));
                })
                .on("POST", "/api/v1/contact/addresses", this::addAddress)
                .on("DELETE", "/api/v1/contact/addresses/{}", call -> {
                    shop(call.seller())
                            .addresses
                            .removeIf(one -> one.path("id").asText().equals(call.id()));
                    return Answer.nothing();
                })
                .on("GET", "/api/v1/audit/notification-service", call -> audit(call, "contact.changed"))
                .on(
                        "GET",
                        "/api/v1/data",
                        call -> Answer.ok(JSON.createObjectNode().put("sellerId", call.seller())))
                .on("DELETE", "/api/v1/data", _ -> erasure())
                .on("GET", "/api/v1/data/erasures/{}", _ -> erasure())
                .on("GET", "/api/v1/operator/notification-service/dead-letters", _ -> read("[]"))
                .on("GET", "/api/v1/operator/announcements", _ -> {
                    ArrayNode all = JSON.createArrayNode();
                    return Answer.ok(all.add(announcement()));
                })
                .on("GET", "/api/v1/operator/announcements/{}", _ -> Answer.ok(announcement()))
                .on("POST", "/api/v1/operator/announcements/{}/pause", _ -> {
                    announcementState = "PAUSED";
                    return Answer.ok(announcement());
                })
                .on("GET", base, call -> {
                    ObjectNode page = JSON.createObjectNode();
                    page.set("items", array(shop(call.seller()).notifications));
                    page.put("unread", shop(call.seller()).notifications.size());
                    return Answer.ok(page);
                })
                .on(
                        "POST",
                        base + "/{}/acknowledge",
                        call -> shop(call.seller()).notifications.stream()
                                .filter(one -> one.path("id").asText().equals(call.id()))
                                .findFirst()
                                .map(one -> Answer.ok(one.put("acknowledgedAt", now().toString())))
                                .orElse(Answer.problem(404, "not-found")))
                .on("GET", "/api/v1/contact", this::contact)
                .on("PUT", "/api/v1/contact", call -> {
                    shop(call.seller()).language = call.body().path("language").asText();
                    return contact(call);
                });
    }

    private Answer contact(Call call) {
        ObjectNode contact = JSON.createObjectNode();
        contact.put("email", call.seller() + "@gmail.com")
                .put("language", shop(call.seller()).language)
                .put("reminders", true)
                .put("announcements", true);
        ArrayNode addresses = contact.putArray("addresses");
        shop(call.seller()).addresses.forEach(addresses::add);
        return Answer.ok(contact);
    }

    private Answer addAddress(Call call) {
        String email = call.body().path("email").asText();
        if (!email.contains(".")) {
            return Answer.problem(400, "invalid");
        }
        ObjectNode address = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("email", email)
                .put("status", "PENDING")
                .put("addedAt", now().toString());
        shop(call.seller()).addresses.add(address);
        return Answer.created(address);
    }

    private static Answer erasure() {
        return read("""
                {"requestId": "f1b1b5f6-5d0c-4a0b-9a44-0b1f0d1c2e3f", "requestedAt": "2026-11-23T17:05:12Z",
                 "services": [{"service": "mailbox-service", "doneAt": "2026-11-23T17:05:13Z"},
                              {"service": "allegro-gateway"}, {"service": "responder-service"},
                              {"service": "notification-service", "doneAt": "2026-11-23T17:05:13Z"}]}""");
    }

    private ObjectNode announcement() {
        ObjectNode announcement = (ObjectNode) read("""
                {"id": "0d9f0c51-6b9e-4a4c-8d55-5f8f3b0c7b1e", "name": "Google, 1 marca",
                 "texts": {"PL": {"subject": "Od 1 marca Google nie przyjmie zwykłego hasła", "body": "Google zapowiada…"}},
                 "round": 1, "createdAt": "2026-11-23T17:05:12Z", "createdBy": "operator",
                 "progress": {"recipients": 400, "pending": 120, "sent": 270, "unknown": 1, "failed": 2,
                              "skipped": 7, "actedUpon": 88}}""").body();
        return announcement.put("state", announcementState);
    }

    private Answer connect(Call call) {
        if (!isAppPassword(call.body())) {
            return refused();
        }
        String address = call.body().path("address").asText();
        return Answer.created(shop(call.seller())
                .mailbox(address, call.body().path("provider").asText(), "APP_PASSWORD_LIKE"));
    }

    private Answer changePassword(Call call) {
        ObjectNode mailbox = shop(call.seller()).mailboxes.get(call.id());
        if (mailbox == null) {
            return Answer.problem(404, "not-found");
        }
        if (!isAppPassword(call.body())) {
            return refused();
        }
        shop(call.seller()).unlock(mailbox);
        return Answer.ok(mailbox);
    }

    private Answer setStatus(Call call, String status) {
        ObjectNode mailbox = shop(call.seller()).mailboxes.get(call.id());
        return mailbox == null
                ? Answer.problem(404, "not-found")
                : Answer.ok(mailbox.put("status", status).put("statusSince", now().toString()));
    }

    private Answer beginLink(Call call) {
        String state = UUID.randomUUID().toString();
        begunLinks.put(state, call.seller());
        return Answer.created(JSON.createObjectNode()
                .put("state", state)
                .put("authorizationUrl", allegro + "?state=" + state)
                .put("expiresAt", now().plusSeconds(600).toString()));
    }

    private Answer endLink(Call call) {
        String state = call.body().path("state").asText();
        if (!call.seller().equals(begunLinks.remove(state))) {
            return Answer.problem(404, "link-unknown");
        }
        Shop shop = shop(call.seller());
        String[] addresses = shop.mailboxes.values().stream()
                .map(mailbox -> mailbox.path("address").asText())
                .toArray(String[]::new);
        return Answer.created(shop.account(call.seller() + "_sklep", addresses));
    }

    private Answer set(Call call) {
        ObjectNode target = shop(call.seller()).targets.get(call.id());
        if (target == null) {
            return Answer.problem(404, "not-found");
        }
        int version = call.body().path("version").asInt();
        boolean isMailbox = target.path("channel").asText().equals("MAILBOX");
        if (version == 3 && isMailbox && !target.has("boundTo")) {
            return Answer.problem(409, "conflict");
        }
        boolean enabled = call.body().path("enabled").asBoolean();
        String text = call.body().path("text").asText();
        target.put("version", version).put("enabled", enabled).put("text", text);
        if (version == 3 && isMailbox) {
            ObjectNode account =
                    shop(call.seller()).targets.get(target.path("boundTo").asText());
            account.put("enabled", enabled).put("text", text);
        }
        return Answer.ok(target);
    }

    private Answer waiting(Call call) {
        ObjectNode question = shop(call.seller()).waiting.get(call.id());
        return Answer.ok(question == null ? JSON.createObjectNode().put("count", 0) : question);
    }

    private Answer decisions(Call call) {
        String outcome = call.query().get("outcome");
        ObjectNode page = JSON.createObjectNode();
        page.set(
                "items",
                array(shop(call.seller()).decisions.stream()
                        .filter(decision -> outcome == null
                                || outcome.isEmpty()
                                || outcome.equals(decision.path("outcome").asText()))
                        .toList()));
        return Answer.ok(page);
    }

    private static Answer refused() {
        Answer problem = Answer.problem(422, "credential-refused");
        ((ObjectNode) problem.body())
                .put("reason", "APP_PASSWORD_REQUIRED")
                .put("serverWords", APP_PASSWORD_REQUIRED)
                .set("remedies", JSON.createArrayNode().add("APP_PASSWORD").add("VERSION_3"));
        return problem;
    }

    private static boolean isAppPassword(JsonNode body) {
        return body.path("password").asText().replace(" ", "").matches("[a-z]{16}");
    }

    private static Answer found(Map<String, ObjectNode> all, Call call) {
        ObjectNode one = all.get(call.id());
        return one == null ? Answer.problem(404, "not-found") : Answer.ok(one);
    }

    private static Answer removed(Map<String, ObjectNode> all, Call call) {
        return all.remove(call.id()) == null ? Answer.problem(404, "not-found") : Answer.nothing();
    }

    private static ArrayNode array(Collection<ObjectNode> items) {
        ArrayNode array = JSON.createArrayNode();
        items.forEach(array::add);
        return array;
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }
}
