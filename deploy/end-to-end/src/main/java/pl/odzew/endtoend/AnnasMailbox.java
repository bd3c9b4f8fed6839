package pl.odzew.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.mailbox.mailserver.control.Headers;
import pl.odzew.mailbox.mailserver.control.LoginView;
import pl.odzew.mailbox.mailserver.control.OutsideView;
import pl.odzew.mailbox.mailserver.letters.Buyer;
import pl.odzew.mailbox.mailserver.letters.Others;
import pl.odzew.notification.catcher.CaughtMail;

/// Anna's part: her buyers are answered through her own mailbox until Google locks it, and again after that.
final class AnnasMailbox {

    private static final String PASSWORD = "anna's account password";
    private static final String APP_PASSWORD = "abcdefghijklmnop";
    private static final String APP_PASSWORD_AS_GOOGLE_SHOWS_IT = "abcd efgh ijkl mnop";
    private static final List<String> OTHERS = List.of(
            "sprzedawcy@lists.example.org",
            "sprzedawcy-bounces@lists.example.org",
            "mailer-daemon@googlemail.com",
            "nikt@example.com",
            "powiadomienia@bank.example");
    private static final List<String> BANK = List.of("bank.example", "Bank Przykładowy", "saldo Twojego rachunku");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int LOGINS_UNTIL_CERTAIN = 3;
    private static final InstantSource TIME = InstantSource.system();

    private final World world;
    private final Narration narration;
    private final Seller anna;
    private final String mailboxId;
    private final Buyer jan = Buyer.somebody();
    private final Buyer ola = Buyer.somebody();
    private String jansFirstMail = "";
    private String jansConversation = "";
    private String openNotification = "";

    private AnnasMailbox(World world, Narration narration, Seller anna, String mailboxId) {
        this.world = world;
        this.narration = narration;
        this.anna = anna;
        this.mailboxId = mailboxId;
    }

    static AnnasMailbox connected(World world, Narration narration) {
        Seller anna = Seller.signsIn(world, "anna");
        narration.observed("signed in as %s", anna.name());
        world.gmail().opens(anna.address(), PASSWORD);
        String mailboxId = anna.connectsMailbox(PASSWORD);
        SeenEvent connected = world.events()
                .await(
                        "mailbox.connected",
                        LIMIT,
                        MailboxConnected.class,
                        event -> event.key().equals(mailboxId));
        narration.observed("%s is connected: mailbox %s, event %s", anna.address(), mailboxId, connected.id());
        anna.answersWith(mailboxId, 1);
        narration.observed("version 1 answers with: %s", anna.replyText());
        return new AnnasMailbox(world, narration, anna, mailboxId);
    }

    void buyerIsAnswered() {
        var letter = jan.writesTo(anna.address(), "cub31c122").saying("Dzień dobry, czy paczka wyjdzie dziś?");
        jansFirstMail = letter.messageId();
        BuyersMail mail = BuyersMail.deliver(world, anna, jan, "cub31c122", letter);
        SeenEvent received = mail.awaitReceived();
        jansConversation = received.key();
        narration.observed(
                "message.received %s, %d ms after delivery", received.id(), millis(mail.deliveredAt(), received));
        SeenEvent requested = mail.awaitRequested(received);
        ReplyRequested request = (ReplyRequested) requested.data();
        narration.observed("reply.requested %s (reply %s)", requested.id(), request.replyId());
        OutsideView answer = mail.awaitAnswer();
        narration.measured("mail delivered -> reply accepted", mail.deliveredAt(), answer.accepted());
        checkAnswer(answer, mail);
        SeenEvent sent = mail.awaitSent(request);
        narration.observed("reply.sent %s", sent.id());
    }

