package pl.odzew.allegro.replying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.allegro.messaging.AuthorKind;
import pl.odzew.allegro.messaging.Message;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.MessageStatus;
import pl.odzew.allegro.messaging.OurReplies;
import pl.odzew.allegro.messaging.Place;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.events.AccountId;
import pl.odzew.events.ConversationId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;

class ThreadLookTest {

    private static final Instant ASKED = Instant.parse("2026-11-23T12:00:00Z");
    private static final Login SELLER = new Login("bartek");
    private static final String TEXT = "Dziękujemy za wiadomość.";

    private final Message question = by("kupiec", "q", ASKED, "Czy jest?");

    @Test
    void nobodyAnsweredSoItGoes() {
        assertThat(before(List.of(question), OurReplies.none())).isEqualTo(new ThreadLook.Verdict.Send());
    }

    @Test
    void olderAnswersOfThePersonDoNotCount() {
        // Given
        Message older = by("bartek", "o", ASKED.minusSeconds(1), "Tak");

        // Then
        assertThat(before(List.of(question, older), OurReplies.none())).isEqualTo(new ThreadLook.Verdict.Send());
    }

    @Test
    void newerAnswerOfThePersonSilencesIt() {
        // Given
        Message person = by("Bartek", "p", ASKED.plusSeconds(1), "Już sprawdzam");

        // Then
        assertThat(before(List.of(person, question), OurReplies.none()))
                .isEqualTo(new ThreadLook.Verdict.PersonAnswered());
    }

    @Test
    void replyToAnotherMessageIsNoPersons() {
        // Given
        Message ours = by("bartek", "r", ASKED.plusSeconds(1), "Inna odpowiedź");

        // Then
        assertThat(before(List.of(ours, question), new OurReplies(Set.of(ours.id()), List.of(), List.of())))
                .isEqualTo(new ThreadLook.Verdict.Send());
    }

    @Test
    void itsOwnWordsAreNotWrittenAgain() {
        // Given
        Message lost = by("bartek", "r", ASKED.plusSeconds(1), "  " + TEXT + "\n");

        // Then
        assertThat(before(List.of(lost, question), OurReplies.none()))
                .isEqualTo(new ThreadLook.Verdict.StandsThere(lost));
    }

    @Test
    void sameWordsOfAnEarlierReplyAreNotItsOwn() {
        // Given
        Message earlier = by("bartek", "r", ASKED.plusSeconds(1), TEXT);
        var ours = new OurReplies(Set.of(earlier.id()), List.of(), List.of());

        // Then
        assertThat(ThreadLook.own(reply(), SELLER, List.of(earlier, question), ours))
                .isEmpty();
        assertThat(before(List.of(earlier, question), ours)).isEqualTo(new ThreadLook.Verdict.Send());
    }

    @Test
    void looksFollowTheScheduleAndEnd() {
        // Given
        var looking = new LookAgain(List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)));

        // Then
        assertThat(looking.next(ASKED, 0)).contains(ASKED);
        assertThat(looking.next(ASKED, 1)).contains(ASKED.plusSeconds(60));
        assertThat(looking.next(ASKED, 2)).contains(ASKED.plusSeconds(600));
        assertThat(looking.next(ASKED, 3)).isEmpty();
    }

    private static ThreadLook.Verdict before(List<Message> messages, OurReplies ours) {
        return ThreadLook.beforeSending(reply(), SELLER, messages, ours);
    }

    private static Reply reply() {
        return new Reply(
                ReplyId.random(),
                new SellerId("bartek"),
                AccountId.random(),
                new ConversationId("c"),
                Place.MESSAGES,
                new ThreadId("t"),
                new MessageId("q"),
                ASKED,
                TEXT,
                List.of(),
                ASKED.plus(Duration.ofHours(48)),
                ReplyState.PENDING,
                false,
                null,
                0);
    }

    private static Message by(String login, String id, Instant at, String text) {
        return new Message(
                new MessageId(id),
                MessageStatus.DELIVERED,
                AuthorKind.PERSON,
                new Login(login),
                at,
                text,
                null,
                null,
                null);
    }
}
