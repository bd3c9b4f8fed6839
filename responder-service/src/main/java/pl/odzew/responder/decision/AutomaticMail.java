package pl.odzew.responder.decision;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.message.v1.MailFacts;

/// Whether a mail's header forbids an automatic answer: RFC 3834 §2, RFC 5230 §4.5 and §4.6, and common practice.
final class AutomaticMail {

    /// RFC 2369 and RFC 2919; `List-Unsubscribe-Post` and others alone prove nothing.
    private static final Set<String> LIST_FIELDS = Set.of(
            "list-id", "list-help", "list-subscribe", "list-unsubscribe", "list-post", "list-owner", "list-archive");

    private static final Set<String> LIST_PRECEDENCES = Set.of("list", "bulk", "junk");
    private static final Set<String> SUPPRESSIONS = Set.of("all", "oof", "autoreply");
    private static final Set<String> MAIL_SYSTEMS = Set.of("mailer-daemon", "postmaster");
    private static final Set<String> LIST_PROGRAMS = Set.of("listserv", "majordomo", "mailman");
    private static final Pattern NO_REPLY = Pattern.compile("(no|do-?not|not)[._-]?reply([._+-].*)?");

    /// Allegro's own robot; neither its name nor a header says that nobody reads it.
    private static final String ALLEGRO_ROBOT = "powiadomienia";

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private AutomaticMail() {}

    static Optional<SilenceReason> reasonAgainst(MailFacts mail) {
        if (mail.nullReturnPath()) {
            return Optional.of(SilenceReason.NULL_RETURN_PATH);
        }
        if (mail.report()) {
            return Optional.of(SilenceReason.BOUNCE);
        }
        if (Boolean.TRUE.equals(mail.spam())) {
            return Optional.of(SilenceReason.SPAM);
        }
        if (isAutoSubmitted(mail.autoSubmitted())
                || anyOf(values(mail.autoResponseSuppress()), SUPPRESSIONS)
                || "auto_reply".equals(lowerCase(mail.precedence()))) {
            return Optional.of(SilenceReason.AUTOMATIC_MAIL);
        }
        if (anyOf(values(mail.listFields()), LIST_FIELDS) || LIST_PRECEDENCES.contains(lowerCase(mail.precedence()))) {
            return Optional.of(SilenceReason.MAILING_LIST);
        }
        return reasonAgainstSender(sender(mail)).or(() -> reasonAgainstRecipients(mail));
    }

    /// Whether nobody reads what is sent to this local part.
    static boolean isRobot(String localPart) {
        String name = lowerCase(localPart);
        return name.equals(ALLEGRO_ROBOT)
                || MAIL_SYSTEMS.contains(name)
                || isListProgram(name)
                || NO_REPLY.matcher(name).matches();
    }

    /// The sender's address; empty where the field holds none.
    static Optional<MailAddress> sender(MailFacts mail) {
        try {
            return Optional.of(new MailAddress(mail.sender()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<SilenceReason> reasonAgainstSender(Optional<MailAddress> sender) {
        if (sender.isEmpty()) {
            return Optional.of(SilenceReason.NO_SENDER);
        }
        String name = lowerCase(sender.get().localPart());
        if (MAIL_SYSTEMS.contains(name)) {
            return Optional.of(SilenceReason.BOUNCE);
        }
        if (isListProgram(name)) {
            return Optional.of(SilenceReason.MAILING_LIST);
        }
        return NO_REPLY.matcher(name).matches() ? Optional.of(SilenceReason.NOREPLY_SENDER) : Optional.empty();
    }

    private static Optional<SilenceReason> reasonAgainstRecipients(MailFacts mail) {
        return mail.addressedToMailbox() ? Optional.empty() : Optional.of(SilenceReason.NOT_ADDRESSED_TO_MAILBOX);
    }

    private static boolean isListProgram(String name) {
        return LIST_PROGRAMS.contains(name) || name.endsWith("-request") || name.startsWith("owner-");
    }

    /// Several instances of the field are joined by commas; parameters and comments may follow each value.
    private static boolean isAutoSubmitted(@Nullable String field) {
        return field != null
                && Arrays.stream(withoutComments(field).split(",", -1))
                        .map(value -> lowerCase(value.split(";", 2)[0]))
                        .anyMatch(value -> !value.equals("no"));
    }

    private static String withoutComments(String field) {
        String before;
        String after = field;
        do {
            before = after;
            after = COMMENT.matcher(before).replaceAll("");
        } while (!after.equals(before));
        return after;
    }

    private static Stream<String> values(List<String> fields) {
        return fields.stream().flatMap(field -> Arrays.stream(field.split(",", -1)));
    }

    private static boolean anyOf(Stream<String> values, Collection<String> wanted) {
        return values.map(AutomaticMail::lowerCase).anyMatch(wanted::contains);
    }

    private static String lowerCase(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