    private void checkAnswer(OutsideView answer, BuyersMail mail) {
        Headers headers = answer.headers();
        Patience.check(answer.to().equals(List.of(mail.masked())), "it goes to " + mail.masked() + " alone");
        Patience.check(answer.from().equalsIgnoreCase(anna.address()), "it comes from " + anna.address());
        Patience.check(
                "auto-replied".equals(headers.first("Auto-Submitted").orElse("")), "Auto-Submitted: auto-replied");
        Patience.check(mail.messageId().equals(headers.first("In-Reply-To").orElse("")), "In-Reply-To names the mail");
        Patience.check(headers.first("References").orElse("").contains(mail.messageId()), "References name the mail");
        Patience.check(answer.text().contains(anna.replyText()), "it says what Anna set: " + answer.text());
        narration.observed(
                "answered to %s from %s, auto-replied, in reply to %s", mail.masked(), answer.from(), mail.messageId());
    }

    void sameConversationIsNotAnsweredTwice() {
        var letter = jan.writesTo(anna.address(), "cub31c122")
                .answering(jansFirstMail)
                .saying("I jeszcze jedno: jaki kurier?");
        BuyersMail mail = BuyersMail.deliver(world, anna, jan, "cub31c122", letter);
        SeenEvent received = mail.awaitReceived();
        Patience.check(received.key().equals(jansConversation), "the second mail belongs to the same conversation");
        JsonNode decision = Patience.await(
                "a decision about the second mail",
                LIMIT,
                () -> anna.decisionsOf(jansConversation).stream()
                        .filter(one ->
                                received.id().equals(one.path("messageId").asText()))
                        .findFirst());
        Patience.check("SILENCE".equals(decision.path("outcome").asText()), "it is met with silence: " + decision);
        narration.observed(
                "a second mail (message.received %s) gets no answer: %s",
                received.id(), decision.path("reason").asText());
    }

    /// What comes after them in the mailbox is answered, so they have been read by then.
    void nobodyElseIsAnswered() {
        world.gmail().delivers(anna.address(), Others.mailingList(anna.address()));
        world.gmail().delivers(anna.address(), Others.bounce(anna.address(), "nikt@example.com", "<1@example.com>"));
        world.gmail().delivers(anna.address(), Others.bank(anna.address()));
        BuyersMail olas = BuyersMail.deliver(
                world,
                anna,
                ola,
                "dvx44a901",
                ola.writesTo(anna.address(), "dvx44a901").saying("Czy jest rozmiar M?"));
        OutsideView answer = olas.awaitAnswer();
        narration.measured("the next mail delivered -> reply accepted", olas.deliveredAt(), answer.accepted());
        olas.awaitSent(
                (ReplyRequested) olas.awaitRequested(olas.awaitReceived()).data());
        for (String nobody : OTHERS) {
            Patience.check(world.gmail().mailsTo(nobody).isEmpty(), "nothing was sent to " + nobody);
        }
        for (String secret : BANK) {
            Patience.check(
                    world.events().all().stream().noneMatch(event -> event.mentions(secret)),
                    "the bank's mail appears in no topic");
        }
        Patience.check(world.gmail().mailsTo(jansMasked()).size() == 1, "Jan still has one answer");
        narration.observed("a mailing list's mail, a bounce and the bank's private mail: no answer, no event");
    }

    void passwordIsRefused() {
        world.gmail().wantsAppPasswords(anna.address());
        LoginView refused = Patience.await(
                "Google refuses the password",
                LIMIT,
                () -> world.gmail().refusedLogins(anna.address()).stream().findFirst());
        narration.observed("Google says: %s", refused.serverWords());
        SeenEvent failed = awaitAuthFailed(world, mailboxId, LIMIT);
        MailboxAuthFailed event = (MailboxAuthFailed) failed.data();
        Patience.check(event.failure().reason() == AuthFailureReason.APP_PASSWORD_REQUIRED, "the reason is understood");
        narration.observed(
                "mailbox.auth-failed %s: %s", failed.id(), event.failure().reason());
        CaughtMail warning = awaitMailAbout(world, anna, "Application-specific password required");
        narration.measured(
                "password refused -> warning in the inbox", Instant.parse(refused.at()), warning.receivedAt());
        checkWarning(warning);
        JsonNode notification = Patience.await(
                "the notification stands",
                LIMIT,
                () -> anna.notificationAbout(mailboxId).filter(Seller::isOpen));
        openNotification = notification.path("id").asText();
        narration.observed("notification %s is open, remedies %s", openNotification, notification.path("remedies"));
    }

