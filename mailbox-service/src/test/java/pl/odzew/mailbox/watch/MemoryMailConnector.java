package pl.odzew.mailbox.watch;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.refusal.ServerRefusal;

/// A mail server in memory, for tests of what stands behind the port; passes [MailConnectionContract].
public final class MemoryMailConnector implements MailConnector {

    private final Clock clock;
    private final Map<Login, MemoryMailbox> mailboxes = new ConcurrentHashMap<>();
    private final Map<Login, List<String>> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile @Nullable List<String> refusal;
    private volatile @Nullable String trouble;

    public MemoryMailConnector(Clock clock) {
        this.clock = clock;
    }

    /// The account of this login, made at the first call.
    public MemoryMailbox mailbox(Login login) {
        return mailboxes.computeIfAbsent(login, any -> new MemoryMailbox(clock));
    }

    /// From now on every sign-in is refused with these lines.
    public void refuseWith(String... lines) {
        refusal = List.of(lines);
    }

    /// From now on this one's sign-ins are refused with these lines.
    public void refuse(Login login, String... lines) {
        refusals.put(login, List.of(lines));
    }

    /// From now on nobody gets through.
    public void beUnreachable(String what) {
        trouble = what;
    }

    /// Takes back [#refuseWith] and [#beUnreachable].
    public void acceptAgain() {
        refusal = null;
        trouble = null;
    }

    /// How often somebody tried to sign in.
    public int attempts() {
        return attempts.get();
    }

    @Override
    public CompletionStage<Opening> open(ServerAddress server, Login login) {
        attempts.incrementAndGet();
        String unreachable = trouble;
        if (unreachable != null) {
            return CompletableFuture.completedFuture(new Opening.Unreachable(unreachable));
        }
        List<String> everybodys = refusal;
        List<String> lines = everybodys == null ? refusals.get(login) : everybodys;
        if (lines != null) {
            return refused(lines);
        }
        MemoryMailbox mailbox = mailboxes.get(login);
        return mailbox == null
                ? refused(List.of("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)"))
                : CompletableFuture.completedFuture(new Opening.Open(mailbox.connect()));
    }

    private static CompletionStage<Opening> refused(List<String> lines) {
        return CompletableFuture.completedFuture(new Opening.Refused(new ServerRefusal(MailProtocol.IMAP, lines)));
    }
}
