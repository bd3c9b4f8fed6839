package pl.odzew.mailbox.refusal;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.Remedy;

/// What a refusal says about the mailbox's credential. Only [Certain] and [Doubtful] accuse it.
public sealed interface Verdict {

    /// At most this many characters of the server's words are kept.
    int MAX_WORDS = 1_000;

    /// What the server said, without the tag and control characters.
    String words();

    /// The refusal speaks against the credential.
    sealed interface Accusing extends Verdict {
        AuthFailureReason reason();

        List<Remedy> remedies();

        /// The page that the server itself named, always `https`.
        @Nullable
        URI helpUrl();
    }

    /// The seller must act, there is no other reading: he is warned at once.
    record Certain(
            AuthFailureReason reason,
            List<Remedy> remedies,
            @Nullable URI helpUrl,
            String words) implements Accusing {
        public Certain {
            remedies = List.copyOf(remedies);
        }
    }

    /// Refused in words that valid credentials also meet now and then: [Confirmation] decides.
    record Doubtful(
            AuthFailureReason reason,
            List<Remedy> remedies,
            @Nullable URI helpUrl,
            String words) implements Accusing {
        public Doubtful {
            remedies = List.copyOf(remedies);
        }
    }

    /// A limit of the provider: wait, never warn.
    record Limit(Kind kind, String words) implements Verdict {
        /// Which limit; decides how long to wait.
        public enum Kind {
            CONNECTIONS,
            LOGIN_RATE,
            BANDWIDTH,
            SENDING,
            STORAGE,
            OTHER
        }
    }

    /// The normal end of a session: sign in again at once.
    record SessionExpired(String words) implements Verdict {}

    /// Trouble of the server's own: back off, never warn.
    record Transient(String words) implements Verdict {}

    /// The access token is too old; a fresh one is to be tried before anything is concluded.
    record TokenStale(String words) implements Verdict {}

    /// A refusal that says nothing about the credential, or nothing that we understand: kept, counted, retried.
    record NotTheCredential(Kind kind, String words) implements Verdict {
        /// What it is instead.
        public enum Kind {
            /// We broke the protocol, or the server thinks so.
            PROTOCOL,
            TLS_REQUIRED,
            /// The server wants to know by `ID` who we are.
            CLIENT_ID_REQUIRED,
            MAILBOX_ACCESS,
            UNKNOWN
        }
    }
}
