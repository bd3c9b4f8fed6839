package pl.odzew.mailbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.letters.Buyer;
import pl.odzew.mailbox.mailserver.post.OutsideMail;

/// Two replicas of the packaged service, of which one ends in the midst of its work.
class FailoverIT {

    private static final int MAILBOXES = 12;
    private static final String PASSWORD = "abcdefghijklmnop";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, MailboxId> mailboxes = new HashMap<>();
    private final List<ReplyRequested> replies = new ArrayList<>();
    private final Set<String> delivered = new HashSet<>();
    private MailServer gmail;
    private Broker broker;
    private Replica first;
    private Replica second;

    @AfterEach
    void stop() {
        second.close();
        first.close();
        broker.close();
        gmail.close();
    }

    @Test
    void afterAKillTheOtherOwnsAllWithin30SecondsAndNothingIsLostOrDoubled() {
        // Given
        startTwo();
        work(3);

        // When
        Instant killed = Instant.now();
        work(1);
        first.kill();
        work(3);

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> second.distribution().equals(List.of(MAILBOXES)));
        assertThat(Duration.between(killed, Instant.now())).isLessThan(Duration.ofSeconds(30));
        work(2);
        nothingIsLostOrDoubled();
    }

    @Test
    void atAShutdownTheOtherOwnsAllAtOnce() {
        // Given
        settings.put("odzew.leases.dead-after", "5M");
        startTwo();
        work(1);

        // When
        Instant asked = Instant.now();
        first.terminate();
        work(1);

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> second.distribution().equals(List.of(MAILBOXES)));
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
        nothingIsLostOrDoubled();
    }

    private void startTwo() {
        new EmbeddedInfrastructure().start().forEach(settings::putIfAbsent);
        settings.putAll(new GmailForTests().start());
        gmail = MailServer.start(MailServer.Options.keptIn(Path.of(settings.get(GmailForTests.FOLDER)))
                .withPorts(
                        Integer.parseInt(settings.get(GmailForTests.IMAP_PORT)),
                        Integer.parseInt(settings.get(GmailForTests.SMTP_PORT))));
        broker = new Broker(settings.get("kafka.bootstrap.servers"));
        first = Replica.start("first", settings);
        for (int i = 0; i < MAILBOXES; i++) {
            String address = "seller%d-%s@gmail.com".formatted(i, run);
            gmail.account(address, PASSWORD);
            String id = first.as(seller(address))
                    .body(Map.of("address", address, "password", PASSWORD, "provider", "GMAIL"))
                    .post("/api/v1/mailboxes")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            mailboxes.put(address, MailboxId.of(id));
        }
        second = Replica.start("second", settings);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> second.distribution().equals(List.of(MAILBOXES / 2, MAILBOXES / 2)));
    }

    /// In each mailbox a buyer's mail arrives, and a reply is asked for, so many times.
    private void work(int times) {
        for (int i = 0; i < times; i++) {
            mailboxes.forEach((address, mailbox) -> {
                String transaction = "t" + delivered.size() + run;
                gmail.deliver(
                        address,
                        Buyer.somebody()
                                .writesTo(address, transaction)
                                .about(transaction)
                                .plain());
                delivered.add(transaction);
                ReplyRequested reply = reply(address, mailbox, transaction);
                replies.add(reply);
                broker.say(reply);
            });
        }
    }

    private void nothingIsLostOrDoubled() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    broker.heard();
                    assertThat(subjects()).containsAll(delivered);
                    assertThat(settled())
                            .containsAll(replies.stream()
                                    .map(ReplyRequested::replyId)
                                    .toList());
                });
        Map<String, Set<EventId>> idsBySubject = new HashMap<>();
        received()
                .forEach(event -> idsBySubject
                        .computeIfAbsent(((MessageReceived) event.data()).subject(), _ -> new HashSet<>())
                        .add(event.id()));
        assertThat(idsBySubject).allSatisfy((_, ids) -> assertThat(ids).hasSize(1));
        List<String> left = gmail.outside().stream()
                .map(OutsideMail::content)
                .map(content -> content.first("X-Odzew-Reply").orElseThrow())
                .toList();
        assertThat(left).doesNotHaveDuplicates();
        assertThat(sent()).allSatisfy(reply -> assertThat(left).contains(reply.toString()));
        assertThat(left).as("what left is known to have left").hasSize(sent().size());
    }

    private List<CloudEvent> received() {
        return broker.heard().stream()
                .filter(event -> event.data() instanceof MessageReceived message
                        && mailboxes.containsValue(
                                new MailboxId(message.target().id())))
                .toList();
    }

    private List<String> subjects() {
        return received().stream()
                .map(event -> ((MessageReceived) event.data()).subject())
                .toList();
    }

    private Set<ReplyId> sent() {
        Set<ReplyId> sent = new HashSet<>();
        broker.heardOf(ReplySent.class).forEach(result -> sent.add(result.replyId()));
        sent.retainAll(replies.stream().map(ReplyRequested::replyId).toList());
        return sent;
    }

    private Set<ReplyId> settled() {
        Set<ReplyId> settled = sent();
        broker.heardOf(ReplyFailed.class).forEach(result -> settled.add(result.replyId()));
        broker.heardOf(ReplyUnknown.class).forEach(result -> settled.add(result.replyId()));
        return settled;
    }

    private static ReplyRequested reply(String address, MailboxId mailbox, String transaction) {
        return new ReplyRequested(
                ReplyId.random(),
                new SellerId(seller(address)),
                Target.of(mailbox),
                new ConversationId("conversation-" + transaction),
                new EventId("message"),
                new ReplyRoute.Mail(
                        new MailAddress(Buyer.somebody().maskedAddress(transaction)),
                        null,
                        List.of(),
                        Instant.now(),
                        null),
                transaction,
                "Dzień dobry, odpowiemy jutro.",
                List.of(),
                Instant.now(),
                Instant.now().plus(Duration.ofHours(48)));
    }

    private static String seller(String address) {
        return address.substring(0, address.indexOf('@'));
    }
}
