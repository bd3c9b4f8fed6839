package pl.odzew.mailbox.mailserver.post;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A Gmail account: what it holds, who may sign in, and what goes wrong with it at present.
///
/// Safe for use by many threads. What is changed is in the ledger when a method returns, and watchers
/// have been told.
public final class Account {

    private final PostOffice office;
    private final String address;
    private final Map<Long, StoredMail> mails = new TreeMap<>();
    private final Map<Folder, Numbered> folders = new EnumMap<>(Folder.class);
    private final Map<String, Long> threadByMessageId = new HashMap<>();
    private final Map<Folder, List<Runnable>> watchers = new EnumMap<>(Folder.class);
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final Queue<SubmissionFault> faults = new ArrayDeque<>();
    private String name;
    private String password;
    private @Nullable String appPassword;
    private LoginPolicy policy;
    private @Nullable Refusal refusal;
    private @Nullable String token;

    Account(PostOffice office, Ledger.AccountState state, List<StoredMail> kept) {
        this.office = office;
        address = state.address();
        name = state.name();
        password = state.password();
        appPassword = state.appPassword();
        policy = state.policy();
        refusal = state.refusal();
        for (Folder folder : Folder.values()) {
            Ledger.Numbering numbering = state.folders().get(folder);
            folders.put(folder, new Numbered(numbering.uidValidity(), numbering.uidNext()));
            watchers.put(folder, new CopyOnWriteArrayList<>());
        }
        kept.forEach(this::remember);
    }

    public String address() {
        return address;
    }

    /// Whose it is, for people.
    public synchronized String name() {
        return name;
    }

    public synchronized void rename(String newName) {
        name = newName;
        save();
    }

    // Who may sign in

    public synchronized LoginPolicy policy() {
        return policy;
    }

    public synchronized Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    public synchronized void changePassword(String newPassword) {
        password = newPassword;
        save();
    }

    /// The seller made an app password; 16 letters, compared exactly as a server does, so spaces are wrong.
    public synchronized void createAppPassword(String newAppPassword) {
        appPassword = newAppPassword;
        save();
    }

    /// From now on this access token opens the account by XOAUTH2, and no older one.
    public synchronized void takeToken(String accessToken) {
        token = accessToken;
    }

    /// Whether a token opens it; only while nothing is refused.
    public synchronized boolean opensTo(String accessToken) {
        return refusal == null && accessToken.equals(token);
    }

    public synchronized void changePolicy(LoginPolicy newPolicy) {
        policy = newPolicy;
        save();
    }

    public void refuse(RefusalCase kind) {
        refuse(Refusal.of(kind));
    }

    /// From now on; who is signed in stays so, see [#dropConnections].
    public synchronized void refuse(Refusal newRefusal) {
        refusal = newRefusal;
        save();
    }

    /// Ends a refusal; the policy stays.
    public synchronized void acceptAgain() {
        refusal = null;
        save();
    }

    synchronized LoginAnswer judge(Protocol protocol, String offered) {
        if (refusal != null && refusal.kind() == RefusalCase.HANG) {
            return new LoginAnswer.Silence();
        }
        if (refusal != null && refusal.kind() == RefusalCase.DROP) {
            return new LoginAnswer.Cut();
        }
        if (refusal != null
                && refusal.kind() != RefusalCase.DAILY_SENDING_LIMIT
                && !refusal.lines(protocol).isEmpty()) {
            return new LoginAnswer.Refused(refusal.lines(protocol));
        }
        if (offered.equals(appPassword) || policy == LoginPolicy.ANY_PASSWORD && offered.equals(password)) {
            return tooMany(protocol)
                    ? refused(RefusalCase.TOO_MANY_CONNECTIONS, protocol)
                    : new LoginAnswer.Accepted(this);
        }
        return refused(
                policy == LoginPolicy.APP_PASSWORDS_ONLY
                        ? RefusalCase.APP_PASSWORD_REQUIRED
                        : RefusalCase.INVALID_CREDENTIALS,
                protocol);
    }

    private boolean tooMany(Protocol protocol) {
        return protocol == Protocol.IMAP && openConnections(Protocol.IMAP) >= office.connectionsPerAccount();
    }

    private static LoginAnswer refused(RefusalCase kind, Protocol protocol) {
        return new LoginAnswer.Refused(kind.lines(protocol));
    }

    public List<LoginAttempt> logins() {
        return office.logins(address);
    }

    // Connections

    public void connected(Connection connection) {
        connections.add(connection);
    }

    public void disconnected(Connection connection) {
        connections.remove(connection);
    }

    public int openConnections() {
        return connections.size();
    }

    public int openConnections(Protocol protocol) {
        return (int) connections.stream()
                .filter(connection -> connection.protocol() == protocol)
                .count();
    }

    /// Ends every open connection at once: `* BYE Session expired, please login again.`
    public void dropConnections() {
        connections.forEach(Connection::expire);
    }

    // Sending

    /// The lines that refuse `MAIL FROM`; empty when sending is allowed.
    public synchronized List<String> sendingRefused() {
        return refusal != null && refusal.kind() == RefusalCase.DAILY_SENDING_LIMIT
                ? refusal.lines(Protocol.SMTP)
                : List.of();
    }

