package pl.odzew.mailbox.watch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.intake.UidValidity;

/// One account of a [MemoryMailConnector], as a buyer or the provider acts on it. Safe for use by several
/// threads.
public final class MemoryMailbox {

    public static final String INBOX = "INBOX";
    public static final String SENT = "[Gmail]/Wysłane";

    /// As at Gmail: unique within the account, whatever the folder.
    private long nextGmailId = 1_800_000_000_000_000_001L;

    private @Nullable String locked;

    private final Clock clock;
    private final Map<String, Folder> folders = new LinkedHashMap<>();
    private final List<MemoryMailConnection> connections = new ArrayList<>();

    MemoryMailbox(Clock clock) {
        this.clock = clock;
        folders.put(INBOX, new Folder());
        folders.put(SENT, new Folder());
    }

    /// Puts a mail into INBOX and tells the connections that idle there.
    public Uid deliver(String mail) {
        return deliver(INBOX, mail, clock.instant());
    }

    public Uid fileIntoSent(String mail) {
        return deliver(SENT, mail, clock.instant());
    }

    /// Files a mail that belongs to a thread.
    public Uid fileIntoSent(String mail, String threadId) {
        return deliver(SENT, mail, clock.instant(), threadId);
    }

    public Uid deliver(String folder, String mail, Instant receivedAt) {
        return deliver(folder, mail, receivedAt, null);
    }

    private Uid deliver(String folder, String mail, Instant receivedAt, @Nullable String threadId) {
        Uid uid;
        List<MemoryMailConnection> listening;
        synchronized (this) {
            Folder there = folder(folder);
            uid = new Uid(there.uidNext++);
            byte[] bytes = mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            String gmailId = Long.toString(nextGmailId++);
            there.mails.put(
                    uid, new RawMail(uid, receivedAt, gmailId, threadId == null ? gmailId : threadId, bytes, false));
            listening = List.copyOf(connections);
        }
        listening.forEach(connection -> connection.announced(folder));
        return uid;
    }

    public synchronized void expunge(String folder, Uid uid) {
        folder(folder).mails.remove(uid);
    }

    /// Numbers every mail anew under another UIDVALIDITY, as after a restore.
    public synchronized void renumber(String folder) {
        Folder there = folder(folder);
        Folder anew = new Folder();
        anew.validity = there.validity + 1;
        for (RawMail mail : there.mails.values()) {
            Uid uid = new Uid(anew.uidNext++);
            anew.mails.put(
                    uid,
                    new RawMail(
                            uid, mail.receivedAt(), mail.gmailMessageId(), mail.gmailThreadId(), mail.bytes(), false));
        }
        folders.put(folder, anew);
    }

    /// Every open connection ends as if the network had gone.
    public void dropConnections() {
        end(MailConnectionException.Code.CONNECTION_LOST, "the network is gone");
    }

    /// Every open connection ends as if the server had said `* BYE`.
    public void sayBye(String words) {
        end(MailConnectionException.Code.SERVER_CLOSED, words);
    }

    /// From now on no folder can be opened, and the server says so.
    public synchronized void lock(String words) {
        locked = words;
    }

    public synchronized void unlock() {
        locked = null;
    }

    synchronized void refuseWhenLocked() {
        if (locked != null) {
            throw new MailConnectionException(MailConnectionException.Code.COMMAND_REFUSED, locked);
        }
    }

    public synchronized int openConnections() {
        return connections.size();
    }

    private void end(MailConnectionException.Code code, String message) {
        List<MemoryMailConnection> open;
        synchronized (this) {
            open = List.copyOf(connections);
        }
        open.forEach(connection -> connection.end(code, message));
    }

    synchronized MemoryMailConnection connect() {
        MemoryMailConnection connection = new MemoryMailConnection(this);
        connections.add(connection);
        return connection;
    }

    synchronized void forget(MemoryMailConnection connection) {
        connections.remove(connection);
    }

    synchronized MailConnection.FolderState state(String name) {
        Folder folder = folder(name);
        return new MailConnection.FolderState(
                new UidValidity(folder.validity), new Uid(folder.uidNext), folder.mails.size());
    }

    synchronized boolean has(String name) {
        return folders.containsKey(name);
    }

    synchronized List<RawMail> mails(String name) {
        return List.copyOf(folder(name).mails.values());
    }

    private Folder folder(String name) {
        Folder folder = folders.get(name);
        if (folder == null) {
            throw new IllegalArgumentException("no such folder");
        }
        return folder;
    }

    private static final class Folder {
        private long validity = 1;
        private long uidNext = 1;
        private final Map<Uid, RawMail> mails = new LinkedHashMap<>();
    }
}
