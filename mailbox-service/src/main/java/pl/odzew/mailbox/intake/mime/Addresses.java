package pl.odzew.mailbox.intake.mime;

import java.util.List;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import pl.odzew.events.MailAddress;

/// Reads the addresses of header fields; what is none is left out.
final class Addresses {

    private static final int MOST = 200;

    private Addresses() {}

    static List<MailAddress> in(Stream<String> fields) {
        return fields.flatMap(field -> LenientAddressParser.DEFAULT.parseAddressList(field).flatten().stream())
                .limit(MOST)
                .flatMap(Addresses::address)
                .toList();
    }

    /// As [#in], but nothing where one of them cannot be read: of a sender we want to know all or none.
    static List<MailAddress> everyOneIn(Stream<String> fields) {
        List<Mailbox> mailboxes = fields.flatMap(
                        field -> LenientAddressParser.DEFAULT.parseAddressList(field).flatten().stream())
                .toList();
        List<MailAddress> addresses =
                mailboxes.stream().flatMap(Addresses::address).toList();
        return addresses.size() == mailboxes.size() ? addresses : List.of();
    }

    private static Stream<MailAddress> address(Mailbox mailbox) {
        try {
            return Stream.of(new MailAddress(String.valueOf(mailbox.getAddress())));
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }
}
