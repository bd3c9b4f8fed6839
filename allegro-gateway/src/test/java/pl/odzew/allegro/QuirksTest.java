package pl.odzew.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.odzew.allegro.marketplace.Buyer;
import pl.odzew.allegro.marketplace.Fault;
import pl.odzew.allegro.marketplace.PostedMessage;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.EventId;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.autoresponder.v1.TargetSettings;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.message.v1.ThreadKind;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.events.reply.v1.DeferralReason;
import pl.odzew.events.reply.v1.ReplyBlocked;
import pl.odzew.events.reply.v1.ReplyDeferred;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;

/// What is known of Allegro's ways, each by its number in `QUIRKS.md`, as far as it needs the whole
/// gateway.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(Surroundings.class)
class QuirksTest extends GatewayStory {

    @Test
    void quirk01MessageThatSurfacesWithinAKnownThreadIsToldOnce() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        received(1);

        // When: the list shows no trace of it, since the thread's last message is newer.
        buyer.writes(
                bartekAtAllegro,
                buyer.saying("Pisałem wczoraj").writtenAt(Instant.now().minus(Duration.ofHours(24))));

        // Then
        MessageReceived late = received(2);
        assertThat(late.text().value()).isEqualTo("Pisałem wczoraj");
        assertThat(topics.ids(bartek)).doesNotHaveDuplicates();
    }

    @Test
    void quirk01ThreadThatSurfacesBelowAWholePageOfNewerOnesIsFound() {
        // Given
        link();
        for (int i = 0; i < 25; i++) {
            marketplace.buyer("newer-" + i).writes(bartekAtAllegro, "Dzień dobry");
        }
        received(25);

        // When
        buyer.writes(
                bartekAtAllegro,
                buyer.saying("Pisałem przedwczoraj").writtenAt(Instant.now().minus(Duration.ofHours(47))));

        // Then
        assertThat(received(26).text().value()).isEqualTo("Pisałem przedwczoraj");
    }

    @Test
    void quirk03PurchaseProblemOfTheMessageCenterIsReadAndAnswered() {
        // Given
        link();
        PostedMessage words = buyer.writes(
                bartekAtAllegro,
                buyer.saying("Nie dotarło").asIssueOf(UUID.randomUUID().toString()));
        MessageReceived problem = received(1);

        // When
        ReplyRequested reply = requestReply(problem, "Sprawdzamy.");

        // Then
        assertThat(problem.threadKind()).isEqualTo(ThreadKind.POST_PURCHASE_ISSUE);
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));
        assertThat(bartekAtAllegro.automaticReplies())
                .extracting(PostedMessage::threadId)
                .containsExactly(words.threadId());
    }

    @Test
    void claimIsReadAndAnsweredInItsChatWithItsFile() {
        // Given
        link();
        PostedMessage words = buyer.writes(
                bartekAtAllegro,
                buyer.saying("Zepsute").asClaimOf(UUID.randomUUID().toString()));
        MessageReceived claim = received(1);
        AttachmentRef file = files.keep("zwrot.pdf", "application/pdf", "formularz".getBytes(StandardCharsets.UTF_8));

        // When
        ReplyRequested reply = requestReply(claim, "x".repeat(2_001), file);

        // Then
        assertThat(claim.threadKind()).isEqualTo(ThreadKind.CLAIM);
        assertThat(claim.route()).isInstanceOf(ReplyRoute.AllegroIssue.class);
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));
        assertThat(bartekAtAllegro.automaticReplies()).singleElement().satisfies(sent -> {
            assertThat(sent.threadId()).isEqualTo(words.threadId());
            assertThat(sent.attachments()).containsExactly("zwrot.pdf");
        });
        assertThat(told(MessageAnsweredByPerson.class)).isEmpty();
    }

    @Test
    void quirk04ThreadIsMarkedAsReadOnlyWhereTheSellerAsked() {
        // Given
        link();
        PostedMessage words = buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        ReplyRequested first = requestReply(question, "Dziękujemy.");
        eventually(() -> assertThat(results(first)).hasSize(1));
        assertThat(bartekAtAllegro.hasRead(words)).isFalse();

        // When
        settings(new TargetSettings(question.target(), AutoresponderVersion.VERSION_3, true, true));
        eventually(() -> assertThat(settingsOf(question)).contains(true));
        PostedMessage more = buyer.writes(bartekAtAllegro, "Jeszcze jedno");
        ReplyRequested second = requestReply(received(2), "Też dziękujemy.");

        // Then
        eventually(() -> {
            assertThat(results(second)).hasSize(1);
            assertThat(bartekAtAllegro.hasRead(more)).isTrue();
        });
    }

    @Test
    void quirk05ThreadThatIsListedAndNotFoundDoesNotHoldTheOthers() {
        // Given
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        marketplace.buyer("another").writes(bartekAtAllegro, "Halo");
        bartekAtAllegro.meets(Fault.MESSAGES_NOT_FOUND);

        // When
        link();

        // Then
        eventually(() -> assertThat(told(MessageReceived.class)).hasSize(2));
        assertThat(topics.ids(bartek)).doesNotHaveDuplicates();
    }

    @Test
    void quirk06AcceptedAndThenBlockedIsToldToo() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        bartekAtAllegro.meets(Fault.POST_VERIFYING);
        ReplyRequested reply = requestReply(question, "Zapraszamy na sklep.example");
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));

        // When
        bartekAtAllegro.sees(bartekAtAllegro.automaticReplies().getFirst(), "BLOCKED");

        // Then
        eventually(() -> assertThat(results(reply)).hasSize(2));
        assertThat(results(reply).getLast())
                .isInstanceOfSatisfying(
                        ReplyBlocked.class,
                        blocked -> assertThat(blocked.reason()).isEqualTo("BLOCKED"));
    }

    @Test
    void quirk08AndCase40TextThatIsTooLongIsRefusedBeforeItIsSent() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);

        // When
        ReplyRequested reply = requestReply(question, "x".repeat(2_001));

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplyFailed.class));
        assertThat(told(ReplyFailed.class).getFirst().reason()).isEqualTo(ReplyFailureReason.REFUSED);
        assertThat(bartekAtAllegro.automaticReplies()).isEmpty();
    }

    @Test
    void quirk09FileIsDeclaredAndUploadedBeforeItIsNamed() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        AttachmentRef file = files.keep("regulamin.pdf", "application/pdf", "treść".getBytes(StandardCharsets.UTF_8));

        // When
        ReplyRequested reply = requestReply(question, "W załączniku.", file);

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));
        assertThat(bartekAtAllegro.automaticReplies())
                .singleElement()
                .satisfies(sent -> assertThat(sent.attachments()).containsExactly("regulamin.pdf"));
    }

    @Test
    void fileThatIsNoLongerKeptOrOfAKindThatAllegroRefusesEndsTheReply() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        var gone = new AttachmentRef(UUID.randomUUID(), "x.pdf", "application/pdf", 1, "00");
        AttachmentRef text = files.keep("x.txt", "text/plain", new byte[] {1});

        // When
        ReplyRequested withGone = requestReply(question, "W załączniku.", gone);
        ReplyRequested withText = requestReply(question, "W załączniku.", text);

        // Then
        eventually(() -> {
            assertThat(results(withGone)).singleElement().isInstanceOf(ReplyFailed.class);
            assertThat(results(withText)).singleElement().isInstanceOf(ReplyFailed.class);
        });
        assertThat(bartekAtAllegro.automaticReplies()).isEmpty();
    }

    @Test
    void quirk13RefusedForTheRateAlthoughWeKeptItIsTriedAgain() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        bartekAtAllegro.meets(Fault.POST_TOO_MANY);

        // When
        ReplyRequested reply = requestReply(question, "Dziękujemy.");

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));
        assertThat(bartekAtAllegro.automaticReplies()).hasSize(1);
    }

    @Test
    void case32UnknownRoleTypeAndStatusAreNotAnswered() {
        // Given
        link();

        // When
        buyer.writes(bartekAtAllegro, buyer.saying("Rola").asRole("ORACLE"));
        bartekAtAllegro.isShownWhatNoDocumentKnows();
        buyer.writes(bartekAtAllegro, buyer.saying("Typ").ofType("HOLOGRAM"));
        buyer.writes(bartekAtAllegro, buyer.saying("Stan").withStatus("LEVITATING"));
        Buyer another = marketplace.buyer("another-of-" + login);
        another.writes(bartekAtAllegro, "Zwykła");

        // Then
        assertThat(received(1).text().value()).isEqualTo("Zwykła");
        buyer.writes(bartekAtAllegro, "Też zwykła");
        assertThat(received(2).text().value()).isEqualTo("Też zwykła");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void case33SellersOwnAnswerSilencesTheReplyAlsoWhenItIsAMail(boolean byMail) {
        // Given
        link();
        PostedMessage words = buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        if (byMail) {
            bartekAtAllegro.answersByMail(words, "Dzień dobry, już sprawdzam.");
        } else {
            bartekAtAllegro.answers(words, "Dzień dobry, już sprawdzam.");
        }

        // When
        ReplyRequested reply = requestReply(question, "Dziękujemy.");

        // Then
        eventually(() -> {
            assertThat(told(MessageAnsweredByPerson.class)).hasSize(1);
            assertThat(results(reply)).singleElement().isInstanceOf(ReplyFailed.class);
        });
        assertThat(told(ReplyFailed.class).getFirst().reason()).isEqualTo(ReplyFailureReason.ANSWERED_BY_PERSON);
        assertThat(bartekAtAllegro.automaticReplies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST_ACCEPTED_THEN_DROPPED", "POST_ACCEPTED_THEN_ERROR", "POST_DATA_FETCHING_ERROR"})
    void case36ReplyWhoseAnswerWasLostIsFoundByLookingAndNotWrittenAgain(Fault fault) {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        bartekAtAllegro.meets(fault);

        // When
        ReplyRequested reply = requestReply(question, "Dziękujemy.");

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));
        assertThat(bartekAtAllegro.automaticReplies()).hasSize(1);
        assertThat(told(MessageAnsweredByPerson.class)).isEmpty();
    }

    @Test
    void case36ReplyThatSurfacesAfterItWasGivenUpIsSentAfterAll() {
        // Given
        link();
        PostedMessage words = buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        bartekAtAllegro.meets(Fault.POST_DROPPED);
        ReplyRequested reply = requestReply(question, "Dziękujemy.");
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplyUnknown.class));

        // When
        bartekAtAllegro.posts(words, "Dziękujemy.");

        // Then
        eventually(() -> assertThat(results(reply)).hasSize(2));
        assertThat(results(reply).getLast()).isInstanceOf(ReplySent.class);
        assertThat(told(MessageAnsweredByPerson.class)).isEmpty();
    }

    @Test
    void case41ClosedThreadAndInactiveChatAreSilenceAndNoAlarm() {
        // Given
        link();
        PostedMessage problem =
                buyer.writes(bartekAtAllegro, buyer.saying("Problem").asIssueOf("o1"));
        MessageReceived first = received(1);
        PostedMessage claim = buyer.writes(
                bartekAtAllegro,
                buyer.saying("Reklamacja").asClaimOf(UUID.randomUUID().toString()));
        MessageReceived second = received(2);

        // When
        bartekAtAllegro.closes(problem);
        bartekAtAllegro.closes(claim);
        ReplyRequested toProblem = requestReply(first, "Dziękujemy.");
        ReplyRequested toClaim = requestReply(second, "Dziękujemy.");

        // Then
        eventually(() -> {
            assertThat(results(toProblem)).singleElement().isInstanceOf(ReplyFailed.class);
            assertThat(results(toClaim)).singleElement().isInstanceOf(ReplyFailed.class);
        });
        assertThat(told(ReplyFailed.class))
                .extracting(ReplyFailed::reason)
                .containsOnly(ReplyFailureReason.CONVERSATION_CLOSED);
    }

    @Test
    void dailyLimitDefersThisReplyAndEveryOtherUntilTomorrow() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        bartekAtAllegro.meets(Fault.POST_DAILY_LIMIT);
        ReplyRequested first = requestReply(question, "Dziękujemy.");
        eventually(() -> assertThat(results(first)).singleElement().isInstanceOf(ReplyDeferred.class));

        // When
        ReplyRequested second = requestReply(question, "Też dziękujemy.");

        // Then
        eventually(() -> assertThat(results(second)).singleElement().isInstanceOf(ReplyDeferred.class));
        ReplyDeferred deferred = (ReplyDeferred) results(second).getFirst();
        assertThat(deferred.reason()).isEqualTo(DeferralReason.DAILY_MESSAGE_LIMIT);
        assertThat(deferred.until())
                .isAfter(Instant.now())
                .isBefore(Instant.now().plus(Duration.ofHours(25)));
        assertThat(bartekAtAllegro.automaticReplies()).isEmpty();
    }

    private void settings(TargetSettings target) {
        topics.write(new CloudEvent(
                new EventId(UUID.randomUUID().toString()),
                Service.RESPONDER_SERVICE.source(),
                Instant.now(),
                new AutoresponderSettingsChanged(bartek, 1, false, List.of(target), Instant.now()),
                null));
    }

    private List<Boolean> settingsOf(MessageReceived question) {
        return rows(
                "select mark_as_read from account_settings where account_id = $1",
                question.target().id(),
                "mark_as_read");
    }
}
