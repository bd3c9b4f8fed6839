package pl.odzew.mailbox.connection.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.connection.AuditLog;

/// A page of the log of who changed what, the newest first.
///
/// @param next the cursor of the next page; absent on the last one
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Audit", example = """
                {"items": [{"at": "2026-11-23T12:00:00Z", "actor": "anna", "action": "CREDENTIAL_CHANGED",
                            "subject": "6f6f3f0e-6a1c-4f7e-9b43-0a5b4f6f1f11", "detail": "APP_PASSWORD_LIKE"}],
                 "next": "41"}
                """)
record AuditView(List<Item> items, @Nullable String next) {

    /// @param sellerId shown to operators alone
    /// @param subject the mailbox's id
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            Instant at,
            @Nullable String sellerId,
            String actor,
            String action,
            String subject,
            @Nullable String detail) {}

    static AuditView of(List<AuditLog.Entry> entries, int page, boolean forOperator) {
        List<Item> items = entries.stream()
                .map(entry -> new Item(
                        entry.at(),
                        forOperator ? entry.sellerId() : null,
                        entry.actor(),
                        entry.action(),
                        entry.subject(),
                        entry.detail()))
                .toList();
        return new AuditView(
                items,
                entries.size() < page ? null : Long.toString(entries.getLast().seq()));
    }
}
