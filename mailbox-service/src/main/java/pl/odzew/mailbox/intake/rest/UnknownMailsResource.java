package pl.odzew.mailbox.intake.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pl.odzew.mailbox.intake.UnknownMails;

/// Mails of Allegro's that no recogniser knew, redacted.
@Path("/api/v1/operator/mailbox-service/unknown-mails")
@RolesAllowed("operator")
public class UnknownMailsResource {

    private static final int MOST = 200;

    private final UnknownMails mails;

    UnknownMailsResource(UnknownMails mails) {
        this.mails = mails;
    }

    public record UnknownMailsView(List<UnknownMailView> items) {}

    /// @param headers names alone
    public record UnknownMailView(
            Instant seenAt, String sender, String subject, List<String> headers, List<String> links, String text) {}

    @GET
    @Operation(summary = "Shows, redacted, mails of Allegro's that no recogniser knew")
    public Uni<UnknownMailsView> get() {
        return Uni.createFrom()
                .completionStage(() -> mails.latest(MOST))
                .map(seen -> new UnknownMailsView(
                        seen.stream().map(UnknownMailsResource::view).toList()));
    }

    private static UnknownMailView view(UnknownMails.Seen seen) {
        return new UnknownMailView(
                seen.at(),
                seen.mail().sender(),
                seen.mail().subject(),
                seen.mail().headers(),
                seen.mail().links(),
                seen.mail().text());
    }
}
