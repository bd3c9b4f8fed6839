package pl.odzew.mailbox.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.intake.UidValidity;

/// A signed-in IMAP connection: one command at a time, in the order of the calls.
///
/// Stages are completed on the adapter's event loop and fail with [MailConnectionException] alone. After a
/// failure with [MailConnectionException.Code#CONNECTION_LOST] every further call fails in the same way.
public interface MailConnection extends AutoCloseable {

    /// Opens a folder; `SELECT` is never needed, since we change nothing: `EXAMINE`.
    CompletionStage<FolderState> examine(String folder);

    /// The state of a folder that need not be the open one, which stays open (`STATUS`).
    CompletionStage<FolderState> status(String folder);

    /// The folder with the special use `\Sent` (RFC 6154), else the first of the well-known names that exists.
    CompletionStage<@Nullable String> sentFolder();

    /// UIDs of the open folder from `first` on, ascending. Never contains a lower one, although `UID SEARCH UID
    /// n:*` answers with the last message when there is no newer one. A mail that the server announces only
    /// with its answer may be missing; then the next [#idle] ends at once with [IdleEnd#ARRIVED].
    CompletionStage<List<Uid>> uidsFrom(Uid first);

    /// UIDs of the open folder whose header has the field with a value that contains `value`, received on or
    /// after `since` (servers look at the day only).
    CompletionStage<List<Uid>> uidsWithHeader(String field, String value, Instant since);

    /// UIDs of the open folder that belong to a thread of Gmail's (`X-GM-THRID`); none where the server has no
    /// such threads.
    CompletionStage<List<Uid>> uidsInThread(String providerThreadId);

    /// Fetches mails of the open folder with `BODY.PEEK`, in one command; those that are gone meanwhile
    /// are left out.
    ///
    /// @param maxBytes what is longer comes cut, and says so
    CompletionStage<List<RawMail>> fetch(List<Uid> uids, int maxBytes);

    /// As [#fetch], headers alone.
    CompletionStage<List<RawMail>> fetchHeaders(List<Uid> uids);

    /// Waits for the server to announce something in the open folder, at most for the given time; any other
    /// call ends it.
    CompletionStage<IdleEnd> idle(Duration atMost);

    /// Closes at once, without taking leave.
    @Override
    void close();

    /// Takes leave (`LOGOUT`) and closes; never fails.
    CompletionStage<Void> logout();

    /// Why [#idle] ended.
    enum IdleEnd {
        /// The server said that something is there.
        ARRIVED,
        /// The time is over, or another call was waiting.
        RENEW
    }

    /// A folder as it was when it was opened.
    ///
    /// @param uidNext the UID that the next mail will get at least
    record FolderState(UidValidity uidValidity, Uid uidNext, long exists) {}
}
