package pl.odzew.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pl.odzew.allegro.marketplace.BuyerMessage;
import pl.odzew.allegro.marketplace.PostedMessage;
import pl.odzew.allegro.marketplace.WrittenBy;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.message.v1.MessageReceived;

/// Bartek's part: Google locks his mailbox too, and he moves to version 3, which needs none.
final class BarteksSwitch {

    private static final String PASSWORD = "bartek's account password";
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration WATCH = Duration.ofSeconds(4);
    private static final InstantSource TIME = InstantSource.system();

    private final World world;
    private final Narration narration;
    private final Seller bartek;
    private final String login;

    BarteksSwitch(World world, Narration narration) {
        this.world = world;
        this.narration = narration;
        this.bartek = Seller.signsIn(world, "bartek");
        this.login = world.unique("Sklep_Bartka");
    }

    void play() {
        String mailbox = losesHisMailbox();
        List<String> waiting = List.of(world.unique("ewa"), world.unique("filip"));
        world.marketplace().register(login, List.of(bartek.address()));
        waiting.forEach(buyer -> writes(buyer, "Dzień dobry, kiedy wysyłka?"));
        String account = linksHisAccount();
        switchesToVersion3(mailbox, account);
        int count = Patience.await(
                "the buyers who waited are counted",
                LIMIT,
                () -> Optional.of(bartek.waitingBuyers(account)).filter(number -> number == waiting.size()));
        narration.observed("%d buyers have waited; Bartek says yes", count);
        bartek.wantsWaitingBuyersAnswered(account);
        waiting.forEach(this::awaitAnswer);
        narration.observed("both are answered through the API");
        newBuyerIsAnswered();
        mailboxNoLongerMatters(mailbox);
        Patience.neverWithin(
                "a second answer to a buyer of Bartek's",
                WATCH,
                () -> waiting.stream().anyMatch(buyer -> answersTo(buyer).size() != 1));
        narration.observed("each has exactly one answer");
    }

    private String losesHisMailbox() {
        world.gmail().opens(bartek.address(), PASSWORD);
        String mailbox = bartek.connectsMailbox(PASSWORD);
        bartek.answersWith(mailbox, 1);
        world.gmail().wantsAppPasswords(bartek.address());
        SeenEvent failed = AnnasMailbox.awaitAuthFailed(world, mailbox, LIMIT);
        narration.observed("his mailbox is locked as well: mailbox.auth-failed %s", failed.id());
        return mailbox;
    }

    private String linksHisAccount() {
        String account = bartek.linksAllegroAccount(login);
        SeenEvent linked = world.events()
                .await(
                        "allegro.account.linked",
                        LIMIT,
                        AccountLinked.class,
                        event -> event.key().equals(account));
        narration.observed("%s is linked by OAuth: account %s, event %s", login, account, linked.id());
        return account;
    }

    private void switchesToVersion3(String mailbox, String account) {
        Patience.awaitThat(
                "his mailbox is known to belong to the account",
                LIMIT,
                () -> account.equals(bartek.target(mailbox).path("boundTo").asText()));
        bartek.answersWith(mailbox, 3);
        JsonNode target = bartek.target(account);
        Patience.check(target.path("enabled").asBoolean(), "version 3 is on for the account: " + target);
        narration.observed(
                "he switches to version 3: %s answers now", target.path("name").asText());
    }

    private void newBuyerIsAnswered() {
        String buyer = world.unique("grazyna");
        Instant written = TIME.instant();
        writes(buyer, "Czy wysyłają Państwo do Czech?");
        SeenEvent received = world.events()
                .await(
                        "message.received from " + buyer,
                        LIMIT,
                        MessageReceived.class,
                        message -> buyer.equals(message.buyer().login()));
        PostedMessage answer = awaitAnswer(buyer);
        narration.observed(
                "a new buyer: message.received %s, answered as message %s", received.id(), answer.messageId());
        narration.measured("message written -> reply accepted by Allegro", written, answer.createdAt());
    }

    private void mailboxNoLongerMatters(String mailbox) {
        Patience.check(
                "AUTH_FAILED".equals(bartek.mailbox(mailbox).path("status").asText()), "his mailbox is still locked");
        Patience.check(AnnasMailbox.authFailures(world, mailbox).size() == 1, "one mailbox.auth-failed for Bartek");
        narration.observed("his mailbox is still locked, and nobody waits because of it");
    }

    private void writes(String buyer, String text) {
        world.marketplace().buyerWrites(login, BuyerMessage.of(buyer, text));
    }

    private PostedMessage awaitAnswer(String buyer) {
        return Patience.await(
                "an answer to " + buyer, LIMIT, () -> answersTo(buyer).stream().findFirst());
    }

    private List<PostedMessage> answersTo(String buyer) {
        return world.marketplace().messages(login).stream()
                .filter(message ->
                        message.by() == WrittenBy.API && message.buyer().equalsIgnoreCase(buyer))
                .toList();
    }
}
