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
                .on("GET", "/api/v1/decisions", this::decisions);
    }

    private void serveNotifications() {
        String base = "/api/v1/notifications";
        notifications
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
        contact.put("email", call.seller() + "@gmail.com").put("language", shop(call.seller()).language);
        return Answer.ok(contact);
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
