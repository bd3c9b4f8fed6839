package pl.odzew.mailbox.connection.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.Presets;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.ServerFinder;
import pl.odzew.mailbox.connection.Servers;

/// Where a mailbox probably is.
///
/// @param source how it is known: `DOMAIN`, `DNS_SRV` or `DNS_MX`; `NONE` where it is not, and the seller is to say
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Preset", example = """
                {"provider": "GMAIL", "source": "DOMAIN",
                 "imap": {"host": "imap.gmail.com", "port": 993, "security": "TLS"},
                 "smtp": {"host": "smtp.gmail.com", "port": 465, "security": "TLS"}}
                """)
record PresetView(
        MailProvider provider,
        String source,
        @Nullable ServerAddress imap,
        @Nullable ServerAddress smtp) {

    static final PresetView UNKNOWN = new PresetView(MailProvider.OTHER, "NONE", null, null);

    static PresetView of(ServerFinder.Found found, Presets presets) {
        Servers servers = found.servers() == null ? presets.of(found.provider()).orElse(null) : found.servers();
        return new PresetView(
                found.provider(),
                found.source().name(),
                servers == null ? null : servers.imap(),
                servers == null ? null : servers.smtp());
    }
}
