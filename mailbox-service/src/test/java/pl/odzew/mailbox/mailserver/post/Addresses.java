package pl.odzew.mailbox.mailserver.post;

import java.util.Locale;

/// Addresses in header fields.
public final class Addresses {

    private Addresses() {}

    /// The first address of a field such as `From`, without its name; empty where there is none.
    public static String first(String field) {
        int open = field.indexOf('<');
        int close = field.indexOf('>', open + 1);
        return (open < 0 || close < 0 ? field : field.substring(open + 1, close)).strip();
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
