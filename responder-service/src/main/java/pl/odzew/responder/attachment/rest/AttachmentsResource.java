package pl.odzew.responder.attachment.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.attachment.Attachment;
import pl.odzew.responder.attachment.postgres.AttachmentRows;
import pl.odzew.responder.audit.AuditEntry;
import pl.odzew.responder.audit.AuditEntry.Action;
import pl.odzew.responder.audit.postgres.AuditLog;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.rule.document.RulesReader;
import pl.odzew.responder.rule.postgres.SellerDocuments;

/// Files that the seller's replies may bring along.
@Path("/api/v1/autoresponder/attachments")
@Tag(name = "Attachments")
@Authenticated
public class AttachmentsResource {

    /// The role of the two senders' client credentials.
    private static final String SENDER = "sender";

    /// @param size in bytes
    /// @param sha256 in lower-case hexadecimal
    @Schema(name = "Attachment")
    record AttachmentView(
            UUID id,
            @Schema(examples = "regulamin.pdf") String fileName,
            @Schema(examples = "application/pdf") String mediaType,
            long size,
            String sha256,
            Instant createdAt) {

        static AttachmentView of(AttachmentRows.Stored stored) {
            var ref = stored.ref();
            return new AttachmentView(
                    ref.id(), ref.fileName(), ref.mediaType(), ref.size(), ref.sha256(), stored.createdAt());
        }
    }

    private final CurrentSeller seller;
    private final SecurityIdentity identity;
    private final AttachmentRows rows;
    private final SellerDocuments documents;
    private final AuditLog audit;
    private final Clock clock;

    AttachmentsResource(
            CurrentSeller seller,
            SecurityIdentity identity,
            AttachmentRows rows,
            SellerDocuments documents,
            AuditLog audit,
            Clock clock) {
        this.seller = seller;
        this.identity = identity;
        this.rows = rows;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The seller's stored files")
    public Uni<List<AttachmentView>> list() {
        SellerId sellerId = seller.id();
        return Panache.withSession(() -> rows.of(List.of(sellerId.value())))
                .map(files -> files.getOrDefault(sellerId.value(), List.of()).stream()
                        .map(AttachmentView::of)
                        .toList());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Stores a file: PNG, GIF, BMP, TIFF, JPEG or PDF of at most 5 MiB, as Allegro takes them")
    @APIResponse(responseCode = "201", description = "Stored")
    public Uni<Response> store(@RestForm("file") @Nullable FileUpload file) {
        SellerId sellerId = seller.id();
        String actor = seller.person();
        if (file == null) {
            throw ProblemException.invalid("file", "a file expected");
        }
        if (file.size() > Attachment.MAX_BYTES) {
            throw ProblemException.invalid("file", "at most " + Attachment.MAX_BYTES + " bytes expected");
        }
        byte[] content = bytes(file);
        var attachment = new Attachment(
                UUID.randomUUID(),
                sellerId,
                Attachment.safeName(file.fileName()),
                pl.odzew.responder.attachment.MediaType.of(content)
                        .orElseThrow(
                                () -> ProblemException.invalid("file", "a PNG, GIF, BMP, TIFF, JPEG or PDF expected")),
                content,
                clock.instant());
        return Panache.withTransaction(() -> documents
                .lock(sellerId)
                .chain(() -> rows.of(List.of(sellerId.value())))
                .invoke(files -> {
                    if (files.getOrDefault(sellerId.value(), List.of()).size() >= Attachment.MOST) {
                        throw ProblemException.conflict(
                                "At most " + Attachment.MOST + " files can be stored; remove one first.", null);
                    }
                })
                .chain(() -> rows.add(attachment))
                .chain(() -> audit.add(entry(sellerId, actor, Action.ATTACHMENT_STORED, attachment.id())))
                .map(_ -> Response.status(Response.Status.CREATED)
                        .entity(AttachmentView.of(new AttachmentRows.Stored(attachment.ref(), attachment.createdAt())))
                        .build()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Removes a file that no rule names")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "A rule still names it")
    public Uni<Void> remove(UUID id) {
        SellerId sellerId = seller.id();
        String actor = seller.person();
        return Panache.withTransaction(() -> documents
                .lock(sellerId)
                .chain(() -> documents.rules(sellerId))
                .invoke(rules -> {
                    if (RulesReader.attachmentsIn(rules).contains(id)) {
                        throw ProblemException.conflict("A rule still sends this file.", "/api/v1/autoresponder/rules");
                    }
                })
                .chain(() -> rows.remove(sellerId, id))
                .invoke(removed -> {
                    if (!removed) {
                        throw ProblemException.notFound();
                    }
                })
                .chain(() -> audit.add(entry(sellerId, actor, Action.ATTACHMENT_REMOVED, id))));
    }

    @GET
    @Path("/{id}/content")
    @Operation(summary = "The bytes: for the seller himself, and for the senders' client credentials (role sender)")
    public Uni<Response> content(UUID id) {
        boolean sender = identity.hasRole(SENDER);
        SellerId own = sender ? null : seller.id();
        return Panache.withSession(() -> rows.content(id)).map(found -> {
            AttachmentRows.Content content =
                    found.filter(file -> sender || file.sellerId().equals(own)).orElseThrow(ProblemException::notFound);
            return Response.ok(content.bytes(), content.ref().mediaType())
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"" + ascii(content.ref().fileName()) + "\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .tag(content.ref().sha256())
                    .build();
        });
    }

    private AuditEntry entry(SellerId sellerId, String actor, Action action, UUID id) {
        return new AuditEntry(sellerId, clock.instant(), actor, action, "autoresponder/attachments/" + id, null);
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file cannot be read", e);
        }
    }

    private static String ascii(String name) {
        return name.replaceAll("[^\\x20-\\x7e]", "_");
    }
}
