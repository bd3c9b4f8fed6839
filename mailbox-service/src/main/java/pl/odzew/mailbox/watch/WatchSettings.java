package pl.odzew.mailbox.watch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// How a mailbox is watched.
///
/// @param batch how many mails are fetched by one command
/// @param maxMailBytes what is longer is read cut
/// @param bytesADay how much of one mailbox is read within 24 hours
/// @param renewIdle after which time a silent connection is tried; at most 9 minutes, since NATs forget after
///     10 to 15
/// @param lasting a connection that lived for so long has proved itself, and the back-off starts anew after it
/// @param unreachableAfter after which time without an answer the seller is told
/// @param sentEvery how often at most the Sent folder is looked into for a person's answers
/// @param readAgain how far back mails are read again when the server numbers them anew
public record WatchSettings(
        int batch,
        int maxMailBytes,
        long bytesADay,
        Duration renewIdle,
        Duration lasting,
        Duration unreachableAfter,
        Duration sentEvery,
        Duration readAgain,
        Backoff backoff) {

    public WatchSettings {
        requireNonNull(renewIdle, "renewIdle is null");
        requireNonNull(lasting, "lasting is null");
        requireNonNull(unreachableAfter, "unreachableAfter is null");
        requireNonNull(sentEvery, "sentEvery is null");
        requireNonNull(readAgain, "readAgain is null");
        requireNonNull(backoff, "backoff is null");
        if (batch < 1 || maxMailBytes < 1) {
            throw new IllegalArgumentException("a batch of at least one mail of at least one byte expected");
        }
    }
}
