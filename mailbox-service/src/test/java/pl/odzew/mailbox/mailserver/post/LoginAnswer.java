package pl.odzew.mailbox.mailserver.post;

import java.util.List;
import java.util.stream.Collectors;

/// What a session must answer to a sign-in.
public sealed interface LoginAnswer {

    record Accepted(Account account) implements LoginAnswer {}

    /// @param lines as in [Refusal]
    record Refused(List<String> lines) implements LoginAnswer {

        /// Whether the server takes leave with it.
        public boolean closes() {
            return lines.stream().anyMatch(line -> line.startsWith("* BYE") || line.startsWith("421"));
        }
    }

    /// No answer at all, until the client goes away.
    record Silence() implements LoginAnswer {}

    /// The connection is cut.
    record Cut() implements LoginAnswer {}

    /// For the record of sign-ins.
    default String words() {
        return switch (this) {
            case Accepted _ -> "OK";
            case Refused refused ->
                refused.lines().stream()
                        .map(line -> line.startsWith("A1 ") ? line.substring(3) : line)
                        .collect(Collectors.joining("\n"));
            case Silence _ -> "(no answer)";
            case Cut _ -> "(connection cut)";
        };
    }
}
