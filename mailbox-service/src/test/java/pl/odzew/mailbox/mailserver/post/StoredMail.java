package pl.odzew.mailbox.mailserver.post;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A mail in an account. It lies in several folders at once, under another UID in each, as Gmail's labels
/// have it.
///
/// @param gmailMessageId `X-GM-MSGID`
/// @param gmailThreadId `X-GM-THRID`
/// @param receivedAt `INTERNALDATE`, though that shows whole seconds only
public record StoredMail(
        long gmailMessageId,
        long gmailThreadId,
        Instant receivedAt,
        byte[] bytes,
        Map<Folder, Long> uids,
        Set<String> flags) {

    public StoredMail {
        uids = Map.copyOf(uids);
        flags = Set.copyOf(flags);
    }

    public long uidIn(Folder folder) {
        return uids.getOrDefault(folder, 0L);
    }

    public boolean isIn(Folder folder) {
        return uids.containsKey(folder);
    }

    public Rfc5322 content() {
        return new Rfc5322(bytes);
    }

    StoredMail at(Folder folder, long uid) {
        Map<Folder, Long> moved = new EnumMap<>(Folder.class);
        moved.putAll(uids);
        moved.put(folder, uid);
        return new StoredMail(gmailMessageId, gmailThreadId, receivedAt, bytes, moved, flags);
    }

    StoredMail without(Folder folder) {
        Map<Folder, Long> left = new EnumMap<>(Folder.class);
        left.putAll(uids);
        left.remove(folder);
        return new StoredMail(gmailMessageId, gmailThreadId, receivedAt, bytes, left, flags);
    }

    StoredMail flagged(String flag) {
        Set<String> more = new TreeSet<>(flags);
        more.add(flag);
        return new StoredMail(gmailMessageId, gmailThreadId, receivedAt, bytes, uids, more);
    }
}
