package pl.odzew.portal.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who changed what, as a service recorded it.
public record AuditEntry(
        Instant at,
        @Nullable String actor,
        String action,
        @Nullable String subject,
        @Nullable String detail) {}
