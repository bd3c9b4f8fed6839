package pl.odzew.mailbox.watch.imap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One response of a server (RFC 3501 §7).
sealed interface Response {

    /// `+ …`: the server waits for the rest of a command.
    record Continuation(String text) implements Response {}

    /// `OK`, `NO`, `BAD`, `BYE` or `PREAUTH`.
    ///
    /// @param tag absent where it is untagged
    /// @param code what stands in brackets, without them
    /// @param line the whole line as received; without the tag where it has one, with `* ` where it has none
    record Status(@Nullable String tag, Kind kind, @Nullable String code, String line) implements Response {

        boolean hasCode(String name) {
            return codeOf(name) != null;
        }

        /// What follows the name of the code; absent where the response has another code.
        @Nullable
        String codeOf(String name) {
            String present = code;
            if (present == null || !present.regionMatches(true, 0, name, 0, name.length())) {
                return null;
            }
            if (present.length() == name.length()) {
                return "";
            }
            return present.charAt(name.length()) == ' ' ? present.substring(name.length() + 1) : null;
        }
    }

    /// Untagged data: `* 23 EXISTS`, `* SEARCH 2 84`, `* 12 FETCH (…)`.
    ///
    /// @param number what stands before the name; -1 where there is none
    /// @param name in capitals
    record Data(long number, String name, List<Value> values) implements Response {

        public Data {
            values = List.copyOf(values);
        }
    }

    /// What a status says.
    enum Kind {
        OK,
        NO,
        BAD,
        BYE,
        PREAUTH
    }
}
