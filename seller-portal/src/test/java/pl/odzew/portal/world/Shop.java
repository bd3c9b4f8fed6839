package pl.odzew.portal.world;

import static pl.odzew.portal.world.StandInService.JSON;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the services know of one seller.
final class Shop {

    static final String TEXT = """
            Dzień dobry,

            dziękujemy za wiadomość. Odpowiemy na nią tak szybko, jak to możliwe.

            To jest odpowiedź automatyczna.""";

    final Map<String, ObjectNode> mailboxes = new LinkedHashMap<>();
    final Map<String, ObjectNode> accounts = new LinkedHashMap<>();
    final Map<String, ObjectNode> targets = new LinkedHashMap<>();
    final Map<String, ObjectNode> waiting = new LinkedHashMap<>();
    final List<ObjectNode> decisions = new ArrayList<>();
    final List<ObjectNode> notifications = new ArrayList<>();
    final List<ObjectNode> addresses = new ArrayList<>();
    ObjectNode rules = JSON.createObjectNode().put("version", 0).put("language", "pl");
    ObjectNode hours = JSON.createObjectNode().put("version", 0).put("always", true);
    boolean stopped;
    String language = "PL";

    private final Instant now;

    Shop(Instant now) {
        this.now = now;
    }

    ObjectNode mailbox(String address, String provider, String shape) {
        String id = UUID.randomUUID().toString();
        ObjectNode mailbox = JSON.createObjectNode();
        mailbox.put("id", id)
                .put("address", address)
                .put("provider", provider)
                .put("status", "OK")
                .put("statusSince", ago(Duration.ofDays(3)))
                .put("credentialShape", shape)
                .put("atRisk", provider.equals("GMAIL") && shape.equals("OTHER"))
                .put("lastMailSeenAt", ago(Duration.ofMinutes(12)));
        mailboxes.put(id, mailbox);
        target(id, "MAILBOX", address, 1);
        return mailbox;
    }

    /// Google refuses it from now on.
    void lock(ObjectNode mailbox, String reason, String words) {
        mailbox.put("status", "AUTH_FAILED")
                .put("statusSince", ago(Duration.ofMinutes(40)))
                .put("atRisk", false);
        ArrayNode remedies = JSON.createArrayNode().add("APP_PASSWORD").add("VERSION_3");
        mailbox.putObject("failure")
                .put("reason", reason)
                .put("protocol", "IMAP")
                .put("serverWords", words)
                .put("helpUrl", "https://support.google.com/accounts/answer/185833")
                .put("firstRefusedAt", ago(Duration.ofMinutes(41)))
                .set("remedies", remedies);
        ObjectNode notification = JSON.createObjectNode();
        notification
                .put("id", UUID.randomUUID().toString())
                .put("kind", "MAILBOX_AUTH_FAILED")
                .put("subjectId", mailbox.path("id").asText())
                .put("subjectName", mailbox.path("address").asText())
                .put("reason", reason)
                .put("serverWords", words)
                .put("openedAt", ago(Duration.ofMinutes(40)));
        notifications.addFirst(notification);
    }

    void unlock(ObjectNode mailbox) {
        mailbox.put("status", "OK").put("statusSince", now.toString());
        mailbox.put("credentialShape", "APP_PASSWORD_LIKE").put("atRisk", false);
        mailbox.remove("failure");
    }

    ObjectNode account(String login, String... addresses) {
        String id = UUID.randomUUID().toString();
        ObjectNode account = JSON.createObjectNode();
        account.put("id", id)
                .put("login", login)
                .put("status", "LINKED")
                .put("statusSince", ago(Duration.ofHours(5)))
                .put("linkedAt", ago(Duration.ofDays(20)));
        ArrayNode own = account.putArray("addresses");
        for (String address : addresses) {
            own.add(address);
            targets.values().stream()
                    .filter(target -> target.path("name").asText().equals(address))
                    .forEach(target -> target.put("boundTo", id));
        }
        accounts.put(id, account);
        target(id, "ALLEGRO", login, 3);
        return account;
    }

    void loseConsent(ObjectNode account) {
        account.put("status", "AUTH_FAILED").put("statusSince", ago(Duration.ofHours(2)));
        account.putObject("lastError")
                .put("reason", "CONSENT_LOST")
                .put("serverWords", "invalid_grant: Invalid refresh token")
                .put("at", ago(Duration.ofHours(2)))
                .set("remedies", JSON.createArrayNode().add("LINK_AGAIN"));
    }

    ObjectNode target(String id, String channel, String name, int version) {
        ObjectNode target = JSON.createObjectNode();
        target.put("id", id)
                .put("channel", channel)
                .put("name", name)
                .put("version", version)
                .put("enabled", false)
                .put("text", TEXT);
        targets.put(id, target);
        return target;
    }

    void turnOn(ObjectNode subject, int version) {
        targets.get(subject.path("id").asText()).put("version", version).put("enabled", true);
    }

    void buyersWait(ObjectNode account, int count) {
        waiting.put(
                account.path("id").asText(),
                JSON.createObjectNode().put("count", count).put("since", ago(Duration.ofHours(30))));
    }

    /// @param reason absent for a reply
    ObjectNode decision(Duration ago, String channel, String outcome, String reason) {
        ObjectNode decision = JSON.createObjectNode();
        decision.put("id", Integer.toString(1000 - decisions.size()))
                .put("messageId", UUID.randomUUID().toString())
                .put("conversationId", UUID.randomUUID().toString())
                .put("receivedAt", ago(ago))
                .put("decidedAt", ago(ago.minusSeconds(1)))
                .put("outcome", outcome);
        decision.putObject("target")
                .put("channel", channel)
                .put("id", UUID.randomUUID().toString());
        if (reason != null) {
            decision.put("reason", reason);
        } else {
            decision.put("replyId", UUID.randomUUID().toString()).put("replyState", "SENT");
        }
        decisions.add(decision);
        return decision;
    }

    String ago(Duration duration) {
        return now.minus(duration).toString();
    }
}
