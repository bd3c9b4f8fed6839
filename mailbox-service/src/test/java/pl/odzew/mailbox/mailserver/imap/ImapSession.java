package pl.odzew.mailbox.mailserver.imap;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Connection;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.PostOffice;
import pl.odzew.mailbox.mailserver.post.Protocol;
import pl.odzew.mailbox.mailserver.wire.Wire;

/// One client's conversation, from the greeting to the end.
///
/// Gmail's capabilities are announced word for word. Of those after the sign-in `UIDPLUS`, `MOVE`, `CONDSTORE`,
/// `ESEARCH` and `APPENDLIMIT` are not there, since no reader of ours uses them: they get `BAD`.
public final class ImapSession implements Connection {

    private static final String BEFORE_LOGIN = "CAPABILITY IMAP4rev1 UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN"
            + " X-GM-EXT-1 XYZZY SASL-IR AUTH=XOAUTH2 AUTH=PLAIN AUTH=PLAIN-CLIENTTOKEN AUTH=OAUTHBEARER AUTH=XOAUTH";
    private static final String AFTER_LOGIN = "CAPABILITY IMAP4rev1 UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN"
            + " X-GM-EXT-1 UIDPLUS COMPRESS=DEFLATE ENABLE MOVE CONDSTORE ESEARCH UTF8=ACCEPT LIST-EXTENDED LIST-STATUS"
            + " LITERAL- SPECIAL-USE APPENDLIMIT=35651584";
    private static final String WHO_WE_ARE = "ID (\"name\" \"GImap\" \"vendor\" \"Google, Inc.\" \"support-url\""
            + " \"http://support.google.com/mail\" \"version\" \"gmail_imap_odzew\" \"remote-host\" \"%s\")";

    private final Wire wire;
    private final CommandReader reader;
    private final Replies replies;
    private final SignIn signIn;
    private @Nullable Account account;
    private @Nullable SelectedFolder selected;
    private Runnable endOfWatch = () -> {};
    private boolean utf8;
    private boolean idling;
    private boolean over;

    private ImapSession(Wire wire, PostOffice office) {
        this.wire = wire;
        reader = new CommandReader(wire);
        replies = new Replies(wire);
        signIn = new SignIn(office, wire, reader, replies);
    }

    /// Talks until either side takes leave.
    public static void hold(Wire wire, PostOffice office) throws IOException {
        ImapSession session = new ImapSession(wire, office);
        try {
            session.talk();
        } finally {
            session.leave();
        }
    }

    @Override
    public Protocol protocol() {
        return Protocol.IMAP;
    }

    @Override
    public void expire() {
        replies.farewell("BYE Session expired, please login again.");
    }

    private void talk() throws IOException {
        replies.untagged("OK Gimap ready for requests from " + wire.peer() + " 5b1f17b1804b1odzew");
        while (!over) {
            try {
                ImapCommand command = reader.next();
                if (command == null) {
                    return;
                }
                answer(command);
            } catch (ImapSyntaxException e) {
                replies.line(e.tag() + " BAD " + e.getMessage());
            }
        }
    }

    private void answer(ImapCommand command) throws IOException {
        try {
            switch (command.name()) {
                // These hear more from the client before they are done, so announcements must be able to pass.
                case "LOGIN" -> welcome(command, signIn.login(notSignedIn(command)));
                case "AUTHENTICATE" -> welcome(command, signIn.authenticate(notSignedIn(command)));
                case "IDLE" -> idle(command);
                default -> replies.together(() -> execute(command));
            }
        } catch (ImapSyntaxException e) {
            throw e.under(command.tag());
        }
    }

