package pl.odzew.allegro.replying.rest;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.replying.AttachmentContents;
import pl.odzew.allegro.replying.AttachmentException;
import pl.odzew.allegro.replying.Digest;
import pl.odzew.events.reply.v1.AttachmentRef;

/// [AttachmentContents] of responder-service, with the service's own credentials (role `sender`).
@ApplicationScoped
class AttachmentsOverHttp implements AttachmentContents {

    private final AttachmentsApi api;
    private final OidcClient identity;
    private final AtomicReference<@Nullable Tokens> tokens = new AtomicReference<>();

    AttachmentsOverHttp(@RestClient AttachmentsApi api, OidcClient identity) {
        this.api = api;
        this.identity = identity;
    }

    @Override
    public CompletionStage<byte[]> content(AttachmentRef attachment) {
        return token().chain(token -> api.content("Bearer " + token, attachment.id()))
                .onFailure()
                .transform(failure -> new AttachmentException(
                        failure instanceof AttachmentsApi.RefusedException refused && refused.isGone()
                                ? AttachmentException.Code.GONE
                                : AttachmentException.Code.UNAVAILABLE,
                        attachment))
                .map(content -> Digest.checked(attachment, content))
                .subscribeAsCompletionStage();
    }

    /// Two that find it run out both get a new one: harmless.
    private Uni<String> token() {
        Tokens known = tokens.get();
        if (known != null && !known.isAccessTokenWithinRefreshInterval() && !known.isAccessTokenExpired()) {
            return Uni.createFrom().item(known.getAccessToken());
        }
        return identity.getTokens().invoke(tokens::set).map(Tokens::getAccessToken);
    }
}