    /// The next submission that comes to its end meets this; call it again for the one after it.
    public synchronized void failNextSubmission(SubmissionFault fault) {
        faults.add(fault);
    }

    public synchronized Optional<SubmissionFault> takeFault() {
        return Optional.ofNullable(faults.poll());
    }

    // Mails

    /// Delivers a letter to the inbox, with the lines on top that Gmail puts there.
    public StoredMail receive(Letter letter) {
        long id = office.nextId();
        return put(id, Folder.INBOX, DeliveryStamp.put(letter, address, id, office.now()));
    }

    /// Lays a mail into a folder as it is, such as an answer that the seller wrote by hand into [Folder#SENT].
    public StoredMail file(Folder folder, byte[] bytes) {
        return put(office.nextId(), folder, bytes);
    }

    private StoredMail put(long id, Folder folder, byte[] bytes) {
        StoredMail mail;
        synchronized (this) {
            Map<Folder, Long> uids = new EnumMap<>(Folder.class);
            uids.put(folder, folders.get(folder).add(id));
            if (folder == Folder.INBOX || folder == Folder.SENT || folder == Folder.DRAFTS) {
                uids.put(Folder.ALL_MAIL, folders.get(Folder.ALL_MAIL).add(id));
            }
            mail = new StoredMail(id, thread(id, new Rfc5322(bytes)), office.now(), bytes, uids, Set.of());
            office.ledger().save(address, mail);
            remember(mail);
        }
        mail.uids().keySet().forEach(this::tell);
        return mail;
    }

    /// Takes a mail out of a folder, as a person does who archives it; from [Folder#ALL_MAIL]: deletes it.
    public void remove(Folder folder, long uid) {
        synchronized (this) {
            StoredMail mail = mail(folder, uid).orElseThrow();
            // The ledger finds the next UID from the mails that are there, unless it is told.
            save();
            if (folder == Folder.ALL_MAIL) {
                forget(mail);
            } else {
                replace(mail.without(folder));
                folders.get(folder).remove(uid);
            }
        }
        List.of(Folder.values()).forEach(this::tell);
    }

    /// Gives a folder a new `UIDVALIDITY` and its mails new UIDs, from 1 on; ends the connections, as a
    /// server must.
    public void renumber(Folder folder) {
        synchronized (this) {
            List<StoredMail> inIt = mails(folder);
            folders.get(folder).renumber();
            inIt.forEach(mail -> replace(mail.at(folder, folders.get(folder).add(mail.gmailMessageId()))));
            save();
        }
        dropConnections();
    }

    public synchronized void flag(Folder folder, long uid, String flag) {
        mail(folder, uid).filter(mail -> !mail.flags().contains(flag)).ifPresent(mail -> replace(mail.flagged(flag)));
    }

    /// In the order of their UIDs.
    public synchronized List<StoredMail> mails(Folder folder) {
        return folders.get(folder).mails().values().stream().map(mails::get).toList();
    }

    public synchronized Optional<StoredMail> mail(Folder folder, long uid) {
        return Optional.ofNullable(folders.get(folder).mails().get(uid)).map(mails::get);
    }

    /// The folder's UIDs, ascending.
    public synchronized List<Long> uids(Folder folder) {
        return List.copyOf(folders.get(folder).mails().keySet());
    }

    public synchronized Ledger.Numbering numbering(Folder folder) {
        return folders.get(folder).state();
    }

    /// Runs the note whenever mails came into the folder or left it, in the thread that changed it, so it must
    /// be quick.
    ///
    /// @return ends the watch
    public Runnable watch(Folder folder, Runnable note) {
        watchers.get(folder).add(note);
        return () -> watchers.get(folder).remove(note);
    }

    private void tell(Folder folder) {
        watchers.get(folder).forEach(Runnable::run);
    }

    private void remember(StoredMail mail) {
        mails.put(mail.gmailMessageId(), mail);
        mail.uids().forEach((folder, uid) -> folders.get(folder).put(uid, mail.gmailMessageId()));
        mail.content().first("Message-ID").ifPresent(id -> threadByMessageId.put(id, mail.gmailThreadId()));
    }

    private void replace(StoredMail mail) {
        office.ledger().save(address, mail);
        mails.put(mail.gmailMessageId(), mail);
    }

    private void forget(StoredMail mail) {
        office.ledger().delete(address, mail);
        mails.remove(mail.gmailMessageId());
        mail.uids().forEach((folder, uid) -> folders.get(folder).remove(uid));
    }

    /// Gmail begins a thread with the mail's own id, and joins what refers to a mail that it has.
    private long thread(long ownId, Rfc5322 mail) {
        String references = mail.first("In-Reply-To").orElse("") + " "
                + mail.first("References").orElse("");
        return List.of(references.strip().split("\\s+")).stream()
                .filter(threadByMessageId::containsKey)
                .findFirst()
                .map(threadByMessageId::get)
                .orElse(ownId);
    }

    void save() {
        Map<Folder, Ledger.Numbering> numbers = new EnumMap<>(Folder.class);
        folders.forEach((folder, numbered) -> numbers.put(folder, numbered.state()));
        office.ledger().save(new Ledger.AccountState(address, name, password, appPassword, policy, refusal, numbers));
    }
}
