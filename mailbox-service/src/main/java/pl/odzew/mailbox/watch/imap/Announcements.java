package pl.odzew.mailbox.watch.imap;

/// What the server announces unasked about the open folder, in whichever command's answer it comes.
///
/// An arrival that is announced inside the answer to a `FETCH` is announced once: where it is not kept until the
/// next `IDLE`, the mail waits for the next one (101 seconds were seen).
final class Announcements {

    private long exists;
    private boolean arrived;

    void see(Response.Data data) {
        switch (data.name()) {
            case "EXISTS" -> {
                arrived |= data.number() > exists;
                exists = data.number();
            }
            case "EXPUNGE" -> exists = Math.max(0, exists - 1);
            default -> {}
        }
    }

    long exists() {
        return exists;
    }

    boolean arrived() {
        return arrived;
    }

    /// The folder is opened, or a search for new mails is sent: what was announced until now will be seen by it.
    void clear() {
        arrived = false;
    }

    /// Whether something arrived since it was last asked or cleared.
    boolean take() {
        boolean taken = arrived;
        arrived = false;
        return taken;
    }
}
