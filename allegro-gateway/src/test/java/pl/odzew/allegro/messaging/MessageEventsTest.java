package pl.odzew.allegro.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.odzew.allegro.authorization.AllegroUserId;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.allegro.authorization.Profile;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.message.v1.ThreadKind;
import pl.odzew.events.reply.v1.ReplyRoute;

class MessageEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant WRITTEN = NOW.minusSeconds(60);

    private final Message message = new Message(
            new MessageId("m1"),
            MessageStatus.DELIVERED,
            AuthorKind.PERSON,
            new Login("Client:44"),
            WRITTEN,
            "Czy jest?",
            null,
            "82398120310",
            null);

    @Test
    void sameMessageIsTheSameEventAlsoWhenTheAccountIsLinkedAnew() {
        // Given
        LinkedAccount before = account("anna");
        LinkedAccount after = account("anna");

        // When
        CloudEvent first = event(before);
        CloudEvent second = event(after);

        // Then
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.data().key()).isEqualTo(first.data().key());
        assertThat(event(account("celina")).id()).isNotEqualTo(first.id());
    }

    @Test
    void buyerIsNamedInLowerCaseAndTheRouteLeadsBack() {
        // When
        CloudEvent event = event(account("anna"));
        MessageReceived received = (MessageReceived) event.data();

        // Then
        assertThat(event.topic()).isEqualTo(Topic.MESSAGES_ALLEGRO);
        assertThat(received.buyer().login()).isEqualTo("client:44");
        assertThat(received.route()).isEqualTo(new ReplyRoute.AllegroThread("t1", "m1", WRITTEN));
        assertThat(received.receivedAt()).isEqualTo(WRITTEN);
        assertThat(received.offerId()).isEqualTo("82398120310");
    }

    @Test
    void answerToNobodyIsNoEvent() {
        // Given
        var deleted = new ThreadSummary(
                new ThreadId("t1"), ThreadKind.CONVERSATION, WRITTEN, List.of(new Login("anna-shop")), true);

        // Then
        assertThat(MessageEvents.of(new Finding.PersonAnswered(message), account("anna"), deleted, NOW))
                .isEmpty();
    }

    @Test
    void case41ClosedThreadIsToldWithoutAWayBackAndAClaimWithItsOwn() {
        // Given
        var closed = new ThreadSummary(
                new ThreadId("t1"), ThreadKind.POST_PURCHASE_ISSUE, WRITTEN, List.of(new Login("Client:44")), false);
        var claim =
                new ThreadSummary(new ThreadId("i1"), ThreadKind.CLAIM, WRITTEN, List.of(new Login("Client:44")), true);

        // Then
        assertThat(received(closed).route()).isNull();
        assertThat(received(closed).threadKind()).isEqualTo(ThreadKind.POST_PURCHASE_ISSUE);
        assertThat(received(claim).route()).isEqualTo(new ReplyRoute.AllegroIssue("i1", "m1", WRITTEN));
    }

    private MessageReceived received(ThreadSummary thread) {
        return (MessageReceived) MessageEvents.of(new Finding.BuyerWrote(message, false), account("anna"), thread, NOW)
                .orElseThrow()
                .data();
    }

    private CloudEvent event(LinkedAccount account) {
        var thread = new ThreadSummary(
                new ThreadId("t1"),
                ThreadKind.CONVERSATION,
                WRITTEN,
                List.of(new Login("Client:44"), new Login("anna-shop")),
                true);
        return MessageEvents.of(new Finding.BuyerWrote(message, false), account, thread, NOW)
                .orElseThrow();
    }

    private static LinkedAccount account(String seller) {
        return LinkedAccount.linked(
                        new SellerId(seller),
                        new Profile(new AllegroUserId("46968690"), new Login("anna-shop"), List.of()),
                        NOW)
                .account();
    }
}
