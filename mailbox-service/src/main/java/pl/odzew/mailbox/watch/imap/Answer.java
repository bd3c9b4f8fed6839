package pl.odzew.mailbox.watch.imap;

import java.util.List;
import java.util.stream.Stream;

/// Everything that a server said to one command, whether it agreed or not.
///
/// @param status the line that ended it
/// @param data the untagged data before it
/// @param notices the untagged status lines before it
record Answer(Response.Status status, List<Response.Data> data, List<Response.Status> notices) {

    Answer {
        data = List.copyOf(data);
        notices = List.copyOf(notices);
    }

    boolean agreed() {
        return status.kind() == Response.Kind.OK;
    }

    Stream<Response.Data> data(String name) {
        return data.stream().filter(response -> response.name().equals(name));
    }

    /// Every status line, the one that ended the command last.
    Stream<Response.Status> statuses() {
        return Stream.concat(notices.stream(), Stream.of(status));
    }
}
