package pl.odzew.mailbox.sending.smtp;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import pl.odzew.mailbox.sending.MailTransport.Sending;
import pl.odzew.mailbox.sending.OutgoingMail;

/// One mail over a session that is signed in: MAIL, RCPT, DATA, and the dot after which nothing is certain until the
/// server has answered.
final class SmtpDelivery {

    private static final int GO_ON = 354;
    private static final int NOT_SIGNED_IN = 530;
    private static final String SENDING_LIMIT = "5.4.5";

    private final SmtpSession session;
    private final Duration wait;
    private final Duration acceptance;
    private boolean handedOver;

    SmtpDelivery(SmtpSession session, Duration wait, Duration acceptance) {
        this.session = session;
        this.wait = wait;
        this.acceptance = acceptance;
    }

    /// Never fails.
    CompletionStage<Sending> run(OutgoingMail mail, String text) {
        return session.say("MAIL FROM:<" + mail.from() + ">", wait)
                .thenCompose(from -> from.isPositive() ? recipient(mail, text) : completedFuture(refused(from)))
                .exceptionally(this::broken);
    }

    /// Whether the mail was written to its end: from then on the server may have taken it.
    boolean handedOver() {
        return handedOver;
    }

    private CompletionStage<Sending> recipient(OutgoingMail mail, String text) {
        return session.say("RCPT TO:<" + mail.to() + ">", wait)
                .thenCompose(to -> to.isPositive() ? data(text) : completedFuture(refused(to)));
    }

    private CompletionStage<Sending> data(String text) {
        return session.say("DATA", wait)
                .thenCompose(data -> data.code() == GO_ON ? content(text) : completedFuture(refused(data)));
    }

    private CompletionStage<Sending> content(String text) {
        handedOver = true;
        return session.saySecretly(stuffed(text) + ".", acceptance).thenApply(SmtpDelivery::ended);
    }

    private static Sending ended(SmtpReply reply) {
        return switch (reply.code() / 100) {
            case 2 -> new Sending.Accepted();
            case 4, 5 -> refused(reply);
            default -> new Sending.PossiblySent("an answer that means nothing: " + reply.words());
        };
    }

    private static Sending refused(SmtpReply reply) {
        if (reply.isPermanent() && reply.hasEnhancedCode(SENDING_LIMIT)) {
            return new Sending.LimitReached(reply.words());
        }
        return reply.isPermanent() && reply.code() != NOT_SIGNED_IN
                ? new Sending.Rejected(reply.words())
                : new Sending.NotSent(reply.words());
    }

    private Sending broken(Throwable thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        String what = String.valueOf(cause.getMessage());
        return handedOver ? new Sending.PossiblySent(what) : new Sending.NotSent(what);
    }

    /// A line that begins with a dot gets another (RFC 5321 §4.5.2). The text ends with a line end.
    private static String stuffed(String text) {
        String doubled = text.replace("\r\n.", "\r\n..");
        return doubled.startsWith(".") ? "." + doubled : doubled;
    }
}