    private void execute(ImapCommand command) throws IOException {
        switch (command.name()) {
            case "CAPABILITY" -> untaggedAndDone(command, account == null ? BEFORE_LOGIN : AFTER_LOGIN);
            case "ID" -> untaggedAndDone(command, WHO_WE_ARE.formatted(wire.peer()));
            case "NOOP", "CHECK" -> {
                announce(true);
                done(command);
            }
            case "LOGOUT" -> {
                replies.untagged("BYE LOGOUT Requested");
                replies.tagged(command, "OK 73 good day (Success)");
                over = true;
            }
            case "NAMESPACE" -> {
                account(command);
                untaggedAndDone(command, "NAMESPACE ((\"\" \"/\")) NIL NIL");
            }
            case "ENABLE" -> {
                account(command);
                utf8 = command.arguments().stream()
                        .anyMatch(wanted -> wanted.keyword().equals("UTF8=ACCEPT"));
                untaggedAndDone(command, utf8 ? "ENABLED UTF8=ACCEPT" : "ENABLED");
            }
            case "COMPRESS" -> compress(command);
            case "LIST", "LSUB", "XLIST" -> {
                account(command);
                for (String line : FolderListing.list(command, utf8)) {
                    replies.untagged(line);
                }
                done(command);
            }
            case "STATUS" -> status(command);
            case "SELECT" -> open(command, false);
            case "EXAMINE" -> open(command, true);
            case "CLOSE", "UNSELECT" -> {
                selected(command);
                closeFolder();
                replies.tagged(command, "OK Returned to authenticated state. (Success)");
            }
            case "FETCH" -> {
                selected(command).fetch(command, false);
                announce(false);
            }
            case "SEARCH" -> {
                selected(command).search(command, false);
                announce(false);
            }
            case "UID FETCH" -> {
                selected(command).fetch(command, true);
                announce(true);
            }
            case "UID SEARCH" -> {
                selected(command).search(command, true);
                announce(true);
            }
            default -> replies.tagged(command, "BAD Unknown command " + command.name());
        }
    }

    private void welcome(ImapCommand command, Optional<Account> accepted) throws IOException {
        if (accepted.isPresent()) {
            account = accepted.get();
            account.connected(this);
            replies.together(() -> {
                replies.untagged(AFTER_LOGIN);
                replies.tagged(command, "OK " + account.address() + " authenticated (Success)");
            });
        }
    }

    private void status(ImapCommand command) throws IOException {
        Optional<Folder> folder = Folder.named(command.string(0));
        if (folder.isEmpty()) {
            unknownFolder(command);
        } else {
            untaggedAndDone(
                    command,
                    FolderListing.status(
                            account(command),
                            folder.get(),
                            command.string(0),
                            command.argument(1).members()));
        }
    }

    private void open(ImapCommand command, boolean readOnly) throws IOException {
        Account owner = account(command);
        closeFolder();
        Optional<Folder> folder = Folder.named(command.string(0));
        if (folder.isEmpty()) {
            unknownFolder(command);
            return;
        }
        // First the watch, then the look: what comes between is announced, not missed.
        endOfWatch = owner.watch(folder.get(), () -> Thread.ofVirtual().start(this::announceWhileIdle));
        selected = new SelectedFolder(owner, folder.get(), readOnly, replies);
        selected.introduce(command);
    }

    private void unknownFolder(ImapCommand command) throws IOException {
        replies.tagged(command, "NO [NONEXISTENT] Unknown Mailbox: " + command.string(0) + " (Failure)");
    }

    private void idle(ImapCommand command) throws IOException {
        account(command);
        replies.together(() -> {
            replies.line("+ idling");
            announce(true);
            idling = true;
        });
        String end = reader.answer();
        replies.together(() -> {
            idling = false;
            replies.tagged(
                    command, end.equalsIgnoreCase("DONE") ? "OK IDLE terminated (Success)" : "BAD Expected DONE");
        });
    }

    private void announceWhileIdle() {
        try {
            replies.together(() -> {
                if (idling) {
                    announce(true);
                }
            });
        } catch (IOException e) {
            wire.cut();
        }
    }

    private void announce(boolean numbersMayChange) throws IOException {
        SelectedFolder open = selected;
        if (open != null) {
            open.announce(numbersMayChange);
        }
    }

    private void compress(ImapCommand command) throws IOException {
        account(command);
        done(command);
        wire.compress();
    }

    private void done(ImapCommand command) throws IOException {
        replies.tagged(command, "OK Success");
    }

    private void untaggedAndDone(ImapCommand command, String line) throws IOException {
        replies.untagged(line);
        done(command);
    }

    private ImapCommand notSignedIn(ImapCommand command) {
        if (account != null) {
            throw new ImapSyntaxException("Already signed in");
        }
        return command;
    }

    private Account account(ImapCommand command) {
        if (account == null) {
            throw new ImapSyntaxException("Not signed in: " + command.name());
        }
        return account;
    }

    private SelectedFolder selected(ImapCommand command) {
        if (selected == null) {
            throw new ImapSyntaxException("No folder open: " + command.name());
        }
        return selected;
    }

    private void closeFolder() {
        endOfWatch.run();
        endOfWatch = () -> {};
        selected = null;
    }

    private void leave() {
        closeFolder();
        if (account != null) {
            account.disconnected(this);
        }
    }
}
