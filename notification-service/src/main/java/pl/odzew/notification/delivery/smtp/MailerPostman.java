package pl.odzew.notification.delivery.smtp;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.notification.delivery.Letter;
import pl.odzew.notification.delivery.PostingException;
import pl.odzew.notification.delivery.Postman;

/// Posts by the operator's mail server, as `quarkus.mailer` describes it.
@ApplicationScoped
class MailerPostman implements Postman {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);

    private final ReactiveMailer mailer;
    private final MailAddress from;

    MailerPostman(ReactiveMailer mailer, @ConfigProperty(name = "odzew.warnings.from") String from) {
        this.mailer = mailer;
        this.from = new MailAddress(from);
    }

    @Override
    public CompletionStage<Void> post(Letter letter) {
        return mailer.send(mail(letter))
                .ifNoItem()
                .after(TIME_OUT)
                .fail()
                .onFailure()
                .transform(failure -> new PostingException(describe(failure), failure, mayHaveLeft(failure)))
                .subscribeAsCompletionStage();
    }

    private Mail mail(Letter letter) {
        Mail mail = new Mail()
                .setFrom("Odzew <" + from + ">")
                .setTo(letter.recipients().stream().map(MailAddress::value).toList())
                .setSubject(letter.subject())
                .setText(letter.text())
                .setHtml(letter.html())
                .addHeader("Message-ID", letter.id().messageId(from.domain()))
                // RFC 3834 §5: no vacation notice or autoresponder answers it, ours included.
                .addHeader("Auto-Submitted", "auto-generated");
        URI unsubscribe = letter.unsubscribe();
        return unsubscribe == null
                ? mail
                : mail.addHeader("List-Unsubscribe", "<" + unsubscribe + ">")
                        // RFC 8058: the mail program may do it by one POST, without showing a page.
                        .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /// A server that cannot be reached, or that answered with a refusal, has not taken the letter.
    private static boolean mayHaveLeft(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof SMTPException) {
                return false;
            }
        }
        return true;
    }

    /// What the server says may repeat the recipient, so of a refusal only its code is told.
    private static String describe(Throwable failure) {
        return failure instanceof SMTPException refused
                ? "refused with " + refused.getReplyCode()
                : failure.getClass().getSimpleName();
    }
}
