package pl.odzew.notification.delivery;

import java.net.URI;
import java.util.UUID;
import pl.odzew.notification.contact.Language;

/// The pages of the portal to which mails lead: paths that the portal must serve.
///
/// A link names a mailbox or an account and nothing secret; whoever opens it signs in first.
public enum PortalLink {
    /// The password field in a mailbox's settings, with "check again" beside it.
    MAILBOX_PASSWORD("/skrzynki/{id}#haslo"),
    /// Switching the seller of this mailbox to version 3.
    VERSION_3("/autoresponder/wersja-3?mailbox={id}"),
    /// Linking an Allegro account again.
    ACCOUNT_LINK("/konta-allegro/{id}#polacz"),
    /// What was answered and what was not, and why.
    DECISIONS("/decyzje"),
    /// Addresses, language, and what the seller wants to be written.
    CONTACT("/powiadomienia/ustawienia"),
    /// How to make a Google app password, for everybody.
    APP_PASSWORD_GUIDE("/pomoc/haslo-do-aplikacji"),
    /// The same in English.
    APP_PASSWORD_GUIDE_EN("/en/help/app-password");

    private static final String ID = "{id}";

    private final String path;

    PortalLink(String path) {
        this.path = path;
    }

    /// In the language nearest to the seller's.
    public static PortalLink appPasswordGuide(Language language) {
        return language == Language.PL ? APP_PASSWORD_GUIDE : APP_PASSWORD_GUIDE_EN;
    }

    /// The path with `{id}` where the id of the mailbox or account stands.
    public String path() {
        return path;
    }

    /// @param portal the portal's address without a slash at its end
    /// @param subject the mailbox or account
    public URI to(URI portal, UUID subject) {
        return URI.create(portal + path.replace(ID, subject.toString()));
    }

    /// For a page that belongs to no mailbox or account.
    public URI to(URI portal) {
        return URI.create(portal + path);
    }
}
