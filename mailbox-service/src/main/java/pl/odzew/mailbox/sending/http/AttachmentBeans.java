package pl.odzew.mailbox.sending.http;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.sending.Attachments;

/// Makes the files of replies available to their senders.
@Dependent
class AttachmentBeans {

    @Produces
    @Singleton
    Attachments attachments(AttachmentsConfig config, OidcClient client) {
        var last = new AtomicReference<@Nullable Tokens>();
        return new AttachmentsOverHttp(
                config.url(), config.timeout(), () -> token(client, last).subscribeAsCompletionStage());
    }

    private static Uni<String> token(OidcClient client, AtomicReference<@Nullable Tokens> last) {
        Tokens present = last.get();
        return present != null && !present.isAccessTokenWithinRefreshInterval() && !present.isAccessTokenExpired()
                ? Uni.createFrom().item(present.getAccessToken())
                : client.getTokens().invoke(last::set).map(Tokens::getAccessToken);
    }
}
