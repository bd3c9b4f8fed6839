package pl.odzew.responder.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.odzew.responder.answering.MemoryDesk.idOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.responder.Buyer;
import pl.odzew.responder.Seller;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SettingsChange;

/// A topic that is read from its beginning again changes nothing, and the same messages are decided the same way.
class ReplayTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final int SELLERS = 1_000;
    private static final int MESSAGES_EACH = 100;

    @Test
    void hundredThousandMessagesReplayedTwiceGiveTheSameDecisionsAndNoSecondReply() {
        int replies = 0;
        for (int i = 0; i < SELLERS; i++) {
            // Given
            Seller seller = Seller.named("s" + i);
            List<MessageReceived> messages = messages(seller, new Random(i));
            MemoryDesk first = deskOf(seller);
            MemoryDesk other = deskOf(seller);
            deliver(first, messages);

            // When
            List<Outcome> decided = outcomes(first, messages);
            int requested = first.requested().size();
            deliver(first, messages);
            deliver(first, messages);
            deliver(other, messages);

            // Then
            assertThat(outcomes(first, messages)).isEqualTo(decided);
            assertThat(first.requested()).hasSize(requested);
            assertThat(outcomes(other, messages)).isEqualTo(decided);
            replies += requested;
        }
        assertThat(replies).isGreaterThan(SELLERS).isLessThan(SELLERS * MESSAGES_EACH);
    }

    private static List<MessageReceived> messages(Seller seller, Random random) {
        var messages = new ArrayList<MessageReceived>();
        for (int i = 0; i < MESSAGES_EACH; i++) {
            var buyer = new Buyer("b" + random.nextInt(20));
            Instant at = START.plus(Duration.ofMinutes(20L * i));
            messages.add(random.nextBoolean() ? buyer.mailsAboutOrder(seller, at) : buyer.writes(seller, at));
        }
        return messages;
    }

    private static MemoryDesk deskOf(Seller seller) {
        var desk = new MemoryDesk(seller);
        desk.work(open -> open.changed(seller.connectsMailbox(), START));
        desk.work(open -> open.changed(seller.linksAccount(), START));
        desk.work(open -> open.change(
                seller.mailbox(), new SettingsChange(AutoresponderVersion.VERSION_3, true, ReplyText.DEFAULT), START));
        return desk;
    }

    /// As it comes: in one batch of a hundred, each at its time.
    private static void deliver(MemoryDesk desk, List<MessageReceived> messages) {
        desk.work(open -> messages.forEach(message -> open.received(idOf(message), message, message.receivedAt())));
    }

    private static List<Outcome> outcomes(MemoryDesk desk, List<MessageReceived> messages) {
        return messages.stream().map(message -> desk.outcomeOf(idOf(message))).toList();
    }
}
