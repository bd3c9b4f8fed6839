package pl.odzew.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.odzew.local.Port;

/// A person who sells at Allegro and uses Odzew through its REST API.
public final class Seller {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final String name;
    private final Rest mailboxes;
    private final Rest responder;
    private final Rest allegro;
    private final Rest notifications;

    private Seller(World world, String name, String token) {
        this.name = name;
        this.mailboxes = new Rest(world.service(Port.MAILBOX_SERVICE), token);
        this.responder = new Rest(world.service(Port.RESPONDER_SERVICE), token);
        this.allegro = new Rest(world.service(Port.ALLEGRO_GATEWAY), token);
        this.notifications = new Rest(world.service(Port.NOTIFICATION_SERVICE), token);
    }

    public static Seller signsIn(World world, String firstName) {
        String name = world.unique(firstName);
        return new Seller(world, name, world.signIn().tokenFor(name));
    }

    public String name() {
        return name;
    }

    public String address() {
        return name + "@gmail.com";
    }

    /// What the autoresponder answers for this seller.
    String replyText() {
        return "Dzień dobry, dziękuję za wiadomość. Odpiszę jutro. Pozdrawiam, " + name;
    }

    // Mailbox

    /// @return the mailbox's id
    public String connectsMailbox(String password) {
        JsonNode mailbox = mailboxes
                .post("/api/v1/mailboxes", Map.of("address", address(), "password", password, "provider", "GMAIL"))
                .expect(CREATED, "connecting a mailbox");
        Patience.check("OK".equals(mailbox.path("status").asText()), "the new mailbox is OK: " + mailbox);
        return mailbox.required("id").asText();
    }

    JsonNode mailbox(String id) {
        return mailboxes.get("/api/v1/mailboxes/" + id).expect(OK, "looking at a mailbox");
    }

    public void savesPassword(String id, String password) {
        mailboxes
                .put("/api/v1/mailboxes/" + id + "/password", Map.of("password", password))
                .expect(OK, "saving a password");
    }

    // Autoresponder

    /// Switches the autoresponder of a mailbox or account on, as soon as it is known there.
    public void answersWith(String targetId, int version) {
        target(targetId);
        responder
                .put(
                        "/api/v1/autoresponder/targets/" + targetId,
                        Map.of("version", version, "enabled", true, "text", replyText()))
                .expect(OK, "setting the autoresponder");
    }

    JsonNode target(String id) {
        return Patience.await(
                "the autoresponder knows " + id,
                SOON,
                () -> targets().stream()
                        .filter(target -> id.equals(target.path("id").asText()))
                        .findFirst());
    }

    /// How many buyers have waited since before the account was linked.
    int waitingBuyers(String targetId) {
        return responder
                .get("/api/v1/autoresponder/targets/" + targetId + "/waiting-buyers")
                .expect(OK, "asking for waiting buyers")
                .path("count")
                .asInt();
    }

    void wantsWaitingBuyersAnswered(String targetId) {
        responder
                .post("/api/v1/autoresponder/targets/" + targetId + "/waiting-buyers", Map.of("answer", true))
                .expect(OK, "answering waiting buyers");
    }

    public List<JsonNode> decisionsOf(String conversationId) {
        return items(responder
                .get("/api/v1/decisions?conversationId=" + conversationId)
                .expect(OK, "reading decisions"));
    }

    // Allegro

    /// Links an Allegro account through Allegro's consent page.
    ///
    /// @return the account's id
    public String linksAllegroAccount(String login) {
        JsonNode link = allegro.post("/api/v1/allegro-accounts/links", Map.of()).expect(CREATED, "beginning a link");
        URI consent =
                URI.create(link.required("authorizationUrl").asText() + "&" + Browser.form(Map.of("login", login)));
        var browser = new Browser();
        HttpResponse<String> agreed = browser.open(consent);
        // Where a browser would go next, the portal's page, which would use up the code.
        Map<String, String> back = Browser.query(Browser.redirect(agreed));
        JsonNode account = allegro.post(
                        "/api/v1/allegro-accounts/links/callback",
                        Map.of("code", back.getOrDefault("code", ""), "state", back.getOrDefault("state", "")))
                .expect(CREATED, "ending a link");
        return account.required("id").asText();
    }

    // Notifications

    /// The notification about a mailbox or account, if there is one.
    Optional<JsonNode> notificationAbout(String subjectId) {
        return items(notifications.get("/api/v1/notifications").expect(OK, "reading notifications")).stream()
                .filter(notification ->
                        subjectId.equals(notification.path("subjectId").asText()))
                .findFirst();
    }

    static boolean isOpen(JsonNode notification) {
        return !notification.hasNonNull("closedAt");
    }

    /// Where Odzew writes to this seller.
    public String contactAddress() {
        return notifications
                .get("/api/v1/contact")
                .expect(OK, "reading the contact")
                .path("email")
                .asText();
    }

    private List<JsonNode> targets() {
        return elements(responder.get("/api/v1/autoresponder/targets").expect(OK, "reading targets"));
    }

    private static List<JsonNode> items(JsonNode page) {
        return elements(page.path("items"));
    }

    private static List<JsonNode> elements(JsonNode array) {
        var elements = new ArrayList<JsonNode>();
        array.forEach(elements::add);
        return elements;
    }
}
