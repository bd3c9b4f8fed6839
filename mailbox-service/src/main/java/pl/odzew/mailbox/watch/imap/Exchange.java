package pl.odzew.mailbox.watch.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One command under way and what came back so far; lives on the session's event loop.
class Exchange {

    /// As many lines of a refusal, each as long, as are handed out.
    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 2_000;

    /// Gives up a sign-in that the server wants to go on with (RFC 3501 §6.2.2).
    private static final byte[] CANCEL = {'*', '\r', '\n'};

    /// What is said only to hear a refusal: the question before it is a part of that.
    private static final int EMPTY_LINE = 2;

    private final @Nullable Command command;
    private final CompletableFuture<Answer> result = new CompletableFuture<>();
    private final List<Response.Data> data = new ArrayList<>();
    private final List<Response.Status> notices = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int sent;

    /// @param command absent while the greeting is awaited
    Exchange(@Nullable Command command) {
        this.command = command;
    }

    CompletableFuture<Answer> result() {
        return result;
    }

    String name() {
        return command == null ? "greeting" : command.name();
    }

    Limits limits() {
        return command == null ? Limits.SMALL : command.limits();
    }

    /// The status lines and challenges that came, word for word.
    List<String> lines() {
        return List.copyOf(lines);
    }

    /// What is to be sent next; when the server asks for more than there is, the command is given up.
    byte[] nextPart() {
        return command != null && sent < command.parts().size()
                ? command.parts().get(sent++)
                : CANCEL;
    }

    /// The server asks for the rest of the command.
    void asked(ImapSession session, Response.Continuation asked) {
        if (command == null) {
            throw new ProtocolViolation("asked for the rest of nothing");
        }
        boolean hadSaidAll = sent == command.parts().size();
        byte[] next = nextPart();
        if (hadSaidAll || next.length == EMPTY_LINE) {
            keep("+ " + asked.text());
        }
        session.write(next);
    }

    void told(Response.Data response) {
        data.add(response);
    }

    void told(Response.Status notice) {
        notices.add(notice);
        keep(notice.line());
    }

    /// The line came that ends the command; [#complete] tells whoever waits for it.
    void ended(Response.Status status) {
        keep(status.line());
    }

    void complete(Response.Status status) {
        result.complete(new Answer(status, data, notices));
    }

    private void keep(String line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
        }
    }
}
