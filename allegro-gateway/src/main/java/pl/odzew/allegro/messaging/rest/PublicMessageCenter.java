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

/// The Message Center in `public.v1`: the other side is an interlocutor, pages are offsets.
final class PublicMessageCenter implements MessageCenter {

    private final PublicMessagingApi api;

    PublicMessageCenter(PublicMessagingApi api) {
        this.api = api;
    }

    @Override
    public Place place() {
        return Place.MESSAGES;
    }

    @Override
    public int longestText() {
        return MessageCenterOverHttp.LONGEST_TEXT;
    }

    @Override
    public CompletionStage<Page<ThreadSummary>> threads(Secret access, @Nullable String page) {
        return Calls.stage(api.threads(Calls.bearer(access), MessageCenterOverHttp.PAGE_SIZE, Calls.offset(page))
                .map(wire -> new Page<>(
                        wire.threads().stream().flatMap(Wire::thread).toList(),
                        Calls.next(page, wire.threads().size(), MessageCenterOverHttp.PAGE_SIZE))));
    }

    @Override
    public CompletionStage<Page<Message>> messages(Secret access, ThreadId thread, @Nullable String page) {
        return Calls.stage(api.messages(
                        Calls.bearer(access), thread.value(), MessageCenterOverHttp.PAGE_SIZE, Calls.offset(page))
                .map(wire -> new Page<>(
                        wire.messages().stream().map(Wire::message).toList(),
                        Calls.next(page, wire.messages().size(), MessageCenterOverHttp.PAGE_SIZE))));
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
        return Calls.stage(api.read(Calls.bearer(access), thread.value(), new MessagingApi.ReadWire(true)));
    }

    @Override
    public CompletionStage<DeclaredAttachment> declare(Secret access, String fileName, long size) {
        return MessageCenterOverHttp.declare(api, access, fileName, size);
    }

    @Override
    public CompletionStage<Void> upload(
            Secret access, DeclaredAttachment attachment, String mediaType, byte[] content) {
        return MessageCenterOverHttp.upload(api, access, attachment, mediaType, content);
    }
}
