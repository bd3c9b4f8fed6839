package pl.odzew.notification.story;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.mailbox.v1.AuthFailure;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxCredentialChanged;
import pl.odzew.events.mailbox.v1.MailboxEvent;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.events.mailbox.v1.MailboxSnapshot;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.events.mailbox.v1.Remedy;

/// A mailbox whose life mailbox-service tells of, event by event.
final class SellersMailbox {

    static final Instant REFUSED_AT = Instant.parse("2026-11-23T17:05:12Z");

    private final MailboxId id = MailboxId.random();
    private final SellerId seller;
    private final MailAddress address;
    private long version;
    private long credentialVersion = 1;
    private CredentialShape credentialShape = CredentialShape.OTHER;

    SellersMailbox(String seller, String address) {
        this.seller = new SellerId(seller);
        this.address = new MailAddress(address);
    }

    String id() {
        return id.toString();
    }

    SellerId seller() {
        return seller;
    }

    String address() {
        return address.value();
    }

    CloudEvent connected() {
        return event(new MailboxConnected(next(MailboxStatus.OK)));
    }

    CloudEvent wantsAppPassword() {
        return refused(
                AuthFailureReason.APP_PASSWORD_REQUIRED,
                "[ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)",
                "https://support.google.com/accounts/answer/185833",
                Remedy.APP_PASSWORD,
                Remedy.VERSION_3);
    }

    CloudEvent wantsWebLogin() {
        return refused(
                AuthFailureReason.WEB_LOGIN_REQUIRED,
                "[ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure)",
                "https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsbs",
                Remedy.SIGN_IN_ON_THE_WEB,
                Remedy.APP_PASSWORD,
                Remedy.VERSION_3);
    }

    CloudEvent refused(AuthFailureReason reason, String words, @Nullable String helpUrl, Remedy... remedies) {
        URI page = helpUrl == null ? null : URI.create(helpUrl);
        var failure = new AuthFailure(reason, MailProtocol.IMAP, words, page, REFUSED_AT, List.of(remedies));
        return event(new MailboxAuthFailed(next(MailboxStatus.AUTH_FAILED), failure));
    }

    CloudEvent newPasswordSaved() {
        credentialVersion++;
        return event(new MailboxCredentialChanged(next(MailboxStatus.PROBING)));
    }

    CloudEvent appPasswordSaved() {
        credentialVersion++;
        credentialShape = CredentialShape.APP_PASSWORD_LIKE;
        return event(new MailboxCredentialChanged(next(MailboxStatus.OK)));
    }

    CloudEvent recovered() {
        return event(new MailboxRecovered(next(MailboxStatus.OK), REFUSED_AT, true));
    }

    CloudEvent recoveredByItself() {
        return event(new MailboxRecovered(next(MailboxStatus.OK), REFUSED_AT, false));
    }

    /// The same event, written a second time under another id and an older version.
    CloudEvent outdated(CloudEvent event, long age) {
        MailboxAuthFailed failed = (MailboxAuthFailed) event.data();
        MailboxSnapshot then = failed.mailbox();
        return event(new MailboxAuthFailed(
                snapshot(then.version() - age, then.credentialVersion() + 1, then.status()), failed.failure()));
    }

    private MailboxSnapshot next(MailboxStatus status) {
        return snapshot(++version, credentialVersion, status);
    }

    private MailboxSnapshot snapshot(long version, long credentialVersion, MailboxStatus status) {
        return new MailboxSnapshot(
                id, seller, version, address, provider(), credentialShape, credentialVersion, status, REFUSED_AT);
    }

    private MailProvider provider() {
        return address.domain().equals("onet.pl") ? MailProvider.ONET : MailProvider.GMAIL;
    }

    private static CloudEvent event(MailboxEvent data) {
        return new CloudEvent(
                new EventId(UUID.randomUUID().toString()), Service.MAILBOX_SERVICE.source(), REFUSED_AT, data, null);
    }
}
