package pl.odzew.mailbox.mailserver.imap;

import java.util.List;

/// A command as it was sent.
///
/// @param name in capitals; `UID FETCH` and its like are one name
record ImapCommand(String tag, String name, List<Node> arguments) {

    Node argument(int index) {
        if (index >= arguments.size()) {
            throw new ImapSyntaxException(tag, "Missing argument to " + name);
        }
        return arguments.get(index);
    }

    String string(int index) {
        return argument(index).string();
    }

    List<Node> from(int index) {
        argument(index);
        return arguments.subList(index, arguments.size());
    }
}
