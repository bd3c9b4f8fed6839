package pl.odzew.mailbox.mailserver.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.Ledger;
import pl.odzew.mailbox.mailserver.post.StoredMail;

/// The folder that a session has open, as the client knows it: message numbers stay until the client is
/// told otherwise.
final class SelectedFolder {

    private final Account account;
    private final Folder folder;
    private final boolean readOnly;
    private final Replies replies;
    private final List<Long> known;

    SelectedFolder(Account account, Folder folder, boolean readOnly, Replies replies) {
        this.account = account;
        this.folder = folder;
        this.readOnly = readOnly;
        this.replies = replies;
        known = new ArrayList<>(account.uids(folder));
    }

    Folder folder() {
        return folder;
    }

    void introduce(ImapCommand command) throws IOException {
        Ledger.Numbering numbering = account.numbering(folder);
        replies.untagged("FLAGS (\\Answered \\Flagged \\Draft \\Deleted \\Seen $NotPhishing $Phishing)");
        replies.untagged("OK [PERMANENTFLAGS ()] Flags permitted.");
        replies.untagged("OK [UIDVALIDITY " + numbering.uidValidity() + "] UIDs valid.");
        replies.untagged(known.size() + " EXISTS");
        replies.untagged("0 RECENT");
        replies.untagged("OK [UIDNEXT " + numbering.uidNext() + "] Predicted next UID.");
        replies.tagged(
                command,
                "OK [" + (readOnly ? "READ-ONLY" : "READ-WRITE") + "] " + folder.wireName() + " selected. (Success)");
    }

    /// Tells the client what came and went since it was told last; call it inside [Replies#together].
    ///
    /// @param numbersMayChange false after a command that speaks of message numbers (RFC 3501 §7.4.1)
    void announce(boolean numbersMayChange) throws IOException {
        List<Long> now = account.uids(folder);
        if (numbersMayChange) {
            Set<Long> present = new HashSet<>(now);
            for (int i = known.size() - 1; i >= 0; i--) {
                if (!present.contains(known.get(i))) {
                    known.remove(i);
                    replies.untagged((i + 1) + " EXPUNGE");
                }
            }
        }
        long last = highestUid();
        List<Long> fresh = now.stream().filter(uid -> uid > last).toList();
        if (!fresh.isEmpty()) {
            known.addAll(fresh);
            replies.untagged(known.size() + " EXISTS");
        }
    }

    void fetch(ImapCommand command, boolean byUid) throws IOException {
        SequenceSet wanted = SequenceSet.parse(command.string(0), byUid ? highestUid() : known.size());
        List<FetchItem> items = FetchItem.parse(new Node.Group(command.from(1).stream()
                .flatMap(node -> node.members().stream())
                .toList()));
        FetchItem uid = new FetchItem.Attribute(FetchItem.Name.UID);
        if (byUid && !items.contains(uid)) {
            items.addFirst(uid);
        }
        for (int i = 0; i < known.size(); i++) {
            if (wanted.contains(byUid ? known.get(i) : i + 1)) {
                fetch(i + 1, known.get(i), items);
            }
        }
        replies.tagged(command, "OK Success");
    }

    private void fetch(int number, long uid, List<FetchItem> items) throws IOException {
        boolean reads = items.stream().anyMatch(item -> item instanceof FetchItem.Bytes bytes && bytes.marksAsSeen());
        if (reads && !readOnly) {
            account.flag(folder, uid, "\\Seen");
        }
        Optional<StoredMail> mail = account.mail(folder, uid);
        if (mail.isPresent()) {
            replies.bytes(FetchAnswer.of(number, folder, mail.get(), items));
        }
    }

    void search(ImapCommand command, boolean byUid) throws IOException {
        Predicate<Search.Candidate> condition = new Search(folder, known.size(), highestUid()).all(command.from(0));
        List<Search.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            int number = i + 1;
            account.mail(folder, known.get(i)).ifPresent(mail -> candidates.add(new Search.Candidate(number, mail)));
        }
        String found = candidates.stream()
                .filter(condition)
                .map(hit -> " " + (byUid ? hit.mail().uidIn(folder) : hit.number()))
                .collect(Collectors.joining());
        replies.untagged("SEARCH" + found);
        replies.tagged(command, "OK SEARCH completed (Success)");
    }

    private long highestUid() {
        return known.isEmpty() ? 0 : known.getLast();
    }
}
