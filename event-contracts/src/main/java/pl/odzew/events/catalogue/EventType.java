package pl.odzew.events.catalogue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.odzew.events.Event;
import pl.odzew.events.account.v1.AccountAuthFailed;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.account.v1.AccountRecovered;
import pl.odzew.events.account.v1.AccountUnlinked;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxCredentialChanged;
import pl.odzew.events.mailbox.v1.MailboxDisconnected;
import pl.odzew.events.mailbox.v1.MailboxPaused;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.events.mailbox.v1.MailboxResumed;
import pl.odzew.events.mailbox.v1.MailboxUnreachable;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageEvent;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyBlocked;
import pl.odzew.events.reply.v1.ReplyDeferred;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.events.seller.v1.SellerErasureDone;
import pl.odzew.events.seller.v1.SellerErasureRequested;

/// Every CloudEvents type that Odzew writes, with its record and the topics in which it may stand.
public enum EventType {
    MAILBOX_CONNECTED("mailbox.connected.v1", MailboxConnected.class, Topic.MAILBOX_EVENTS),
    MAILBOX_CREDENTIAL_CHANGED("mailbox.credential-changed.v1", MailboxCredentialChanged.class, Topic.MAILBOX_EVENTS),
    MAILBOX_AUTH_FAILED("mailbox.auth-failed.v1", MailboxAuthFailed.class, Topic.MAILBOX_EVENTS),
    MAILBOX_RECOVERED("mailbox.recovered.v1", MailboxRecovered.class, Topic.MAILBOX_EVENTS),
    MAILBOX_UNREACHABLE("mailbox.unreachable.v1", MailboxUnreachable.class, Topic.MAILBOX_EVENTS),
    MAILBOX_PAUSED("mailbox.paused.v1", MailboxPaused.class, Topic.MAILBOX_EVENTS),
    MAILBOX_RESUMED("mailbox.resumed.v1", MailboxResumed.class, Topic.MAILBOX_EVENTS),
    MAILBOX_DISCONNECTED("mailbox.disconnected.v1", MailboxDisconnected.class, Topic.MAILBOX_EVENTS),

    ALLEGRO_ACCOUNT_LINKED("allegro.account.linked.v1", AccountLinked.class, Topic.ALLEGRO_ACCOUNT_EVENTS),
    ALLEGRO_ACCOUNT_AUTH_FAILED(
            "allegro.account.auth-failed.v1", AccountAuthFailed.class, Topic.ALLEGRO_ACCOUNT_EVENTS),
    ALLEGRO_ACCOUNT_RECOVERED("allegro.account.recovered.v1", AccountRecovered.class, Topic.ALLEGRO_ACCOUNT_EVENTS),
    ALLEGRO_ACCOUNT_UNLINKED("allegro.account.unlinked.v1", AccountUnlinked.class, Topic.ALLEGRO_ACCOUNT_EVENTS),

    MESSAGE_RECEIVED("message.received.v1", MessageReceived.class, Topic.MESSAGES_MAILBOX, Topic.MESSAGES_ALLEGRO),
    MESSAGE_ANSWERED_BY_PERSON(
            "message.answered-by-person.v1",
            MessageAnsweredByPerson.class,
            Topic.MESSAGES_MAILBOX,
            Topic.MESSAGES_ALLEGRO),

    REPLY_REQUESTED("reply.requested.v1", ReplyRequested.class, Topic.REPLIES_REQUESTED),
    REPLY_WITHDRAWN("reply.withdrawn.v1", ReplyWithdrawn.class, Topic.REPLIES_REQUESTED),
    REPLY_SENT("reply.sent.v1", ReplySent.class, Topic.REPLIES_RESULTS),
    REPLY_DEFERRED("reply.deferred.v1", ReplyDeferred.class, Topic.REPLIES_RESULTS),
    REPLY_BLOCKED("reply.blocked.v1", ReplyBlocked.class, Topic.REPLIES_RESULTS),
    REPLY_FAILED("reply.failed.v1", ReplyFailed.class, Topic.REPLIES_RESULTS),
    REPLY_UNKNOWN("reply.unknown.v1", ReplyUnknown.class, Topic.REPLIES_RESULTS),

    AUTORESPONDER_SETTINGS_CHANGED(
            "autoresponder.settings-changed.v1", AutoresponderSettingsChanged.class, Topic.AUTORESPONDER_SETTINGS),

    SELLER_ERASURE_REQUESTED("seller.erasure-requested.v1", SellerErasureRequested.class, Topic.SELLER_EVENTS),
    SELLER_ERASURE_DONE("seller.erasure-done.v1", SellerErasureDone.class, Topic.SELLER_EVENTS);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    private final String wireName;
    private final Class<? extends Event> record;
    private final Set<Topic> topics;

    EventType(String wireName, Class<? extends Event> record, Topic first, Topic... others) {
        this.wireName = wireName;
        this.record = record;
        this.topics = EnumSet.of(first, others);
    }

    /// The CloudEvents `type`.
    public String wireName() {
        return wireName;
    }

    public Class<? extends Event> record() {
        return record;
    }

    public Set<Topic> topics() {
        return EnumSet.copyOf(topics);
    }

    public static Optional<EventType> named(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    public static EventType of(Event event) {
        EventType type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("not in the catalogue: " + event.getClass());
        }
        return type;
    }

    /// The one topic in which this very event belongs: messages go by their channel.
    public static Topic topicOf(Event event) {
        if (event instanceof MessageEvent message) {
            return switch (message.target().channel()) {
                case MAILBOX -> Topic.MESSAGES_MAILBOX;
                case ALLEGRO -> Topic.MESSAGES_ALLEGRO;
            };
        }
        return of(event).topics.iterator().next();
    }
}
