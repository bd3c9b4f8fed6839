package pl.odzew.mailbox.mailserver.post;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// How an account's sign-ins are refused at present.
///
/// @param lines instead of the case's own words; IMAP lines may begin with `A1 `, which stands for the tag,
///     with `* `, or with neither, and then the tag is put before them
public record Refusal(RefusalCase kind, List<String> lines) {

    public Refusal {
        requireNonNull(kind, "kind is null");
        lines = List.copyOf(lines);
    }

    public static Refusal of(RefusalCase kind) {
        return new Refusal(kind, List.of());
    }

    public static Refusal inWords(String... lines) {
        return new Refusal(RefusalCase.OTHER, List.of(lines));
    }

    /// The lines for a protocol; empty when it is not concerned.
    List<String> lines(Protocol protocol) {
        if (lines.isEmpty()) {
            return kind.lines(protocol);
        }
        return lines.stream()
                .filter(line -> isSmtp(line) == (protocol == Protocol.SMTP))
                .toList();
    }

    private static boolean isSmtp(String line) {
        return line.length() >= 3 && line.substring(0, 3).chars().allMatch(Character::isDigit);
    }
}
