package pl.odzew.allegro.client;

/// A call to Allegro failed; the two families answer "try again, or stop?".
public abstract sealed class AllegroException extends RuntimeException
        permits AllegroException.Transient, AllegroException.Permanent {

    private static final long serialVersionUID = 1L;

    private AllegroException(String message) {
        super(message);
    }

    /// Passes by itself: the same call may succeed later.
    public static final class Transient extends AllegroException {

        private static final long serialVersionUID = 1L;

        /// What happened, for counting and for the question whether a message may have been taken.
        public enum Code {
            /// No connection came about: nothing was sent.
            UNREACHABLE,
            /// 429: not taken; pause this seller.
            TOO_MANY_REQUESTS,
            /// `authorization_pending` (RFC 8628): the seller has not said yes so far.
            NOT_YET,
            /// `slow_down` (RFC 8628): not yet, and ask less often.
            TOO_OFTEN,
            /// The connection broke or no answer came in time: a POST may have been taken.
            NO_ANSWER,
            /// 5xx: a POST may have been taken.
            SERVER_ERROR
        }

        private final Code code;

        public Transient(Code code, String message) {
            super(code + ": " + message);
            this.code = code;
        }

        public Code code() {
            return code;
        }

        /// Whether a POST that failed like this may nevertheless stand at Allegro.
        public boolean mayHaveBeenTaken() {
            return switch (code) {
                case UNREACHABLE, TOO_MANY_REQUESTS, NOT_YET, TOO_OFTEN -> false;
                case NO_ANSWER, SERVER_ERROR -> true;
            };
        }
    }

    /// The same call will fail again; nothing was taken.
    public static final class Permanent extends AllegroException {

        private static final long serialVersionUID = 1L;

        /// What Allegro holds against the call.
        public enum Code {
            /// 401: the access token is not or no longer good.
            TOKEN_REFUSED,
            /// `invalid_grant`, or `invalid_token` otherwise than with 401: the code or refresh token is
            /// used up, revoked or too old. Only this says that a seller's consent is lost: a 401 of the
            /// token endpoint is about the application, and so about all sellers at once.
            GRANT_REFUSED,
            /// 403 `AccessDenied`: the consent lacks a scope.
            SCOPE_MISSING,
            /// 422 `THREAD_CLOSED` or 409.
            THREAD_CLOSED,
            /// The seller has sent as many messages today as Allegro lets him (#10194).
            DAILY_LIMIT,
            /// 404.
            NOT_FOUND,
            /// Any other 4xx.
            REFUSED
        }

        private final Code code;
        private final String serverWords;

        public Permanent(Code code, String serverWords) {
            super(code + ": " + serverWords);
            this.code = code;
            this.serverWords = serverWords;
        }

        public Code code() {
            return code;
        }

        /// Allegro's code and message, with tokens taken out.
        public String serverWords() {
            return serverWords;
        }
    }
}
