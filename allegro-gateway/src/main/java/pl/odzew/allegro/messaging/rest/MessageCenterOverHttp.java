package pl.odzew.allegro.messaging.rest;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.Secret;
import pl.odzew.allegro.messaging.AttachmentId;
import pl.odzew.allegro.messaging.DeclaredAttachment;
import pl.odzew.allegro.messaging.Message;
import pl.odzew.allegro.messaging.MessageCenter;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.Page;
import pl.odzew.allegro.messaging.Place;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.allegro.messaging.ThreadSummary;

/// The Message Center in `beta.v1`; attachments are `public.v1`'s also here.
final class MessageCenterOverHttp implements MessageCenter {

    /// The most that Allegro gives at once.
    static final int PAGE_SIZE = 20;

    static final int LONGEST_TEXT = 2_000;

    private final MessagingApi api;
    private final PublicMessagingApi attachments;

    MessageCenterOverHttp(MessagingApi api, PublicMessagingApi attachments) {
        this.api = api;
        this.attachments = attachments;
    }

    @Override
    public Place place() {
        return Place.MESSAGES;
    }

    @Override
    public int longestText() {
        return LONGEST_TEXT;
    }

    @Override
    public CompletionStage<Page<ThreadSummary>> threads(Secret access, @Nullable String page) {
        return Calls.stage(api.threads(Calls.bearer(access), PAGE_SIZE, page)
                .map(wire ->
                        new Page<>(wire.threads().stream().flatMap(Wire::thread).toList(), next(wire.nextPage()))));
    }

    @Override
    public CompletionStage<Page<Message>> messages(Secret access, ThreadId thread, @Nullable String page) {
        return Calls.stage(api.messages(Calls.bearer(access), thread.value(), PAGE_SIZE, page)
                .map(wire ->
                        new Page<>(wire.messages().stream().map(Wire::message).toList(), next(wire.nextPage()))));
    }

    @Override
    public CompletionStage<Message> post(Secret access, ThreadId thread, String text, List<AttachmentId> files) {
        return Calls.stage(api.post(Calls.bearer(access), thread.value(), Wire.newMessage(text, files))
                .map(Wire::message));
    }

    @Override
    public CompletionStage<@Nullable Message> message(Secret access, MessageId message) {
        return Calls.stage(api.message(Calls.bearer(access), message.value()).map(Wire::message));
    }

    @Override
    public CompletionStage<Void> markAsRead(Secret access, ThreadId thread) {
        return Calls.stage(api.read(Calls.bearer(access), thread.value(), new MessagingApi.ReadWire(true))
                .replaceWithVoid());
    }

    @Override
    public CompletionStage<DeclaredAttachment> declare(Secret access, String fileName, long size) {
        return declare(attachments, access, fileName, size);
    }

    @Override
    public CompletionStage<Void> upload(
            Secret access, DeclaredAttachment attachment, String mediaType, byte[] content) {
        return upload(attachments, access, attachment, mediaType, content);
    }

    static CompletionStage<DeclaredAttachment> declare(
            PublicMessagingApi api, Secret access, String fileName, long size) {
        var wish = new PublicMessagingApi.NewAttachmentWire(fileName, size);
        return Calls.stage(api.declare(Calls.bearer(access), wish)
                .map(wire -> new DeclaredAttachment(new AttachmentId(wire.id()), null)));
    }

    static CompletionStage<Void> upload(
            PublicMessagingApi api, Secret access, DeclaredAttachment attachment, String mediaType, byte[] content) {
        return Calls.stage(
                api.upload(Calls.bearer(access), mediaType, attachment.id().value(), content)
                        .replaceWithVoid());
    }

    private static @Nullable String next(MessagingApi.@Nullable NextPageWire next) {
        return next == null ? null : next.id();
    }
}
