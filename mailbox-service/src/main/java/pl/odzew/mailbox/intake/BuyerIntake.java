package pl.odzew.mailbox.intake;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MessageText;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.mailbox.intake.BuyerRecogniser.Recognition;
import pl.odzew.mailbox.intake.MailParser.Parsing;

/// Reads mails: a returned reply first, since it may come from anywhere; then a buyer's, if the sender is one.
public final class BuyerIntake implements Intake, PersonsAnswers {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    /// As `sending` marks its replies.
    private static final String OUR_MARK = "X-Odzew-Reply";

    private static final int LONGEST_SUBJECT = 500;
    private static final int MOST_REFERENCES = 50;

    private final MailParser parser;
    private final Recognisers recognisers;
    private final BuyerRecogniser recogniser;
    private final Redaction redaction;

    public BuyerIntake(MailParser parser, Recognisers recognisers) {
        this.parser = parser;
        this.recognisers = recognisers;
        this.recogniser = new BuyerRecogniser(recognisers);
        this.redaction = new Redaction(recognisers);
    }

    @Override
    public Reading read(RawMail raw, Recipient recipient) {
        return switch (parser.parse(raw.bytes())) {
            case Parsing.Broken broken -> new Reading.Unreadable(broken.what());
            case Parsing.Parsed parsed -> read(raw, parsed.mail(), recipient);
        };
    }

    @Override
    public List<Answer> in(RawMail sent, Recipient mailbox) {
        return switch (parser.parse(sent.bytes())) {
            case Parsing.Broken _ -> List.of();
            case Parsing.Parsed parsed -> answers(sent, parsed.mail(), mailbox);
        };
    }

    private List<Answer> answers(RawMail sent, ParsedMail mail, Recipient mailbox) {
        boolean automatic = mail.headers().has(OUR_MARK)
                || mail.headers()
                        .first("Auto-Submitted")
                        .filter(value -> !value.strip().equalsIgnoreCase("no"))
                        .isPresent();
        return automatic
                ? List.of()
                : mail.recipients().stream()
                        .filter(recognisers::isMasked)
                        .map(MailAddress::localPartBeforePlus)
                        .distinct()
                        .map(masked -> new Answer(
                                MailIdentity.answer(sent, mail, masked, mailbox),
                                MailIdentity.conversation(masked, mailbox),
                                new Buyer(null, masked),
                                sent.receivedAt()))
                        .toList();
    }

    private Reading read(RawMail raw, ParsedMail mail, Recipient recipient) {
        List<String> returned = ReturnedMail.ours(mail, recipient.address());
        if (!returned.isEmpty()) {
            return new Reading.Bounce(returned);
        }
        return switch (recogniser.recognise(mail, recipient.provider())) {
            case Recognition.FromBuyer from -> buyersMail(raw, mail, from, recipient);
            case Recognition.FromAllegro _ ->
                recognisers.isOrdinary(mail)
                        ? new Reading.AllegroNotice()
                        : new Reading.UnknownAllegroMail(redaction.of(mail));
            case Recognition.FromSomebody _ -> new Reading.Private();
        };
    }

    private Reading buyersMail(RawMail raw, ParsedMail mail, Recognition.FromBuyer from, Recipient recipient) {
        EventId event = MailIdentity.event(raw, mail, recipient);
        MailAddress sender = Objects.requireNonNull(mail.sender(), "a buyer's mail has a sender");
        MessageText text = MessageText.of(OwnWords.in(mail.text(), recognisers.footers()));
        return new Reading.BuyersMail(
                event,
                MailIdentity.conversation(event, mail, from, recipient),
                from.buyer(),
                raw.receivedAt(),
                subject(mail),
                raw.cut() ? new MessageText(text.value(), true) : text,
                route(raw, mail, from),
                HeaderFacts.of(mail, sender, recipient),
                from.offerId(),
                from.orderId());
    }

    private static ReplyRoute.@Nullable Mail route(RawMail raw, ParsedMail mail, Recognition.FromBuyer from) {
        MailAddress to = from.replyTo();
        if (to == null) {
            return null;
        }
        List<String> references = Stream.of("References", "In-Reply-To")
                .map(name -> mail.headers().ids(name))
                .filter(ids -> !ids.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new ReplyRoute.Mail(
                to,
                mail.headers().ids("Message-ID").stream().findFirst().orElse(null),
                references.subList(Math.max(0, references.size() - MOST_REFERENCES), references.size()),
                raw.receivedAt(),
                raw.gmailThreadId());
    }

    private static @Nullable String subject(ParsedMail mail) {
        String subject = mail.subject();
        if (subject == null) {
            return null;
        }
        String line = CONTROLS.matcher(subject).replaceAll(" ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_SUBJECT));
    }
}
