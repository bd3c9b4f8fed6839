package pl.odzew.allegro.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.odzew.allegro.authorization.Login;

class ThreadReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LINKED = NOW.minus(Duration.ofDays(1));
    private static final Instant FLOOR = LINKED.minus(Duration.ofDays(3));
    private static final Login SELLER = new Login("Bartek");

    @Test
    void buyersWordsAreFoundOnce() {
        // Given
        Message question = by("kupiec", "1", NOW.minusSeconds(60));

        // When
        ThreadReader.Reading first = read(List.of(question), Set.of(), OurReplies.none());
        ThreadReader.Reading second = read(List.of(question), first.settled(), OurReplies.none());

        // Then
        assertThat(first.findings()).containsExactly(new Finding.BuyerWrote(question, false));
        assertThat(second.findings()).isEmpty();
        assertThat(second.complete()).isTrue();
    }

    @Test
    void messageThatAppearsBelowKnownOnesIsFound() {
        // Given
        Message late = by("kupiec", "late", NOW.minus(Duration.ofHours(20)));
        Message known = by("kupiec", "known", NOW.minusSeconds(60));

        // When
        ThreadReader.Reading reading = read(List.of(known, late), Set.of(known.id()), OurReplies.none());

        // Then
        assertThat(reading.findings()).extracting(Finding::message).containsExactly(late);
    }

    @Test
    void backlogCountsOnlyWhereTheSellerHasNotAnswered() {
        // Given
        Message answered = by("kupiec", "1", LINKED.minus(Duration.ofHours(5)));
        Message answer = by("BARTEK", "2", LINKED.minus(Duration.ofHours(4)));
        Message waiting = by("kupiec", "3", LINKED.minus(Duration.ofHours(3)));

        // When
        ThreadReader.Reading reading = read(List.of(waiting, answer, answered), Set.of(), OurReplies.none());

        // Then
        assertThat(reading.findings()).containsExactly(new Finding.BuyerWrote(waiting, true));
        assertThat(reading.settled()).hasSize(3);
    }

    @Test
    void whatIsOlderThanTheFloorIsNoneOfOurs() {
        assertThat(read(List.of(by("kupiec", "1", FLOOR.minusSeconds(1))), Set.of(), OurReplies.none())
                        .findings())
                .isEmpty();
    }

    @Test
    void sellersOwnWordsAreAPersonsUnlessTheyAreOurs() {
        // Given
        Message person = by("bartek", "1", NOW.minusSeconds(30));
        Message ours = by("bartek", "2", NOW.minusSeconds(20));

        // When
        ThreadReader.Reading reading =
                read(List.of(ours, person), Set.of(), new OurReplies(Set.of(ours.id()), List.of(), List.of()));

        // Then
        assertThat(reading.findings()).containsExactly(new Finding.PersonAnswered(person));
    }

    @Test
    void wordsThatMayBeOursAreDecidedLater() {
        // Given
        Message uncertain = by("bartek", "1", NOW.minusSeconds(30));
        var underWay = new OurReplies(Set.of(), List.of("words of  1\r\n"), List.of());

        // When
        ThreadReader.Reading reading = read(List.of(uncertain), Set.of(), underWay);

        // Then
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.settled()).isEmpty();
        assertThat(reading.complete()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = AuthorKind.class,
            names = {"ALLEGRO", "UNKNOWN"})
    void case31And32NeitherAllegroNorSomebodyUnknownIsABuyer(AuthorKind kind) {
        // Given
        Message message = message("Allina", "1", NOW.minusSeconds(60), MessageStatus.DELIVERED, kind);

        // When
        ThreadReader.Reading reading = read(List.of(message), Set.of(), OurReplies.none());

        // Then
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.settled()).containsExactly(message.id());
    }

    @Test
    void case31SellersSideIsNoBuyerWhateverItsLogin() {
        // Given
        Message advisor = message("Doradca", "1", NOW.minusSeconds(60), MessageStatus.DELIVERED, AuthorKind.SELLER);

        // When
        ThreadReader.Reading reading = read(List.of(advisor), Set.of(), OurReplies.none());

        // Then
        assertThat(reading.findings()).containsExactly(new Finding.PersonAnswered(advisor));
    }

    @Test
    void case31InterlocutorOfPublicV1IsABuyer() {
        // Given
        Message question =
                message("client:44", "1", NOW.minusSeconds(60), MessageStatus.DELIVERED, AuthorKind.INTERLOCUTOR);

        // When
        ThreadReader.Reading reading = read(List.of(question), Set.of(), OurReplies.none());

        // Then
        assertThat(reading.findings()).containsExactly(new Finding.BuyerWrote(question, false));
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageStatus.class,
            names = {"BLOCKED", "DISMISSED", "UNKNOWN"})
    void case34HeldBackMessageIsNotToldAndSeenAgainLater(MessageStatus status) {
        // Given
        Message held = message("kupiec", "1", NOW.minusSeconds(60), status, AuthorKind.PERSON);

        // When
        ThreadReader.Reading reading = read(List.of(held), Set.of(), OurReplies.none());

        // Then
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.settled()).isEmpty();
        assertThat(reading.complete()).isTrue();
        assertThat(reading.pending()).isFalse();
    }

    @Test
    void quirk12MessageStuckInVerificationIsNotAskedForAtEveryPoll() {
        // Given
        Message stuck =
                message("kupiec", "1", NOW.minus(Duration.ofMinutes(11)), MessageStatus.VERIFYING, AuthorKind.PERSON);

        // When
        ThreadReader.Reading reading = read(List.of(stuck), Set.of(), OurReplies.none());

        // Then
        assertThat(reading.complete()).isTrue();
        assertThat(reading.pending()).isTrue();
        assertThat(reading.settled()).isEmpty();
    }

    @Test
    void quirk02EachQuestionInAThreadOfYearsIsFoundAndTheOldOnesNot() {
        // Given
        Message years = by("kupiec", "1", NOW.minus(Duration.ofDays(400)));
        Message today = by("kupiec", "2", NOW.minusSeconds(60));

        // When
        ThreadReader.Reading reading = read(List.of(today, years), Set.of(), OurReplies.none());

        // Then
        assertThat(reading.findings()).containsExactly(new Finding.BuyerWrote(today, false));
    }

    @Test
    void case36ReplyOfWhichNothingWasProvedIsRecognisedWhenItSurfaces() {
        // Given
        Message surfaced = by("bartek", "1", NOW.minusSeconds(60));
        var ours = new OurReplies(Set.of(), List.of(), List.of("words of 1"));

        // When
        ThreadReader.Reading reading = read(List.of(surfaced), Set.of(), ours);

        // Then
        assertThat(reading.findings()).containsExactly(new Finding.ReplyProved(surfaced));
    }

    @Test
    void quirk07LinkThatAllegroAlteredDoesNotHideOurWords() {
        // Given
        Message altered = new Message(
                new MessageId("1"),
                MessageStatus.DELIVERED,
                AuthorKind.PERSON,
                SELLER,
                NOW,
                "Zwrot: https://allegro.pl/link?to=sklep  Dziękujemy",
                null,
                null,
                null);

        // Then
        assertThat(altered.says("Zwrot: https://sklep.example/zwrot\nDziękujemy"))
                .isTrue();
        assertThat(altered.says("Zwrot: https://sklep.example/zwrot\nNie dziękujemy"))
                .isFalse();
    }

    @Test
    void case34MessageInVerificationIsWaitedForAndABlockedOneIsNot() {
        // Given
        Message verifying = message("kupiec", "1", NOW.minusSeconds(60), MessageStatus.VERIFYING, AuthorKind.PERSON);
        Message blocked = message("kupiec", "2", NOW.minusSeconds(60), MessageStatus.BLOCKED, AuthorKind.PERSON);

        // When
        ThreadReader.Reading waiting = read(List.of(verifying), Set.of(), OurReplies.none());
        ThreadReader.Reading skipping = read(List.of(blocked), Set.of(), OurReplies.none());

        // Then
        assertThat(waiting.complete()).isFalse();
        assertThat(skipping.complete()).isTrue();
        assertThat(waiting.findings()).isEmpty();
        assertThat(skipping.settled()).isEmpty();
    }

    private static ThreadReader.Reading read(List<Message> messages, Set<MessageId> seen, OurReplies ours) {
        return ThreadReader.read(messages, new ThreadReader.Known(SELLER, LINKED, FLOOR, seen, ours), NOW);
    }

    private static Message by(String login, String id, Instant at) {
        return message(login, id, at, MessageStatus.DELIVERED, AuthorKind.PERSON);
    }

    private static Message message(String login, String id, Instant at, MessageStatus status, AuthorKind kind) {
        return new Message(new MessageId(id), status, kind, new Login(login), at, "words of " + id, null, null, null);
    }
}
