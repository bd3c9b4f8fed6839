package pl.odzew.events.catalogue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pl.odzew.events.AccountId;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.account.v1.AccountAuthFailed;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.account.v1.AccountRecovered;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.events.account.v1.AccountUnlinked;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.autoresponder.v1.TargetSettings;
import pl.odzew.events.mailbox.v1.AuthFailure;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxCredentialChanged;
import pl.odzew.events.mailbox.v1.MailboxDisconnected;
import pl.odzew.events.mailbox.v1.MailboxPaused;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.events.mailbox.v1.MailboxResumed;
import pl.odzew.events.mailbox.v1.MailboxSnapshot;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.events.mailbox.v1.MailboxUnreachable;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MailFacts;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.message.v1.MessageText;
import pl.odzew.events.message.v1.ThreadKind;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.events.reply.v1.DeferralReason;
import pl.odzew.events.reply.v1.ReplyBlocked;
import pl.odzew.events.reply.v1.ReplyDeferred;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.events.reply.v1.WithdrawalReason;
import pl.odzew.events.seller.v1.SellerErasureDone;
import pl.odzew.events.seller.v1.SellerErasureRequested;

/// One true-to-life event of each type: Anna's mailbox is locked out by Google, and Bartek uses Allegro's API.
public final class Samples {

    public static final SellerId ANNA = new SellerId("anna");
    public static final SellerId BARTEK = new SellerId("bartek");
    public static final MailboxId MAILBOX = MailboxId.of("018f6a3c-6b1e-7c3a-9d0e-1c5a4f2b7e10");
    public static final AccountId ACCOUNT = AccountId.of("018f6a3c-6b1e-7c3a-9d0e-1c5a4f2b7e20");
    public static final ReplyId REPLY = ReplyId.of("018f6a3c-6b1e-7c3a-9d0e-1c5a4f2b7e30");
    public static final ConversationId CONVERSATION = new ConversationId("c-7f3a9b");
    public static final EventId MESSAGE = new EventId("m-51d2e0");
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final UUID ERASURE = UUID.fromString("018f6a3c-6b1e-7c3a-9d0e-1c5a4f2b7e40");
    private static final UUID ATTACHMENT = UUID.fromString("018f6a3c-6b1e-7c3a-9d0e-1c5a4f2b7e50");

    private Samples() {}

    public static CloudEvent of(EventType type) {
        return new CloudEvent(new EventId("e-" + type.ordinal()), source(type).source(), NOON, data(type), null);
    }

    /// A buyer's mail in Anna's mailbox, with everything that can stand in it.
    public static MessageReceived buyersMail() {
        return new MessageReceived(
                ANNA,
                Target.of(MAILBOX),
                CONVERSATION,
                new Buyer("client:44300444", "8awgqyk6a5"),
                NOON.minusSeconds(2),
                NOON,
                false,
                ThreadKind.CONVERSATION,
                "Pytanie o przesyłkę",
                new MessageText("Dzień dobry, kiedy wyślą Państwo paczkę?", false),
                mailRoute(),
                new MailFacts(
                        "no",
                        "bulk",
                        List.of("List-Id"),
                        List.of("OOF"),
                        false,
                        false,
                        true,
                        "8awgqyk6a5@allegromail.pl"),
                "82398120310",
                "0f6a3c6b-1e7c-11f0-9d0e-1c5a4f2b7e60");
    }

