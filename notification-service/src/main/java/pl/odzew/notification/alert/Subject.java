package pl.odzew.notification.alert;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;

/// A mailbox or an Allegro account, as far as warnings need it.
///
/// @param name what the seller calls it: the address of a mailbox, the login of an account
/// @param address of the mailbox, or the first that the account has at Allegro, if it has one
public record Subject(
        UUID id,
        SubjectKind kind,
        SellerId sellerId,
        String name,
        @Nullable MailAddress address) {

    public Subject {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(name, "name is null");
    }
}
