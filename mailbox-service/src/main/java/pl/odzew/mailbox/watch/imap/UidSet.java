package pl.odzew.mailbox.watch.imap;

import java.util.List;
import pl.odzew.mailbox.intake.Uid;

/// Writes UIDs as briefly as IMAP allows: `3:7,9`.
final class UidSet {

    private UidSet() {}

    /// @param uids at least one
    static String of(List<Uid> uids) {
        List<Long> sorted = uids.stream().map(Uid::value).distinct().sorted().toList();
        StringBuilder set = new StringBuilder();
        long first = sorted.getFirst();
        long last = first;
        for (long uid : sorted.subList(1, sorted.size())) {
            if (uid != last + 1) {
                append(set, first, last);
                first = uid;
            }
            last = uid;
        }
        append(set, first, last);
        return set.toString();
    }

    private static void append(StringBuilder set, long first, long last) {
        set.append(set.isEmpty() ? "" : ",").append(first);
        if (last > first) {
            set.append(':').append(last);
        }
    }
}
