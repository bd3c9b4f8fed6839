package pl.odzew.mailbox.sending;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.refusal.ServerRefusal;

/// An SMTP server in memory, for tests of what stands behind the port; passes [MailTransportContract].
public final class MemoryMailTransport implements MailTransport {

    private final Map<String, Secret> accounts = new ConcurrentHashMap<>();
    private final List<OutgoingMail> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile @Nullable ServerRefusal refusal;
    private volatile @Nullable Sending answer;
    private volatile boolean takesItAllTheSame;

    /// The server knows this account.
    public void know(Login login) {
        accounts.put(login.user(), login.password());
    }

    /// From now on every sign-in is refused with these lines.
    public void refuseWith(String... lines) {
        refusal = new ServerRefusal(MailProtocol.SMTP, List.of(lines));
    }

    /// From now on every mail is answered so, and not taken.
    public void answerWith(Sending sending) {
        answer = sending;
        takesItAllTheSame = false;
    }

    /// From now on every mail is taken, but the sender is left in doubt.
    public void takeAndVanish() {
        answer = new Sending.PossiblySent("the connection broke after the mail was handed over");
        takesItAllTheSame = true;
    }

    /// Takes back [#refuseWith], [#answerWith] and [#takeAndVanish].
    public void acceptAgain() {
        refusal = null;
        answer = null;
    }

    /// The mails that the server took, in the order in which they came.
    public List<OutgoingMail> accepted() {
        return List.copyOf(accepted);
    }

    /// How often somebody tried to sign in or to send.
    public int attempts() {
        return attempts.get();
    }

    @Override
    public CompletionStage<Check> check(ServerAddress server, Login login) {
        attempts.incrementAndGet();
        ServerRefusal refused = refusalOf(login);
        return CompletableFuture.completedFuture(refused == null ? new Check.Accepted() : new Check.Refused(refused));
    }

    @Override
    public CompletionStage<Sending> send(ServerAddress server, Login login, OutgoingMail mail) {
        attempts.incrementAndGet();
        ServerRefusal refused = refusalOf(login);
        if (refused != null) {
            return CompletableFuture.completedFuture(new Sending.LoginRefused(refused));
        }
        Sending scripted = answer;
        if (scripted == null || takesItAllTheSame) {
            accepted.add(mail);
        }
        return CompletableFuture.completedFuture(scripted == null ? new Sending.Accepted() : scripted);
    }

    private @Nullable ServerRefusal refusalOf(Login login) {
        ServerRefusal scripted = refusal;
        if (scripted != null || login.password().equals(accounts.get(login.user()))) {
            return scripted;
        }
        return new ServerRefusal(
                MailProtocol.SMTP,
                List.of(
                        "535-5.7.8 Username and Password not accepted. For more information, go to",
                        "535 5.7.8  https://support.google.com/mail/?p=BadCredentials a1b2c3 - gsmtp"));
    }
}
