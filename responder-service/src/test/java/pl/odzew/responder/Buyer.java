package pl.odzew.responder;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.Target;
import pl.odzew.events.message.v1.MailFacts;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.message.v1.MessageText;
import pl.odzew.events.message.v1.ThreadKind;
import pl.odzew.events.reply.v1.ReplyRoute;

/// A buyer with a login and a masked address; a message shows one of them or both.
public record Buyer(String login) {

    public static final String WORDS = "Kiedy paczka?";

    public String maskedLocalPart() {
        return "m" + login;
    }

    public MailAddress maskedAddress() {
        return new MailAddress(maskedLocalPart() + "+order1@allegromail.pl");
    }

    /// What the mailbox sees of the buyer.
    public pl.odzew.events.message.v1.Buyer inMail() {
        return new pl.odzew.events.message.v1.Buyer(null, maskedLocalPart());
    }

    /// What the API sees of the buyer.
    public pl.odzew.events.message.v1.Buyer inApi() {
        return new pl.odzew.events.message.v1.Buyer(login, null);
    }

    public pl.odzew.events.message.v1.Buyer withBothNames() {
        return new pl.odzew.events.message.v1.Buyer(login, maskedLocalPart());
    }

    public MessageReceived mails(Seller seller, Instant at) {
        return mails(
                seller, at, plainMail(), new ReplyRoute.Mail(maskedAddress(), "<1@allegro.pl>", List.of(), at, null));
    }

    public MessageReceived mails(Seller seller, Instant at, MailFacts facts) {
        return mails(seller, at, facts, new ReplyRoute.Mail(maskedAddress(), "<1@allegro.pl>", List.of(), at, null));
    }

    public MessageReceived mails(Seller seller, Instant at, MailFacts facts, ReplyRoute.@Nullable Mail route) {
        return message(seller, seller.mailbox(), inMail(), at, false, route, facts);
    }

    public MessageReceived mailsWithLogin(Seller seller, Instant at) {
        var route = new ReplyRoute.Mail(maskedAddress(), "<1@allegro.pl>", List.of(), at, null);
        return message(seller, seller.mailbox(), withBothNames(), at, false, route, plainMail());
    }

    public MessageReceived mailsInBacklog(Seller seller, Instant at) {
        var route = new ReplyRoute.Mail(maskedAddress(), "<1@allegro.pl>", List.of(), at, null);
        return message(seller, seller.mailbox(), inMail(), at, true, route, plainMail());
    }

    public MessageReceived writes(Seller seller, Instant at) {
        return message(seller, seller.account(), inApi(), at, false, thread(at), null);
    }

    public MessageReceived wroteBeforeLinking(Seller seller, Instant at) {
        return message(seller, seller.account(), inApi(), at, true, thread(at), null);
    }

    /// As the mailbox sees it, about the buyer's one order.
    public MessageReceived mailsAboutOrder(Seller seller, Instant at) {
        return mailsAboutOrder(seller, seller.mailbox(), at);
    }

    public MessageReceived mailsTo(Seller.SecondMailbox mailbox, Instant at) {
        return mailsAboutOrder(mailbox.seller(), mailbox.target(), at);
    }

    /// As the API sees it, about the buyer's one order.
    public MessageReceived writesAboutOrder(Seller seller, Instant at, boolean backlog) {
        return message(seller, seller.account(), inApi(), at, backlog, thread(at), null, order());
    }

    private MessageReceived mailsAboutOrder(Seller seller, Target mailbox, Instant at) {
        var route = new ReplyRoute.Mail(maskedAddress(), "<1@allegro.pl>", List.of(), at, null);
        return message(seller, mailbox, inMail(), at, false, route, plainMail(), order());
    }

    private String order() {
        return "order-" + login;
    }

    public MessageAnsweredByPerson isAnsweredBy(Seller seller, Instant at) {
        return new MessageAnsweredByPerson(seller.id(), seller.account(), conversation(seller.account()), inApi(), at);
    }

    public ConversationId conversation(Target target) {
        return new ConversationId(login + "-" + target.channel());
    }

    /// A mail with nothing in its header that forbids an answer.
    public static MailFacts plainMail() {
        return new MailFacts(null, null, List.of(), List.of(), false, false, true, "powiadomienia@allegro.pl");
    }

    private ReplyRoute thread(Instant at) {
        return new ReplyRoute.AllegroThread("thread-" + login, "message-" + at.toEpochMilli(), at);
    }

    private MessageReceived message(
            Seller seller,
            Target target,
            pl.odzew.events.message.v1.Buyer names,
            Instant at,
            boolean backlog,
            @Nullable ReplyRoute route,
            @Nullable MailFacts facts) {
        return message(seller, target, names, at, backlog, route, facts, null);
    }

    private MessageReceived message(
            Seller seller,
            Target target,
            pl.odzew.events.message.v1.Buyer names,
            Instant at,
            boolean backlog,
            @Nullable ReplyRoute route,
            @Nullable MailFacts facts,
            @Nullable String order) {
        return new MessageReceived(
                seller.id(),
                target,
                conversation(target),
                names,
                at,
                at,
                backlog,
                ThreadKind.CONVERSATION,
                facts == null ? null : "Pytanie",
                MessageText.of(WORDS),
                route,
                facts,
                null,
                order);
    }
}
