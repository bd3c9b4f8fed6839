package pl.odzew.allegro.replying;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.odzew.events.reply.v1.AttachmentRef;

/// Which files Allegro takes: PDF and images up to 5 MiB.
public final class Attachable {

    private static final long MOST_BYTES = 5 * 1024 * 1024;

    private static final Set<String> MEDIA_TYPES =
            Set.of("image/png", "image/gif", "image/bmp", "image/tiff", "image/jpeg", "application/pdf");

    private Attachable() {}

    /// Why Allegro would refuse one of them; empty where it takes all.
    public static Optional<String> refusal(List<AttachmentRef> attachments) {
        return attachments.stream()
                .filter(attachment -> attachment.size() > MOST_BYTES || !MEDIA_TYPES.contains(attachment.mediaType()))
                .findFirst()
                .map(attachment -> "Allegro takes PDF and images up to 5 MiB, not " + attachment.mediaType() + " of "
                        + attachment.size() + " bytes");
    }
}
