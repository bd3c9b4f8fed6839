package pl.odzew.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pl.odzew.allegro.marketplace.BuyerMessage;
import pl.odzew.allegro.marketplace.PostedMessage;
import pl.odzew.allegro.marketplace.WrittenBy;
import pl.odzew.events.EventId;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.local.PidFiles;
import pl.odzew.mailbox.mailserver.control.OutsideView;
import pl.odzew.mailbox.mailserver.letters.Buyer;

/// Two hundred buyers write within seconds, half by mail and half in the Message Center, while each service dies once.
///
/// Allegro takes one message per second and seller, so the API's half is spread over many accounts.
final class Burst {

    private static final int SELLERS = 5;
    private static final int ACCOUNTS_OF_EACH = 2;
    private static final int MAILS_TO_EACH_MAILBOX = 20;
    private static final int MESSAGES_TO_EACH_ACCOUNT = 10;
    private static final int ALL = SELLERS * (MAILS_TO_EACH_MAILBOX + ACCOUNTS_OF_EACH * MESSAGES_TO_EACH_ACCOUNT);
    /// Each mailbox and each account sends one after another.
    private static final int AT_A_TIME = SELLERS * (1 + ACCOUNTS_OF_EACH);

    private static final String PASSWORD = "abcdefghijklmnop";
    private static final String TRANSACTION = "zzb10c9f4";
    private static final List<String> VICTIMS =
            List.of("mailbox-service", "responder-service", "allegro-gateway", "notification-service");
    private static final Duration LIMIT = Duration.ofMinutes(4);
    /// Longer than the last look for a reply that may have left.
    private static final Duration WATCH = Duration.ofSeconds(8);

    private final World world;
    private final Narration narration;
    private final List<Waiting> buyers = new ArrayList<>();
    private final List<String> logins = new ArrayList<>();
    private final List<Long> killed = new ArrayList<>();

    /// Somebody who wrote.
    ///
    /// @param key the masked local part or the login
    /// @param write sends the message
    private record Waiting(String key, Runnable write) {}

    Burst(World world, Narration narration) {
        this.world = world;
        this.narration = narration;
    }

    void play() {
        IntStream.range(0, SELLERS).forEach(this::prepareSeller);
        narration.observed(
                "%d sellers with %d mailboxes and %d Allegro accounts are ready",
                SELLERS, SELLERS, SELLERS * ACCOUNTS_OF_EACH);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(this::everybodyWrites);
        VICTIMS.forEach(this::killWhenSomeAreAnswered);
        writing.join();
        narration.observed("%d messages are written", ALL);
        Patience.await("each buyer has an answer, or reply.unknown names it", LIMIT, this::settled);
        Patience.neverWithin("a second answer", WATCH, () -> !answeredTwice().isEmpty());
        VICTIMS.forEach(this::awaitBack);
        report();
    }

    private void awaitBack(String service) {
        long pid = Patience.await("a process of " + service, LIMIT, () -> new PidFiles(world.data()).read(service));
        Patience.check(!killed.contains(pid), service + " was started again");
        Patience.awaitThat(service + " is ready again", LIMIT, () -> world.isReady(service));
    }

    private void prepareSeller(int number) {
        Seller seller = Seller.signsIn(world, "seller" + number);
        world.gmail().opens(seller.address(), PASSWORD);
        String mailbox = seller.connectsMailbox(PASSWORD);
        seller.answersWith(mailbox, 1);
        IntStream.range(0, MAILS_TO_EACH_MAILBOX).forEach(_ -> buyers.add(byMail(seller)));
        for (int account = 0; account < ACCOUNTS_OF_EACH; account++) {
            String login = world.unique("sklep" + number + "_" + account);
            world.marketplace().register(login, List.of());
            seller.answersWith(seller.linksAllegroAccount(login), 3);
            logins.add(login);
            IntStream.range(0, MESSAGES_TO_EACH_ACCOUNT)
                    .forEach(buyer -> buyers.add(inMessageCenter(login, world.unique("kupiec" + buyer + "_" + login))));
        }
    }

    private Waiting byMail(Seller seller) {
        Buyer buyer = Buyer.somebody();
        return new Waiting(
                buyer.maskedLocalPart(),
                () -> world.gmail()
                        .delivers(
                                seller.address(),
                                buyer.writesTo(seller.address(), TRANSACTION)
                                        .saying("Czy to jest dostępne?")
                                        .quotedPrintable()));
    }

