package pl.odzew.mailbox.watch.imap;

import java.nio.charset.StandardCharsets;

/// `IDLE` (RFC 2177): from the server's `+` on it announces, until we say `DONE`.
final class IdleExchange extends Exchange {

    private static final byte[] DONE = "DONE\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ImapSession session;
    private final Announcements announcements;
    private final Runnable whenIdling;
    private boolean idling;
    private boolean ending;

    /// @param whenIdling called when the server has agreed to announce
    IdleExchange(ImapSession session, Announcements announcements, Runnable whenIdling) {
        super(Command.of("IDLE"));
        this.session = session;
        this.announcements = announcements;
        this.whenIdling = whenIdling;
    }

    @Override
    void asked(ImapSession ignored, Response.Continuation asked) {
        if (idling) {
            throw new ProtocolViolation("idles twice");
        }
        idling = true;
        if (ending || announcements.arrived()) {
            ending = true;
            sayDone();
        } else {
            session.pauseClock();
            whenIdling.run();
        }
    }

    @Override
    void told(Response.Data response) {
        if (announcements.arrived()) {
            end();
        }
    }

    /// Ends it as soon as the protocol allows.
    void end() {
        if (ending) {
            return;
        }
        ending = true;
        if (idling) {
            sayDone();
        }
    }

    private void sayDone() {
        session.write(DONE);
        session.startClock();
    }
}
