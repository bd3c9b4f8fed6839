package pl.odzew.notification.announcement.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.notification.announcement.Announcement;
import pl.odzew.notification.announcement.AnnouncementState;
import pl.odzew.notification.announcement.Segment;
import pl.odzew.notification.announcement.Text;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.problem.rest.InvalidFieldException;

/// An announcement as an operator writes it.
///
/// @param effectiveAt when what is announced happens
/// @param remindAt when those are reminded who have not acted by then
public record AnnouncementBody(
        @NotBlank @Size(max = 200) String name,
        @NotNull Map<Language, @Valid @NotNull TextBody> texts,
        @NotNull @Valid SegmentBody segment,
        @Nullable Instant effectiveAt,
        @Nullable Instant remindAt) {

    static final String EXAMPLE = """
            {"name": "Google, 1 March",
             "texts": {"PL": {"subject": "Od 1 marca Google nie przyjmie zwykłego hasła", "body": "Google zapowiada …"},
                       "EN": {"subject": "From 1 March Google takes no ordinary password", "body": "Google announces …"}},
             "segment": {"providers": ["GMAIL"], "credentials": ["OTHER"], "versions": [1, 2]},
             "effectiveAt": "2027-03-01T00:00:00Z", "remindAt": "2027-02-15T08:00:00Z"}""";

    /// @param body plain text; an empty line begins a paragraph
    public record TextBody(
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = 10_000) String body) {}

    /// Mailboxes by which buyers are answered: of these providers, with such a credential, by these versions.
    public record SegmentBody(
            @NotEmpty Set<MailProvider> providers,
            @NotEmpty Set<CredentialShape> credentials,
            @NotEmpty Set<Integer> versions) {

        Segment toSegment() {
            if (!Set.of(1, 2).containsAll(versions)) {
                throw new InvalidFieldException("segment.versions", "1 and 2 answer through a mailbox");
            }
            return new Segment(providers, credentials, versions);
        }
    }

    Announcement toAnnouncement(UUID id, Instant createdAt, String createdBy) {
        if (!texts.containsKey(Language.PL)) {
            throw new InvalidFieldException("texts", "a text in Polish is missing");
        }
        return new Announcement(
                id,
                name,
                texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue()))),
                segment.toSegment(),
                AnnouncementState.DRAFT,
                effectiveAt,
                null,
                remindAt,
                0,
                createdAt,
                createdBy);
    }

    private static Text text(TextBody body) {
        if (body.subject().lines().count() != 1) {
            throw new InvalidFieldException("texts.subject", "is to be one line");
        }
        return new Text(body.subject().strip(), body.body());
    }
}
