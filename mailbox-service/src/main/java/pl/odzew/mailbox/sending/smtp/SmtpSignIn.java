package pl.odzew.mailbox.sending.smtp;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import pl.odzew.mailbox.connection.Login;

/// From the greeting to a session that is signed in: EHLO, STARTTLS where it is asked for, AUTH by one mechanism,
/// and nothing after its refusal.
final class SmtpSignIn {

    private static final int READY = 220;
    private static final int SIGNED_IN = 235;
    private static final int CHALLENGE = 334;

    private final SmtpSession session;
    private final Login login;
    private final Duration wait;

    SmtpSignIn(SmtpSession session, Login login, Duration wait) {
        this.session = session;
        this.login = login;
        this.wait = wait;
    }

    /// How it ended.
    sealed interface End {

        record In(SmtpSession session) implements End {}

        /// The login was refused.
        record LoginRefused(List<String> lines) implements End {}

        /// Refused before the login was tried.
        record TurnedAway(SmtpReply reply) implements End {}

        /// No answer was had, or none that leads to a login.
        record NoDialogue(String what) implements End {}
    }

    /// Never fails.
    CompletionStage<End> run(boolean startTls) {
        return session.greeting(wait)
                .thenApply(reply -> expect(reply, READY))
                .thenCompose(_ -> hello())
                .thenCompose(hello -> startTls ? secure(hello) : completedFuture(hello))
                .thenCompose(this::signIn)
                .thenApply(reply -> reply.code() == SIGNED_IN ? new End.In(session) : refused(reply))
                .exceptionally(this::notSignedIn);
    }

    private CompletionStage<SmtpReply> hello() {
        return session.say("EHLO " + session.ownName(), wait).thenApply(reply -> expect(reply, 250));
    }

    private CompletionStage<SmtpReply> secure(SmtpReply hello) {
        if (offers(hello).noneMatch(offer -> offer.equals("STARTTLS"))) {
            return failedFuture(new SmtpBroken("the server offers no TLS"));
        }
        return session.say("STARTTLS", wait)
                .thenApply(reply -> expect(reply, READY))
                .thenCompose(_ -> session.startTls())
                .thenCompose(_ -> hello());
    }

    private CompletionStage<SmtpReply> signIn(SmtpReply hello) {
        List<String> mechanisms = offers(hello)
                .filter(offer -> offer.startsWith("AUTH "))
                .flatMap(offer -> Arrays.stream(offer.split(" ")).skip(1))
                .toList();
        if (login.kind() == Login.Kind.ACCESS_TOKEN) {
            // Where tokens are not taken, the offer itself is the refusal.
            return mechanisms.contains("XOAUTH2")
                    ? session.saySecretly("AUTH XOAUTH2 " + base64(login.xoauth2()), wait)
                            .thenCompose(reply -> giveUpChallenge(reply, ""))
                    : completedFuture(hello);
        }
        if (mechanisms.contains("PLAIN")) {
            String token = "\0" + login.user() + "\0" + login.password().reveal();
            return session.saySecretly("AUTH PLAIN " + base64(token), wait)
                    .thenCompose(reply -> giveUpChallenge(reply, "*"));
        }
        if (mechanisms.contains("LOGIN")) {
            return session.say("AUTH LOGIN", wait)
                    .thenCompose(reply -> answer(reply, login.user()))
                    .thenCompose(reply -> answer(reply, login.password().reveal()));
        }
        // Where only other ways are left, the offer itself is the refusal.
        return mechanisms.isEmpty()
                ? failedFuture(new SmtpBroken("the server offers no sign-in"))
                : completedFuture(hello);
    }

    private CompletionStage<SmtpReply> answer(SmtpReply asked, String secret) {
        return asked.code() == CHALLENGE ? session.saySecretly(base64(secret), wait) : completedFuture(asked);
    }

    /// The challenge stays with the refusal that follows it.
    ///
    /// @param lastWord `*` (RFC 4954), or nothing, as Google wants it of XOAUTH2
    private CompletionStage<SmtpReply> giveUpChallenge(SmtpReply reply, String lastWord) {
        if (reply.code() != CHALLENGE) {
            return completedFuture(reply);
        }
        return session.say(lastWord, wait)
                .thenApply(last -> new SmtpReply(
                        last.code(),
                        Stream.concat(reply.lines().stream(), last.lines().stream())
                                .toList()));
    }

    private static End refused(SmtpReply reply) {
        return new End.LoginRefused(reply.lines().stream().limit(20).toList());
    }

    private End notSignedIn(Throwable thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        return cause instanceof Unexpected unexpected
                ? new End.TurnedAway(unexpected.reply)
                : new End.NoDialogue(String.valueOf(cause.getMessage()));
    }

    private static Stream<String> offers(SmtpReply hello) {
        return hello.lines().stream()
                .skip(1)
                .filter(line -> line.length() > 4)
                .map(line -> line.substring(4).strip().toUpperCase(Locale.ROOT));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SmtpReply expect(SmtpReply reply, int code) {
        if (reply.code() != code) {
            throw new Unexpected(reply);
        }
        return reply;
    }

    /// Carries a reply out of the chain.
    private static final class Unexpected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient SmtpReply reply;

        private Unexpected(SmtpReply reply) {
            super("unexpected answer " + reply.code());
            this.reply = reply;
        }
    }
}
