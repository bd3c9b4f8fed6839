package pl.odzew.allegro.marketplace;

import org.jspecify.annotations.Nullable;

/// What an operation answers, or that it answers nothing.
///
/// @param body is written as JSON
/// @param ending whether it is written at all
/// @param outside names why the answer is not in Allegro's document although Allegro gives it; then it is
/// not checked
record Answer(int status, @Nullable Object body, @Nullable OutsideDocument outside, Ending ending) {

    /// What becomes of the connection.
    enum Ending {
        ANSWERED,
        DROPPED,
        /// Nothing is said until the other side gives up.
        SILENT
    }

    /// Answers that Allegro gives and its documents do not name.
    enum OutsideDocument {
        /// 403 `AccessDenied` at any operation: #5493, #10938.
        SCOPE_MISSING,
        /// The body of a 401 at claims, where the document shows none.
        UNAUTHORIZED,
        /// 406 and 415.
        MEDIA_TYPE,
        /// 403 for a library's default `User-Agent`: #13260, #13599.
        USER_AGENT,
        /// 429 at a GET: #7893.
        RATE,
        /// A refusal whose body the document does not describe, such as Allegro's daily limit.
        REFUSED,
        /// 5xx at any operation.
        UNAVAILABLE,
        /// 400 for what breaks the document: the stand-in's own strictness.
        DOCUMENT_BROKEN,
        /// 404 for a path that is no operation.
        NO_OPERATION
    }

    static Answer of(int status, Object body) {
        return new Answer(status, body, null, Ending.ANSWERED);
    }

    static Answer outside(OutsideDocument reason, int status, Object body) {
        return new Answer(status, body, reason, Ending.ANSWERED);
    }

    static Answer drop() {
        return new Answer(0, null, null, Ending.DROPPED);
    }

    static Answer silence() {
        return new Answer(0, null, null, Ending.SILENT);
    }
}
