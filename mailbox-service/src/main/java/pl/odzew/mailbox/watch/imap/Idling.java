package pl.odzew.mailbox.watch.imap;

import java.time.Duration;

/// A wait for mail that another call may end; lives on the session's event loop.
sealed interface Idling permits Listening, Polling {

    void start(Duration atMost);

    /// Ends it as soon as the protocol allows; without effect when it is over.
    void end();
}
