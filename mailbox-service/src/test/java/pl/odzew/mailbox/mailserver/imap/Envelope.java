package pl.odzew.mailbox.mailserver.imap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.odzew.mailbox.mailserver.post.Rfc5322;

/// A mail's `ENVELOPE` (RFC 3501 §7.4.2).
final class Envelope {

    private static final Pattern ADDRESS = Pattern.compile(
            "\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^<,\"]*?))\\s*<([^@<>]*)@([^<>]*)>|\\s*([^@<>,\\s]+)@([^<>,\\s]+)");

    private Envelope() {}

    static String of(Rfc5322 mail) {
        String from = addresses(mail, "From");
        return "("
                + String.join(
                        " ",
                        string(mail, "Date"),
                        string(mail, "Subject"),
                        from,
                        or(addresses(mail, "Sender"), from),
                        or(addresses(mail, "Reply-To"), from),
                        addresses(mail, "To"),
                        addresses(mail, "Cc"),
                        addresses(mail, "Bcc"),
                        string(mail, "In-Reply-To"),
                        string(mail, "Message-ID"))
                + ")";
    }

    private static String string(Rfc5322 mail, String field) {
        return mail.first(field).map(Envelope::quoted).orElse("NIL");
    }

    private static String addresses(Rfc5322 mail, String field) {
        StringBuilder list = new StringBuilder();
        Matcher address = ADDRESS.matcher(mail.first(field).orElse(""));
        while (address.find()) {
            boolean named = address.group(3) != null;
            String name = address.group(1) != null ? address.group(1) : address.group(2);
            list.append('(')
                    .append(name == null || name.isBlank() ? "NIL" : quoted(name))
                    .append(" NIL ")
                    .append(quoted(address.group(named ? 3 : 5)))
                    .append(' ')
                    .append(quoted(address.group(named ? 4 : 6)))
                    .append(')');
        }
        return list.isEmpty() ? "NIL" : "(" + list + ")";
    }

    private static String or(String list, String otherwise) {
        return list.equals("NIL") ? otherwise : list;
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