    private static Event data(EventType type) {
        return switch (type) {
            case MAILBOX_CONNECTED -> new MailboxConnected(mailbox(MailboxStatus.OK, 1));
            case MAILBOX_CREDENTIAL_CHANGED -> new MailboxCredentialChanged(mailbox(MailboxStatus.PROBING, 3));
            case MAILBOX_AUTH_FAILED ->
                new MailboxAuthFailed(
                        mailbox(MailboxStatus.AUTH_FAILED, 2),
                        new AuthFailure(
                                AuthFailureReason.APP_PASSWORD_REQUIRED,
                                MailProtocol.IMAP,
                                "NO [ALERT] Application-specific password required: "
                                        + "https://support.google.com/accounts/answer/185833 (Failure)",
                                URI.create("https://support.google.com/accounts/answer/185833"),
                                NOON.minusSeconds(1),
                                List.of(Remedy.APP_PASSWORD, Remedy.VERSION_3)));
            case MAILBOX_RECOVERED -> new MailboxRecovered(mailbox(MailboxStatus.OK, 4), NOON.minusSeconds(600), true);
            case MAILBOX_UNREACHABLE ->
                new MailboxUnreachable(
                        mailbox(MailboxStatus.UNREACHABLE, 5), NOON.minusSeconds(3_600), "connection timed out");
            case MAILBOX_PAUSED -> new MailboxPaused(mailbox(MailboxStatus.PAUSED, 6));
            case MAILBOX_RESUMED -> new MailboxResumed(mailbox(MailboxStatus.PROBING, 7));
            case MAILBOX_DISCONNECTED -> new MailboxDisconnected(mailbox(MailboxStatus.DISCONNECTED, 8));
            case ALLEGRO_ACCOUNT_LINKED -> new AccountLinked(account(AccountStatus.LINKED, 1));
            case ALLEGRO_ACCOUNT_AUTH_FAILED ->
                new AccountAuthFailed(
                        account(AccountStatus.AUTH_FAILED, 2),
                        AccountAuthFailureReason.CONSENT_LOST,
                        "invalid_grant: Invalid refresh token");
            case ALLEGRO_ACCOUNT_RECOVERED ->
                new AccountRecovered(account(AccountStatus.LINKED, 3), NOON.minusSeconds(600));
            case ALLEGRO_ACCOUNT_UNLINKED -> new AccountUnlinked(account(AccountStatus.UNLINKED, 4));
            case MESSAGE_RECEIVED -> buyersMail();
            case MESSAGE_ANSWERED_BY_PERSON ->
                new MessageAnsweredByPerson(
                        ANNA, Target.of(MAILBOX), CONVERSATION, new Buyer(null, "8awgqyk6a5"), NOON);
            case REPLY_REQUESTED ->
                new ReplyRequested(
                        REPLY,
                        ANNA,
                        Target.of(MAILBOX),
                        CONVERSATION,
                        MESSAGE,
                        mailRoute(),
                        "Pytanie o przesyłkę",
                        "Dziękujemy za wiadomość, odpowiemy dzisiaj.",
                        List.of(new AttachmentRef(ATTACHMENT, "zwrot.pdf", "application/pdf", 1_024, "00ff")),
                        NOON,
                        NOON.plusSeconds(172_800));
            case REPLY_WITHDRAWN ->
                new ReplyWithdrawn(
                        REPLY, ANNA, Target.of(MAILBOX), CONVERSATION, WithdrawalReason.SWITCHED_TO_VERSION_3, NOON);
            case REPLY_SENT ->
                new ReplySent(REPLY, ANNA, Target.of(MAILBOX), CONVERSATION, NOON, "<odzew." + REPLY + "@gmail.com>");
            case REPLY_DEFERRED ->
                new ReplyDeferred(
                        REPLY,
                        ANNA,
                        Target.of(MAILBOX),
                        CONVERSATION,
                        NOON,
                        NOON.plusSeconds(86_400),
                        DeferralReason.DAILY_MAIL_LIMIT);
            case REPLY_BLOCKED ->
                new ReplyBlocked(REPLY, BARTEK, Target.of(ACCOUNT), CONVERSATION, NOON, "status BLOCKED");
            case REPLY_FAILED ->
                new ReplyFailed(
                        REPLY,
                        ANNA,
                        Target.of(MAILBOX),
                        CONVERSATION,
                        NOON,
                        ReplyFailureReason.REFUSED,
                        "550 5.1.1 no such user");
            case REPLY_UNKNOWN ->
                new ReplyUnknown(REPLY, ANNA, Target.of(MAILBOX), CONVERSATION, NOON, NOON.minusSeconds(3_600));
            case AUTORESPONDER_SETTINGS_CHANGED ->
                new AutoresponderSettingsChanged(
                        BARTEK,
                        2,
                        false,
                        List.of(
                                new TargetSettings(Target.of(MAILBOX), AutoresponderVersion.VERSION_1, false),
                                new TargetSettings(Target.of(ACCOUNT), AutoresponderVersion.VERSION_3, true, true)),
                        NOON);
            case SELLER_ERASURE_REQUESTED -> new SellerErasureRequested(ANNA, ERASURE, NOON);
            case SELLER_ERASURE_DONE ->
                new SellerErasureDone(ANNA, ERASURE, Service.MAILBOX_SERVICE.deployment(), NOON);
        };
    }

    private static MailboxSnapshot mailbox(MailboxStatus status, long version) {
        return new MailboxSnapshot(
                MAILBOX,
                ANNA,
                version,
                new MailAddress("anna.sklep@gmail.com"),
                MailProvider.GMAIL,
                CredentialShape.OTHER,
                1,
                status,
                NOON);
    }

    private static AccountSnapshot account(AccountStatus status, long version) {
        return new AccountSnapshot(
                ACCOUNT,
                BARTEK,
                version,
                "bartek-sklep",
                List.of(new MailAddress("bartek.sklep@gmail.com")),
                status,
                NOON);
    }

    private static ReplyRoute.Mail mailRoute() {
        return new ReplyRoute.Mail(
                new MailAddress("8awgqyk6a5+cub31c122@allegromail.pl"),
                "<20261123115958.1@allegro.pl>",
                List.of("<20261122080000.1@allegro.pl>"),
                NOON.minusSeconds(2),
                "1849000000000000001");
    }

    private static Service source(EventType type) {
        Topic topic = type.topics().iterator().next();
        return switch (topic) {
            case MAILBOX_EVENTS, MESSAGES_MAILBOX, REPLIES_RESULTS -> Service.MAILBOX_SERVICE;
            case ALLEGRO_ACCOUNT_EVENTS, MESSAGES_ALLEGRO -> Service.ALLEGRO_GATEWAY;
            case REPLIES_REQUESTED, AUTORESPONDER_SETTINGS -> Service.RESPONDER_SERVICE;
            case SELLER_EVENTS -> Service.NOTIFICATION_SERVICE;
        };
    }
}
