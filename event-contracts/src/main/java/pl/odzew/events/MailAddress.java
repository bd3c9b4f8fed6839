package pl.odzew.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// An address as it stands in a mail header, without a display name: `addr-spec` of RFC 5322, no quoted local part.
///
/// The local part is kept as written, since Allegro's `+id` must survive; the domain is lower-cased. Line breaks and
/// spaces are refused here, so that no header and no SMTP command can be injected through an address.
public record MailAddress(@JsonValue String value) {

    /// RFC 5321 §4.5.3.1.3 with the angle brackets taken off.
    private static final int MAX_LENGTH = 254;

    @JsonCreator
    public MailAddress {
        requireNonNull(value, "value is null");
        int at = value.lastIndexOf('@');
        if (at < 1 || at == value.length() - 1 || value.length() > MAX_LENGTH || !hasOnlyAddressCharacters(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
        value = value.substring(0, at + 1) + value.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    public String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /// The local part up to the first `+`: at Allegro what stays the same for one buyer and seller.
    public String localPartBeforePlus() {
        String local = localPart();
        int plus = local.indexOf('+');
        return plus < 1 ? local : local.substring(0, plus);
    }

    /// The `+id` of a masked Allegro address, without the plus.
    public Optional<String> detail() {
        String local = localPart();
        int plus = local.indexOf('+');
        return plus < 0 ? Optional.empty() : Optional.of(local.substring(plus + 1));
    }

    /// Whether both deliver to the same mailbox as far as one can tell without asking: case is ignored.
    public boolean isSameAs(MailAddress other) {
        return value.equalsIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean hasOnlyAddressCharacters(String value) {
        return value.chars()
                        .allMatch(c -> c > ' ' && c != '<' && c != '>' && c != '"' && c != ',' && c != ';' && c != 127)
                && value.indexOf('@') == value.lastIndexOf('@');
    }
}