    private Waiting inMessageCenter(String login, String buyer) {
        return new Waiting(
                buyer, () -> world.marketplace().buyerWrites(login, BuyerMessage.of(buyer, "Czy to jest dostępne?")));
    }

    /// Takes turns between the sellers, so that all of them are busy at once.
    private void everybodyWrites() {
        var shuffled = new ArrayList<>(buyers);
        Collections.shuffle(shuffled, new Random(200));
        shuffled.forEach(buyer -> buyer.write().run());
    }

    private void killWhenSomeAreAnswered(String service) {
        int before = answered().size();
        int step = ALL / 10;
        Patience.awaitThat("the burst goes on", LIMIT, () -> answered().size() >= Math.min(before + step, ALL - step));
        ProcessHandle process = Patience.await(
                "the process of " + service,
                LIMIT,
                () -> new PidFiles(world.data())
                        .read(service)
                        .flatMap(ProcessHandle::of)
                        .filter(ProcessHandle::isAlive));
        process.destroyForcibly();
        killed.add(process.pid());
        narration.observed(
                "kill -9 of %s (process %d) when %d of %d were answered",
                service, process.pid(), answered().size(), ALL);
    }

    private Optional<Boolean> settled() {
        Map<String, Long> answers = answers();
        var unknown = unknown();
        return buyers.stream().allMatch(buyer -> answers.containsKey(buyer.key()) || unknown.contains(buyer.key()))
                ? Optional.of(true)
                : Optional.empty();
    }

    private void report() {
        Map<String, Long> answers = answers();
        List<String> unknown = unknown();
        long unanswered = buyers.stream()
                .filter(buyer -> !answers.containsKey(buyer.key()))
                .count();
        narration.observed(
                "%d of %d buyers have exactly one answer, none has two",
                answered().size(), ALL);
        narration.observed(
                "%d without an answer are named by reply.unknown (%d named in all; at most %d are sent at a time)",
                unanswered, unknown.size(), AT_A_TIME);
        Patience.check(unknown.size() <= AT_A_TIME, "no more are unknown than can be on their way at a kill");
        narration.observed("all four services are back");
    }

    private List<String> answered() {
        Map<String, Long> answers = answers();
        return buyers.stream().map(Waiting::key).filter(answers::containsKey).toList();
    }

    private List<String> answeredTwice() {
        Map<String, Long> answers = answers();
        return buyers.stream()
                .map(Waiting::key)
                .filter(key -> answers.getOrDefault(key, 0L) > 1)
                .toList();
    }

    /// How many answers each buyer got, counted where they arrive.
    private Map<String, Long> answers() {
        Stream<String> byMail = world.gmail().control().outside().stream()
                .map(OutsideView::to)
                .flatMap(List::stream)
                .map(address -> address.replaceFirst("[+@].*", ""));
        Stream<String> byApi = logins.stream()
                .flatMap(login -> world.marketplace().messages(login).stream())
                .filter(message -> message.by() == WrittenBy.API)
                .map(PostedMessage::buyer);
        return Stream.concat(byMail, byApi).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /// The buyers whose reply may or may not have left.
    private List<String> unknown() {
        Map<EventId, MessageReceived> received = world.events().of(MessageReceived.class, _ -> true).stream()
                .collect(Collectors.toMap(
                        seen -> seen.event().id(), seen -> (MessageReceived) seen.data(), (first, _) -> first));
        var requests = world.events().of(ReplyRequested.class, _ -> true).stream()
                .map(seen -> (ReplyRequested) seen.data())
                .collect(Collectors.toMap(ReplyRequested::replyId, Function.identity(), (first, _) -> first));
        return world.events().of(ReplyUnknown.class, _ -> true).stream()
                .map(seen -> requests.get(((ReplyUnknown) seen.data()).replyId()))
                .flatMap(Stream::ofNullable)
                .flatMap(request -> Stream.ofNullable(received.get(request.inReplyTo())))
                .map(Burst::keyOf)
                .toList();
    }

    private static String keyOf(MessageReceived message) {
        if (message.route() instanceof ReplyRoute.Mail mail) {
            return mail.to().localPartBeforePlus();
        }
        return String.valueOf(message.buyer().login());
    }
}
