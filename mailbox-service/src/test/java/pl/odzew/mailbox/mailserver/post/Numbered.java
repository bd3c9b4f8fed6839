package pl.odzew.mailbox.mailserver.post;

import java.util.NavigableMap;
import java.util.TreeMap;

/// A folder's numbering: which mail, by its Gmail id, has which UID. Guarded by its account.
final class Numbered {

    private final NavigableMap<Long, Long> mailByUid = new TreeMap<>();
    private long uidValidity;
    private long uidNext;

    Numbered(long uidValidity, long uidNext) {
        this.uidValidity = uidValidity;
        this.uidNext = uidNext;
    }

    long add(long mail) {
        long uid = uidNext;
        put(uid, mail);
        return uid;
    }

    void put(long uid, long mail) {
        mailByUid.put(uid, mail);
        uidNext = Math.max(uidNext, uid + 1);
    }

    void remove(long uid) {
        mailByUid.remove(uid);
    }

    /// Begins a new numbering, as a server does that lost its old one.
    void renumber() {
        mailByUid.clear();
        uidValidity++;
        uidNext = 1;
    }

    NavigableMap<Long, Long> mails() {
        return mailByUid;
    }

    Ledger.Numbering state() {
        return new Ledger.Numbering(uidValidity, uidNext);
    }
}
