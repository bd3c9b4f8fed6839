package pl.odzew.mailbox.connection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.EnumMap;
import java.util.Map;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.Presets;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.ServerAddress.Security;
import pl.odzew.mailbox.connection.Servers;

/// Where the providers' servers are; the values stand in `application.properties`.
@ConfigMapping(prefix = "odzew.providers")
interface ProvidersConfig {

    Provider gmail();

    Provider wp();

    Provider o2();

    Provider onet();

    Provider interia();

    /// The two servers of one provider. IMAP is always TLS from the first byte.
    interface Provider {
        String imapHost();

        @WithDefault("993")
        int imapPort();

        String smtpHost();

        @WithDefault("465")
        int smtpPort();

        @WithDefault("TLS")
        Security smtpSecurity();

        default Servers servers() {
            return new Servers(
                    new ServerAddress(imapHost(), imapPort(), Security.TLS),
                    new ServerAddress(smtpHost(), smtpPort(), smtpSecurity()));
        }
    }

    default Presets presets() {
        Map<MailProvider, Servers> presets = new EnumMap<>(MailProvider.class);
        presets.put(MailProvider.GMAIL, gmail().servers());
        presets.put(MailProvider.WP, wp().servers());
        presets.put(MailProvider.O2, o2().servers());
        presets.put(MailProvider.ONET, onet().servers());
        presets.put(MailProvider.INTERIA, interia().servers());
        return new Presets(presets);
    }
}
