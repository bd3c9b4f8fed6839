package pl.odzew.notification.verification.letter;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.contact.postgres.ContactStore;
import pl.odzew.notification.delivery.Letter;
import pl.odzew.notification.delivery.Links;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.dispatch.LetterSource;
import pl.odzew.notification.delivery.letter.Frame;
import pl.odzew.notification.delivery.letter.Stationery;
import pl.odzew.notification.delivery.postgres.DueMail;
import pl.odzew.notification.verification.AddressPolicy;
import pl.odzew.notification.verification.ContactAddress;
import pl.odzew.notification.verification.postgres.AddressStore;

/// The mail that asks whoever reads at an address whether it is his.
@ApplicationScoped
class VerificationLetters implements LetterSource {

    private final AddressStore addresses;
    private final ContactStore contacts;
    private final Stationery stationery;
    private final Links links;
    private final String portal;

    VerificationLetters(
            AddressStore addresses,
            ContactStore contacts,
            Stationery stationery,
            Links links,
            @ConfigProperty(name = "odzew.portal-url") String portal) {
        this.addresses = addresses;
        this.contacts = contacts;
        this.stationery = stationery;
        this.links = links;
        this.portal = portal;
    }

    @Override
    public Set<MailKind> kinds() {
        return EnumSet.of(MailKind.ADDRESS_VERIFICATION);
    }

    /// Not wanted for an address that was taken away meanwhile.
    @Override
    public Uni<Verdict> decide(DueMail mail, Instant now) {
        var id = UUID.fromString(requireNonNull(mail.payload(), "no address"));
        return addresses
                .lock(mail.sellerId(), id)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().<Verdict>item(new Verdict.Drop())
                        : contacts.contactOf(mail.sellerId())
                                .map(contact -> new Verdict.Send(
                                        List.of(found.get().email()),
                                        () -> write(mail, found.get(), contact.language(), now))));
    }

    private Uni<Letter> write(DueMail mail, ContactAddress address, Language language, Instant now) {
        String title = Stationery.words(language).verifyTitle();
        String link = links.verify(mail.sellerId(), address.id(), now.plus(AddressPolicy.LINK_LIFE))
                .toString();
        var request = new VerificationTemplates.Request(
                new Frame(title, portal, ""), address.email().value(), link);
        return stationery.write(
                mail.id(),
                List.of(address.email()),
                language,
                title,
                null,
                () -> VerificationTemplates.verifyAddress(request));
    }
}
