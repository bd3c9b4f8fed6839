package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import pl.odzew.events.mailbox.v1.CredentialShape;

/// A password as it goes to the server, and what it looks like.
public record Password(Secret secret, CredentialShape shape) {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern SIXTEEN_LETTERS = Pattern.compile("[A-Za-z]{16}");

    public Password {
        requireNonNull(secret, "secret is null");
        requireNonNull(shape, "shape is null");
    }

    /// Takes the spaces out of what is a Google app password, which Google shows as four groups of four
    /// letters; anything else stays as typed, since a space may belong to it.
    public static Password typed(String typed) {
        String letters = SPACE.matcher(typed).replaceAll("");
        return SIXTEEN_LETTERS.matcher(letters).matches()
                ? new Password(new Secret(letters), CredentialShape.APP_PASSWORD_LIKE)
                : new Password(new Secret(typed), CredentialShape.OTHER);
    }
}
