package pl.odzew.notification.verification.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.contact.Contact;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.verification.ContactAddress;

/// Where and how a seller is written to.
///
/// @param email where mails go now: the first address that is proved, else that of a mailbox; absent while there is
///     neither
/// @param addresses those that the seller gave
public record ContactView(
        @Nullable String email, Language language, boolean reminders, boolean announcements, List<Address> addresses) {

    static final String EXAMPLE = """
            {"email": "biuro@sklep-anny.example", "language": "PL", "reminders": true, "announcements": true,
             "addresses": [{"id": "5e0c7c11-5a0b-4f53-a4cd-0f5d3c0d2a77", "email": "biuro@sklep-anny.example",
                            "status": "VERIFIED", "addedAt": "2026-11-23T17:05:12Z",
                            "verifiedAt": "2026-11-23T17:07:40Z"}]}""";

    /// Where an address stands.
    public enum Status {
        /// A link was mailed there and waits to be opened.
        PENDING,
        VERIFIED,
        /// Mail to it came back; proving it again ends that.
        UNREACHABLE
    }

    public record Address(
            UUID id,
            String email,
            Status status,
            Instant addedAt,
            @Nullable Instant verifiedAt) {

        static Address of(ContactAddress address) {
            return new Address(
                    address.id(), address.email().value(), status(address), address.addedAt(), address.verifiedAt());
        }

        private static Status status(ContactAddress address) {
            if (address.suppressed()) {
                return Status.UNREACHABLE;
            }
            return address.verifiedAt() == null ? Status.PENDING : Status.VERIFIED;
        }
    }

    static ContactView of(Contact contact, List<ContactAddress> addresses) {
        return new ContactView(
                contact.email() == null ? null : contact.email().value(),
                contact.language(),
                contact.reminders(),
                contact.announcements(),
                addresses.stream().map(Address::of).toList());
    }
}
