package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.AuthFailure;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxCredentialChanged;
import pl.odzew.events.mailbox.v1.MailboxDisconnected;
import pl.odzew.events.mailbox.v1.MailboxEvent;
import pl.odzew.events.mailbox.v1.MailboxPaused;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.events.mailbox.v1.MailboxResumed;
import pl.odzew.events.mailbox.v1.MailboxSnapshot;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.events.mailbox.v1.MailboxUnreachable;
import pl.odzew.mailbox.connection.Condition.AuthFailed;
import pl.odzew.mailbox.connection.Condition.Ok;
import pl.odzew.mailbox.connection.Condition.Paused;
import pl.odzew.mailbox.connection.Condition.Probing;
import pl.odzew.mailbox.connection.Condition.Suspect;
import pl.odzew.mailbox.connection.Condition.Troubled;
import pl.odzew.mailbox.connection.Condition.Unreachable;
import pl.odzew.mailbox.refusal.OutageGuard.Ruling;
import pl.odzew.mailbox.refusal.ProviderKey;
import pl.odzew.mailbox.refusal.Suspicion;
import pl.odzew.mailbox.refusal.Verdict;

/// A seller's mailbox; its methods are the legal changes. What has no meaning in a condition changes nothing, what the
/// seller must not ask for throws [IllegalTransitionException].
///
/// An observation belongs to the credential with which it was made: whoever reports one says which it was, and what was
/// seen with an older one changes nothing.
///
/// @param settings what the seller said of his account where its provider's preset does not serve
/// @param version of the last event about it
public record Mailbox(
        MailboxId id,
        SellerId sellerId,
        MailAddress address,
        MailProvider provider,
        AccountSettings settings,
        CredentialShape shape,
        long credentialVersion,
        long version,
        Condition condition) {

    private static final int MAX_ERROR = 1_000;

    /// What is known of a refusal only after it was confirmed.
    private static final Set<AuthFailureReason> DOUBTFUL = EnumSet.of(
            AuthFailureReason.CREDENTIALS_REFUSED, AuthFailureReason.UNEXPLAINED, AuthFailureReason.CONTACT_ADMIN);

    public Mailbox {
        requireNonNull(id, "id is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(address, "address is null");
        requireNonNull(provider, "provider is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(shape, "shape is null");
        requireNonNull(condition, "condition is null");
    }

    /// A new mailbox, after both of its servers took the password.
    public static Change connected(
            SellerId seller, MailAddress address, MailProvider provider, CredentialShape shape, Instant now) {
        return connected(seller, address, provider, AccountSettings.PRESET, shape, now);
    }

    /// As above, at a host of the seller's own.
    public static Change connected(
            SellerId seller,
            MailAddress address,
            MailProvider provider,
            AccountSettings settings,
            CredentialShape shape,
            Instant now) {
        var mailbox =
                new Mailbox(MailboxId.random(), seller, address, provider, settings, shape, 1, 0, new Ok(now, null));
        return mailbox.announced(mailbox.condition, snapshot -> new MailboxConnected(snapshot));
    }

    /// Whose servers it signs in to.
    public ProviderKey providerKey() {
        Servers own = settings.servers();
        return new ProviderKey(own == null ? provider.name() : own.imap().host());
    }

    /// At Gmail a password that does not look like an app password may be refused any day.
    public boolean isAtRisk() {
        return provider == MailProvider.GMAIL && shape == CredentialShape.OTHER;
    }

    /// What it signs in as.
    public String user() {
        String own = settings.user();
        return own == null ? address.value() : own;
    }

    /// These servers took the credential.
    public Change accepted(long credential, Set<MailProtocol> by, Instant now) {
        Optional<Troubled> trouble = trouble();
        if (credential != credentialVersion || trouble.isEmpty()) {
            return Change.none(this);
        }
        return trouble.get().refusedBy().map(by::contains).orElse(true)
                ? recovered(trouble.get(), false, now)
                : Change.none(this);
    }

    /// A server refused the sign-in, in these words.
    ///
    /// @param ruling how a refusal is to be judged that the outage guard covers
    public Change refused(
            long credential, MailProtocol by, Verdict verdict, Patience patience, Ruling ruling, Instant now) {
        if (credential != credentialVersion || condition instanceof Paused) {
            return Change.none(this);
        }
        return switch (verdict) {
            case Verdict.Certain certain ->
                isGuarded(certain) && ruling != Ruling.FREE
                        ? doubtfullyRefused(by, certain, patience, ruling, now)
                        : certainlyRefused(by, certain, patience, now);
            case Verdict.Doubtful doubtful -> doubtfullyRefused(by, doubtful, patience, ruling, now);
            case Verdict.Limit _,
                    Verdict.SessionExpired _,
                    Verdict.Transient _,
                    Verdict.TokenStale _,
                    Verdict.NotTheCredential _ -> nothingLearned();
        };
    }

    /// Whether the outage guard has a say in it: in doubtful words, and in demands to sign in on the web, which say of
    /// many mailboxes at once that our address is distrusted.
    public static boolean isGuarded(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Doubtful _ -> true;
            case Verdict.Certain certain -> certain.reason() == AuthFailureReason.WEB_LOGIN_REQUIRED;
            case Verdict.Limit _,
                    Verdict.SessionExpired _,
                    Verdict.Transient _,
                    Verdict.TokenStale _,
                    Verdict.NotTheCredential _ -> false;
        };
    }

    /// While its provider is doubted it tries now, for all of the provider's.
    public Change canary(Instant now) {
        return condition instanceof Suspect suspect
                ? quietly(new Suspect(suspect.since(), suspect.suspicion(), suspect.alarmedSince(), now))
                : Change.none(this);
    }

    public boolean isCanary() {
        return condition instanceof Suspect suspect && suspect.canaryAt() != null;
    }

    /// The provider has recovered: what was refused meanwhile is not held against the mailbox.
    public Change doubtAnew(Instant now) {
        return condition instanceof Suspect suspect
                ? quietly(new Suspect(suspect.since(), suspect.suspicion().anew(now), suspect.alarmedSince(), null))
                : Change.none(this);
    }

    /// The provider's refusals are believed after all.
    public Change believed(Instant now) {
        return condition instanceof Suspect suspect ? alarm(suspect.suspicion().failure(), now) : Change.none(this);
    }

    /// The server has not answered since `from`, for so long that the seller should know.
    public Change unreachable(Instant from, String what, Instant now) {
        return switch (condition) {
            case Ok _, Suspect _ -> {
                String error = what.length() <= MAX_ERROR ? what : what.substring(0, MAX_ERROR);
                yield announced(
                        new Unreachable(now, error, from), snapshot -> new MailboxUnreachable(snapshot, from, error));
            }
            case AuthFailed _, Unreachable _, Paused _, Probing _ -> nothingLearned();
        };
    }

    /// A check ended, or could not be made, without a word about the credential.
    public Change nothingLearned() {
        return condition instanceof Probing probing ? quietly(probing.before()) : Change.none(this);
    }

    /// The seller asks for a check of the saved credential.
    public Change checking(Instant now) {
        return switch (condition) {
            case Troubled troubled -> quietly(new Probing(now, troubled));
            case Ok _, Probing _ -> Change.none(this);
            case Paused _ -> throw new IllegalTransitionException("a paused mailbox is not checked");
        };
    }

    /// A new password was saved, after both servers took it.
    public Change credentialChanged(CredentialShape newShape, Instant now) {
        return renewed(settings, newShape, now);
    }

    /// The servers were changed, after both of the new ones took the password.
    public Change serversChanged(AccountSettings newSettings, CredentialShape newShape, Instant now) {
        return new Mailbox(
                        id,
                        sellerId,
                        address,
                        MailProvider.OTHER,
                        newSettings,
                        shape,
                        credentialVersion,
                        version,
                        condition)
                .renewed(newSettings, newShape, now);
    }

    private Change renewed(AccountSettings newSettings, CredentialShape newShape, Instant now) {
        var renewed = new Mailbox(
                id, sellerId, address, provider, newSettings, newShape, credentialVersion + 1, version, condition);
        Optional<Troubled> trouble = trouble();
        Condition after = trouble.isPresent() ? new Ok(now, now) : condition;
        Change saved = renewed.announced(after, snapshot -> new MailboxCredentialChanged(snapshot));
        Instant alarmedSince = trouble.map(Troubled::alarmedSince).orElse(null);
        return alarmedSince == null ? saved : saved.after().then(saved, alarmedSince, true);
    }

    public Change paused(Instant now) {
        return switch (condition) {
            case Paused _ -> Change.none(this);
            case Ok _, Troubled _, Probing _ -> announced(new Paused(now), snapshot -> new MailboxPaused(snapshot));
        };
    }

    public Change resumed(Instant now) {
        return switch (condition) {
            case Paused _ -> announced(new Ok(now, now), snapshot -> new MailboxResumed(snapshot));
            case Ok _, Troubled _, Probing _ -> throw new IllegalTransitionException("the mailbox is not paused");
        };
    }

    /// The seller takes it away; nothing follows.
    public Change disconnected(Instant now) {
        MailboxSnapshot snapshot = snapshot(version + 1, MailboxStatus.DISCONNECTED, now);
        return new Change(withVersion(version + 1, condition), List.of(new MailboxDisconnected(snapshot)));
    }

    /// When a refused credential is to be tried again; empty where there is nothing to wait for.
    public Optional<Instant> nextTry(Patience patience) {
        return switch (condition) {
            case Suspect suspect ->
                Optional.of(Optional.ofNullable(suspect.canaryAt())
                        .orElseGet(() -> patience.confirmation().nextTry(suspect.suspicion())));
            case AuthFailed failed -> Optional.of(patience.nextTry(failed.since(), failed.tries()));
            case Ok _, Unreachable _, Probing _, Paused _ -> Optional.empty();
        };
    }

    /// The trouble in which it is, also while that is being checked.
    public Optional<Troubled> trouble() {
        return switch (condition) {
            case Troubled troubled -> Optional.of(troubled);
            case Probing probing -> Optional.of(probing.before());
            case Ok _, Paused _ -> Optional.empty();
        };
    }

    /// What the server said against its credential, if it is refused or doubted.
    public Optional<AuthFailure> failure() {
        return trouble().flatMap(trouble -> switch (trouble) {
            case Suspect suspect -> Optional.of(suspect.suspicion().failure());
            case AuthFailed failed -> Optional.of(failed.failure());
            case Unreachable _ -> Optional.empty();
        });
    }

    private Change certainlyRefused(MailProtocol by, Verdict.Certain certain, Patience patience, Instant now) {
        Optional<Troubled> trouble = trouble();
        if (trouble.orElse(null) instanceof AuthFailed failed) {
            return quietly(failed.triedInVain(newest(failed.failure(), by, certain), patience, now));
        }
        Instant first = trouble.orElse(null) instanceof Suspect suspect
                ? suspect.suspicion().failure().firstRefusedAt()
                : now;
        return alarm(failure(by, certain, first), now);
    }

    private Change doubtfullyRefused(
            MailProtocol by, Verdict.Accusing doubtful, Patience patience, Ruling ruling, Instant now) {
        Troubled trouble = trouble().orElse(null);
        if (trouble instanceof AuthFailed failed) {
            return quietly(failed.triedInVain(newest(failed.failure(), by, doubtful), patience, now));
        }
        Suspect before = trouble instanceof Suspect suspect ? suspect : null;
        Suspicion suspicion =
                patience.confirmation().refused(before == null ? null : before.suspicion(), by, doubtful, now);
        if (ruling != Ruling.HELD && patience.confirmation().isConfirmed(suspicion)) {
            return alarm(suspicion.failure(), now);
        }
        return quietly(new Suspect(
                before == null ? now : before.since(),
                suspicion,
                trouble == null ? null : trouble.alarmedSince(),
                null));
    }

    /// What the seller is shown after a further refusal of the credential he was warned of: another reason calls for
    /// another remedy, but a doubtful one does not take back a certain one.
    private static AuthFailure newest(AuthFailure shown, MailProtocol by, Verdict.Accusing verdict) {
        boolean tellsMore = verdict instanceof Verdict.Certain || DOUBTFUL.contains(shown.reason());
        return tellsMore && shown.reason() != verdict.reason() ? failure(by, verdict, shown.firstRefusedAt()) : shown;
    }

    private static AuthFailure failure(MailProtocol by, Verdict.Accusing verdict, Instant first) {
        return new AuthFailure(verdict.reason(), by, verdict.words(), verdict.helpUrl(), first, verdict.remedies());
    }

    private Change alarm(AuthFailure failure, Instant now) {
        Instant alarmedSince = trouble().map(Troubled::alarmedSince).orElse(failure.firstRefusedAt());
        return announced(
                new AuthFailed(now, failure, 0, alarmedSince), snapshot -> new MailboxAuthFailed(snapshot, failure));
    }

    private Change recovered(Troubled trouble, boolean credentialChanged, Instant now) {
        Change well = quietly(new Ok(now, now));
        Instant alarmedSince = trouble.alarmedSince();
        return alarmedSince == null ? well : well.after().then(well, alarmedSince, credentialChanged);
    }

    private Change then(Change before, Instant brokenSince, boolean credentialChanged) {
        Change recovery =
                announced(condition, snapshot -> new MailboxRecovered(snapshot, brokenSince, credentialChanged));
        var events = new ArrayList<>(before.events());
        events.addAll(recovery.events());
        return new Change(recovery.after(), events);
    }

    private Change quietly(Condition next) {
        return new Change(withVersion(version, next), List.of());
    }

    private Change announced(Condition next, Function<MailboxSnapshot, MailboxEvent> event) {
        Mailbox after = withVersion(version + 1, next);
        return new Change(after, List.of(event.apply(after.snapshot(after.version, next.status(), next.since()))));
    }

    private Mailbox withVersion(long newVersion, Condition next) {
        return new Mailbox(id, sellerId, address, provider, settings, shape, credentialVersion, newVersion, next);
    }

    private MailboxSnapshot snapshot(long snapshotVersion, MailboxStatus status, Instant since) {
        return new MailboxSnapshot(
                id, sellerId, snapshotVersion, address, provider, shape, credentialVersion, status, since);
    }
}
