package pl.odzew.allegro.marketplace;

/// What may go wrong, once for each time it is asked for, in the order asked.
public enum Fault {
    /// The message is in the thread, but the connection breaks before the answer.
    POST_ACCEPTED_THEN_DROPPED,
    /// The connection breaks and nothing was taken.
    POST_DROPPED,
    /// The message is in the thread, but the answer is a 500.
    POST_ACCEPTED_THEN_ERROR,
    /// The message is in the thread, and no answer ever comes.
    POST_ACCEPTED_THEN_SILENT,
    /// Nothing is taken, and no answer ever comes.
    POST_SILENT,
    /// The message is taken with status VERIFYING.
    POST_VERIFYING,
    /// The seller has reached his daily limit of messages (#10194).
    POST_DAILY_LIMIT,
    /// The message is in the thread, and Allegro fails to read it back (#12381).
    POST_DATA_FETCHING_ERROR,
    /// A rule of Allegro's refuses the message with 422.
    POST_REFUSED,
    /// A POST gets 429 although it is within the rate: another integration of the seller wrote.
    POST_TOO_MANY,
    /// The messages of a thread that is in the list are answered with 404 THREAD_NOT_FOUND (#13123).
    MESSAGES_NOT_FOUND,
    /// A GET gets 503.
    GET_UNAVAILABLE,
    /// A GET gets 429.
    GET_TOO_MANY,
    /// A GET gets 401 although the token is good.
    GET_UNAUTHORIZED;

    /// The requests that it waits for: those whose name begins like its own.
    String concerns() {
        return name().substring(0, name().indexOf('_'));
    }
}
