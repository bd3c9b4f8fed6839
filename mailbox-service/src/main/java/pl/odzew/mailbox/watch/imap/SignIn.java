package pl.odzew.mailbox.watch.imap;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.refusal.ServerRefusal;
import pl.odzew.mailbox.watch.MailConnectionException;
import pl.odzew.mailbox.watch.MailConnectionException.Code;
import pl.odzew.mailbox.watch.MailConnector.Opening;

/// From the greeting to a connection that is signed in and introduced.
///
/// One mechanism is tried, and nothing after its refusal: each fall-back would be one more failed login in the
/// provider's books, and would hide the first answer behind its own (MailKit#377).
final class SignIn {

    private final ImapSession session;
    private final Login login;
    private final Optional<String> contact;

    SignIn(ImapSession session, Login login, Optional<String> contact) {
        this.session = session;
        this.login = login;
        this.contact = contact;
    }

    /// Never fails.
    CompletionStage<Opening> run() {
        return session.greeting()
                .thenCompose(this::greeted)
                .thenCompose(this::capabilities)
                .thenCompose(before -> session.send(credential(before)))
                .thenApply(SignIn::agreed)
                .thenCompose(this::capabilities)
                .thenCompose(this::introduce)
                .<Opening>thenApply(after -> new Opening.Open(new ImapMailConnection(session, after)))
                .exceptionally(this::notOpened);
    }

    private CompletionStage<Answer> greeted(Answer greeting) {
        agreed(greeting);
        return completedFuture(greeting);
    }

    /// As the server told them unasked with its last answer; else it is asked.
    private CompletionStage<Capabilities> capabilities(Answer last) {
        Optional<Capabilities> told = Capabilities.in(last);
        if (told.isPresent()) {
            return completedFuture(told.get());
        }
        return session.send(Command.of("CAPABILITY"))
                .thenApply(answer -> Capabilities.in(agreed(answer))
                        .orElseThrow(() -> new ProtocolViolation("a server without capabilities")));
    }

    private Command credential(Capabilities offered) {
        if (login.kind() == Login.Kind.ACCESS_TOKEN) {
            return token(offered);
        }
        if (offered.has("AUTH=PLAIN")) {
            Command.Builder plain = Command.named("AUTHENTICATE PLAIN");
            String token = Base64.getEncoder().encodeToString(saslPlain().getBytes(StandardCharsets.UTF_8));
            return (offered.has("SASL-IR") ? plain.plain(" ") : plain.nextPart())
                    .plain(token)
                    .build(Limits.SMALL);
        }
        if (offered.has("LOGINDISABLED")) {
            throw new PasswordsNotTaken(offered);
        }
        return Command.named("LOGIN")
                .plain(" ")
                .string(login.user())
                .plain(" ")
                .string(login.password().reveal())
                .build(Limits.SMALL);
    }

    /// A refused token is answered with a challenge that says why; the empty line after it lets the server refuse.
    private Command token(Capabilities offered) {
        if (!offered.has("AUTH=XOAUTH2")) {
            throw new PasswordsNotTaken(offered);
        }
        Command.Builder xoauth2 = Command.named("AUTHENTICATE XOAUTH2");
        String token = Base64.getEncoder().encodeToString(login.xoauth2().getBytes(StandardCharsets.UTF_8));
        return (offered.has("SASL-IR") ? xoauth2.plain(" ") : xoauth2.nextPart())
                .plain(token)
                .nextPart()
                .build(Limits.SMALL);
    }

    /// RFC 4616: no authorization identity.
    private String saslPlain() {
        return "\0" + login.user() + "\0" + login.password().reveal();
    }

    /// A server may refuse to hear who we are (o2.pl does, before the login); that changes nothing.
    private CompletionStage<Capabilities> introduce(Capabilities offered) {
        if (!offered.has("ID")) {
            return completedFuture(offered);
        }
        Command.Builder id = Command.named("ID").plain(" (\"name\" \"Odzew\" \"vendor\" \"Odzew\"");
        contact.ifPresent(address -> id.plain(" \"contact\" ")
                .string(address)
                .plain(" \"support-url\" ")
                .string(address));
        return session.send(id.plain(")").build(Limits.SMALL)).thenApply(_ -> offered);
    }

    private static Answer agreed(Answer answer) {
        if (answer.status().kind() == Response.Kind.PREAUTH) {
            throw new ProtocolViolation("a server that signs in by itself");
        }
        if (!answer.agreed()) {
            throw new MailConnectionException(
                    Code.COMMAND_REFUSED, answer.status().line());
        }
        return answer;
    }

    private Opening notOpened(Throwable thrown) {
        List<String> lines = session.lastLines();
        session.close();
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        if (cause instanceof PasswordsNotTaken withdrawn) {
            return new Opening.Refused(new ServerRefusal(MailProtocol.IMAP, List.of(withdrawn.getMessage())));
        }
        boolean refused = cause instanceof MailConnectionException e
                && (e.code() == Code.COMMAND_REFUSED || e.code() == Code.SERVER_CLOSED)
                && !lines.isEmpty();
        return refused
                ? new Opening.Refused(new ServerRefusal(MailProtocol.IMAP, lines))
                : new Opening.Unreachable(String.valueOf(cause.getMessage()));
    }

    /// Signs nobody in: for a connection that failed before it was one.
    static CompletableFuture<Opening> unreachable(String what) {
        return completedFuture(new Opening.Unreachable(what));
    }

    /// No way of signing in is left that a password opens: what the server offers is its refusal.
    private static final class PasswordsNotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PasswordsNotTaken(Capabilities offered) {
            super("* CAPABILITY " + String.join(" ", new TreeSet<>(offered.names())));
        }
    }
}