    private void checkWarning(CaughtMail warning) {
        String text = String.valueOf(warning.text());
        Patience.check(text.contains(anna.address()), "the warning names the mailbox: " + text);
        Patience.check(text.contains("Application-specific password required"), "it gives Google's reason: " + text);
        Patience.check(
                text.contains("https://myaccount.google.com/apppasswords"), "it leads to app passwords: " + text);
        Patience.check(text.contains("wersj"), "it offers version 3, in Polish: " + text);
        narration.observed("one warning in Polish to %s: \"%s\"", warning.to(), warning.subject());
    }

    void isNotHammered() {
        int logins = world.gmail().refusedLogins(anna.address()).size();
        Patience.check(logins <= LOGINS_UNTIL_CERTAIN, "her mailbox is left alone: " + logins + " refused logins");
        Patience.check(authFailures(world, mailboxId).size() == 1, "one mailbox.auth-failed for Anna");
        Patience.check(
                mailsAbout(world, anna, "Application-specific password required")
                                .size()
                        == 1,
                "one warning for Anna");
        narration.observed("meanwhile Anna's mailbox has seen %d refused login(s) in all", logins);
    }

    void appPasswordEndsIt() {
        Buyer piotr = Buyer.somebody();
        BuyersMail waiting = BuyersMail.deliver(
                world,
                anna,
                piotr,
                "ekw77f310",
                piotr.writesTo(anna.address(), "ekw77f310").saying("Halo, jest tam kto?"));
        world.gmail().givesAppPassword(anna.address(), APP_PASSWORD);
        Instant saved = TIME.instant();
        anna.savesPassword(mailboxId, APP_PASSWORD_AS_GOOGLE_SHOWS_IT);
        SeenEvent recovered = world.events()
                .await(
                        "mailbox.recovered",
                        LIMIT,
                        MailboxRecovered.class,
                        event -> event.key().equals(mailboxId));
        narration.measured("app password saved -> recovered", saved, recovered.writtenAt());
        narration.observed("mailbox.recovered %s", recovered.id());
        OutsideView answer = waiting.awaitAnswer();
        narration.observed(
                "the buyer who waited is answered %d ms after the password was saved",
                Duration.between(saved, answer.accepted()).toMillis());
        Patience.awaitThat(
                "the notification is closed",
                LIMIT,
                () -> anna.notificationAbout(mailboxId)
                        .filter(one -> openNotification.equals(one.path("id").asText()))
                        .filter(one -> !Seller.isOpen(one))
                        .isPresent());
        CaughtMail good = Patience.await(
                "a mail that it works again",
                LIMIT,
                () -> world.catcher().mailsTo(anna.contactAddress()).stream()
                        .filter(mail -> mail.receivedAt().isAfter(saved))
                        .findFirst());
        narration.observed("notification closed; mail \"%s\"", good.subject());
        Patience.check("OK".equals(anna.mailbox(mailboxId).path("status").asText()), "the mailbox is OK");
    }

    private String jansMasked() {
        return jan.maskedAddress("cub31c122");
    }

    static SeenEvent awaitAuthFailed(World world, String mailboxId, Duration limit) {
        return world.events()
                .await(
                        "mailbox.auth-failed of " + mailboxId,
                        limit,
                        MailboxAuthFailed.class,
                        event -> event.key().equals(mailboxId));
    }

    static List<SeenEvent> authFailures(World world, String mailboxId) {
        return world.events().of(MailboxAuthFailed.class, event -> event.key().equals(mailboxId));
    }

    static CaughtMail awaitMailAbout(World world, Seller seller, String words) {
        return Patience.await(
                "a mail to " + seller.name() + " about: " + words,
                LIMIT,
                () -> mailsAbout(world, seller, words).stream().findFirst());
    }

    static List<CaughtMail> mailsAbout(World world, Seller seller, String words) {
        return world.catcher().mailsTo(seller.contactAddress()).stream()
                .filter(mail -> String.valueOf(mail.text()).contains(words))
                .toList();
    }

    private static long millis(Instant from, SeenEvent event) {
        return Duration.between(from, event.writtenAt()).toMillis();
    }
}
