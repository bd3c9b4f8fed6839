package pl.odzew.mailbox.watch.imap;

import java.time.Duration;

/// How long we wait for a server.
///
/// @param connect for TCP and TLS
/// @param silence for the next byte of an answer
/// @param answer for a whole answer, however steadily it trickles
/// @param farewell for what may follow a `BYE`
/// @param poll between two looks where the server cannot announce (no `IDLE`)
record Timings(Duration connect, Duration silence, Duration answer, Duration farewell, Duration poll) {

    static Timings of(ImapConfig config) {
        return new Timings(
                config.connectTimeout(),
                config.answerTimeout(),
                config.answerTimeout().multipliedBy(10),
                Duration.ofSeconds(2),
                config.pollEvery());
    }
}
