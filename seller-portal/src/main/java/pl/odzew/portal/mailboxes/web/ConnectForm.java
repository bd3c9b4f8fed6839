package pl.odzew.portal.mailboxes.web;

import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.mailboxes.rest.MailboxesApi;

/// What a seller types to connect a mailbox.
public class ConnectForm {

    private static final Map<String, String> BY_DOMAIN = Map.ofEntries(
            Map.entry("gmail.com", "GMAIL"),
            Map.entry("googlemail.com", "GMAIL"),
            Map.entry("wp.pl", "WP"),
            Map.entry("o2.pl", "O2"),
            Map.entry("tlen.pl", "O2"),
            Map.entry("go2.pl", "O2"),
            Map.entry("onet.pl", "ONET"),
            Map.entry("op.pl", "ONET"),
            Map.entry("vp.pl", "ONET"),
            Map.entry("poczta.onet.pl", "ONET"),
            Map.entry("interia.pl", "INTERIA"),
            Map.entry("interia.eu", "INTERIA"),
            Map.entry("poczta.fm", "INTERIA"));

    @RestForm
    @Nullable
    String address;

    @RestForm
    @Nullable
    String password;

    /// Empty: by the address.
    @RestForm
    @Nullable
    String provider;

    static ConnectForm empty(@Nullable String address) {
        var form = new ConnectForm();
        form.address = address;
        return form;
    }

    public String address() {
        return address == null ? "" : address.strip();
    }

    /// The chosen provider, else the one that the address tells, else Gmail: where most mailboxes are.
    public String provider() {
        if (provider != null && !provider.isBlank()) {
            return provider;
        }
        String domain = address().substring(address().indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return BY_DOMAIN.getOrDefault(domain, "GMAIL");
    }

    public String chosen() {
        return provider == null ? "" : provider;
    }

    MailboxesApi.Connecting request() {
        return new MailboxesApi.Connecting(address(), password == null ? "" : password, provider(), null, null);
    }

    ConnectForm withoutPassword() {
        password = null;
        return this;
    }
}
