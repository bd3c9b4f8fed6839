package pl.odzew.mailbox.mailserver.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.Ledger;

/// Answers `LIST` (RFC 3501 §6.3.8, RFC 5258, RFC 6154) and `STATUS`.
final class FolderListing {

    private FolderListing() {}

    /// The lines of a `LIST`, `LSUB` or `XLIST`. Gmail names the special uses whether it is asked for
    /// them or not.
    static List<String> list(ImapCommand command, boolean utf8) {
        List<Node> arguments = new ArrayList<>(command.arguments());
        boolean onlySpecial = !arguments.isEmpty()
                && arguments.getFirst() instanceof Node.Group selection
                && selection.nodes().stream()
                        .anyMatch(option -> option.keyword().equals("SPECIAL-USE"));
        if (!arguments.isEmpty() && arguments.getFirst() instanceof Node.Group) {
            arguments.removeFirst();
        }
        if (arguments.size() < 2) {
            throw new ImapSyntaxException(command.tag(), "Missing argument to LIST");
        }
        String reference = arguments.get(0).string();
        List<String> patterns =
                arguments.get(1).members().stream().map(Node::string).toList();
        if (patterns.equals(List.of(""))) {
            return List.of(command.name() + " (\\Noselect) \"/\" \"\"");
        }
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries(utf8)) {
            boolean wanted = patterns.stream().anyMatch(pattern -> matches(reference + pattern, entry.name()));
            if (wanted && (!onlySpecial || entry.special())) {
                lines.add(command.name() + " (" + entry.attributes() + ") \"/\" \"" + entry.name() + "\"");
            }
        }
        return lines;
    }

    private record Entry(String name, String attributes, boolean special) {}

    private static List<Entry> entries(boolean utf8) {
        Entry parent = new Entry("[Gmail]", "\\HasChildren \\Noselect", false);
        return Stream.concat(
                        Stream.of(entry(Folder.INBOX, utf8), parent),
                        Stream.of(Folder.values()).skip(1).map(folder -> entry(folder, utf8)))
                .toList();
    }

    private static Entry entry(Folder folder, boolean utf8) {
        boolean special = !folder.specialUse().isEmpty();
        return new Entry(
                utf8 ? folder.readableName() : folder.wireName(),
                "\\HasNoChildren" + (special ? " " + folder.specialUse() : ""),
                special);
    }

    private static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            regex.append(
                    switch (c) {
                        case '*' -> ".*";
                        case '%' -> "[^/]*";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return Pattern.compile(regex.toString(), name.equals("INBOX") ? Pattern.CASE_INSENSITIVE : 0)
                .matcher(name)
                .matches();
    }

    static String status(Account account, Folder folder, String name, List<Node> items) {
        Ledger.Numbering numbering = account.numbering(folder);
        List<String> values = new ArrayList<>();
        for (Node item : items) {
            String value = item.keyword();
            long count = switch (value) {
                case "MESSAGES" -> account.uids(folder).size();
                case "RECENT" -> 0;
                case "UIDNEXT" -> numbering.uidNext();
                case "UIDVALIDITY" -> numbering.uidValidity();
                case "UNSEEN" ->
                    account.mails(folder).stream()
                            .filter(mail -> !mail.flags().contains("\\Seen"))
                            .count();
                default -> throw new ImapSyntaxException("Unknown status item: " + value.toLowerCase(Locale.ROOT));
            };
            values.add(value + " " + count);
        }
        return "STATUS \"" + name + "\" (" + String.join(" ", values) + ")";
    }
}
