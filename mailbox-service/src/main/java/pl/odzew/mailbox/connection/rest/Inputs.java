package pl.odzew.mailbox.connection.rest;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.HostPolicy;
import pl.odzew.mailbox.connection.Password;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.ServerAddress.Security;
import pl.odzew.mailbox.connection.Servers;

/// What sellers send, read into the types of the feature; what cannot be read ends the request and names its field.
final class Inputs {

    private static final int MAX_PASSWORD = 256;
    private static final int MAX_USER = 320;
    private static final int IMAPS = 993;
    private static final int SUBMISSIONS = 465;
    private static final int SUBMISSION = 587;

    private Inputs() {}

    /// What is needed to connect a mailbox.
    ///
    /// @param provider guessed from the address where it is absent
    /// @param user what to sign in as, where that is not the address
    /// @param imap where no provider of ours is meant; then `smtp` is needed too
    @Schema(name = "Connecting", example = "{\"address\": \"anna@gmail.com\", \"password\": \"abcd efgh ijkl mnop\"}")
    record Connecting(
            @Nullable String address,
            @Nullable String password,
            @Nullable String provider,
            @Nullable String user,
            @Nullable Server imap,
            @Nullable Server smtp) {
        @Override
        public String toString() {
            return "Connecting[" + provider + "]";
        }
    }

    @Schema(name = "NewPassword", example = "{\"password\": \"abcd efgh ijkl mnop\"}")
    record NewPassword(@Nullable String password) {
        @Override
        public String toString() {
            return "NewPassword[redacted]";
        }
    }

    /// New servers. The password is asked for again, since it would go to whatever host is named here.
    @Schema(name = "NewServers", example = """
                    {"imap": {"host": "imap.firma.example", "port": 993},
                     "smtp": {"host": "smtp.firma.example", "port": 587, "security": "STARTTLS"},
                     "user": "anna", "password": "tajne"}
                    """)
    record NewServers(
            @Nullable Server imap,
            @Nullable Server smtp,
            @Nullable String user,
            @Nullable String password) {
        @Override
        public String toString() {
            return "NewServers[redacted]";
        }
    }

    /// @param port 993, or 465 and 587, where it is absent or the operator allows no other
    /// @param security TLS, or STARTTLS for SMTP; follows from the port where it is absent
    @Schema(name = "Server", example = "{\"host\": \"imap.firma.example\", \"port\": 993, \"security\": \"TLS\"}")
    record Server(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String security) {}

    static MailAddress address(@Nullable String address) {
        return field("address", address, MailAddress::new);
    }

    static MailProvider provider(String provider) {
        return field("provider", provider, MailProvider::valueOf);
    }

    static Password password(@Nullable String password) {
        if (password == null || password.isBlank() || password.length() > MAX_PASSWORD) {
            throw new ProblemException(Problem.field("password", "1 to " + MAX_PASSWORD + " characters expected"));
        }
        return Password.typed(password);
    }

    static @Nullable String user(@Nullable String user) {
        if (user == null || user.isBlank()) {
            return null;
        }
        String name = user.strip();
        if (name.length() > MAX_USER || name.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(Problem.field("user", "at most " + MAX_USER + " characters of text expected"));
        }
        return name;
    }

    static Servers servers(@Nullable Server imap, @Nullable Server smtp, HostPolicy policy) {
        ServerAddress reading = imap(imap, policy);
        return new Servers(reading, smtp(smtp, policy));
    }

    private static ServerAddress imap(@Nullable Server server, HostPolicy policy) {
        ServerAddress imap = address("imap", server, IMAPS, Security.TLS);
        if (imap.security() != Security.TLS) {
            throw new ProblemException(Problem.field("imap.security", "IMAP is spoken with TLS from the first byte"));
        }
        if (!policy.permitsImap(imap)) {
            throw new ProblemException(
                    Problem.field("imap.port", "is not one of IMAP's with TLS: " + policy.imapPorts()));
        }
        return imap;
    }

    private static ServerAddress smtp(@Nullable Server server, HostPolicy policy) {
        int port = server == null || server.port() == null ? SUBMISSIONS : server.port();
        ServerAddress smtp = address("smtp", server, port, port == SUBMISSION ? Security.STARTTLS : Security.TLS);
        if (!policy.permitsSmtp(smtp)) {
            throw new ProblemException(
                    Problem.field("smtp.port", "is not one of those for submission: " + policy.smtpPorts()));
        }
        return smtp;
    }

    private static ServerAddress address(String field, @Nullable Server server, int port, Security security) {
        String host = server == null || server.host() == null
                ? ""
                : server.host().strip().toLowerCase(Locale.ROOT);
        if (server == null || !HostPolicy.isName(host)) {
            throw new ProblemException(Problem.field(field + ".host", "a host's name is expected"));
        }
        Integer given = server.port();
        String named = server.security();
        try {
            return new ServerAddress(
                    host, given == null ? port : given, named == null ? security : Security.valueOf(named));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.field(field, "has no such port or security"));
        }
    }

    static MailboxId id(String id) {
        try {
            return new MailboxId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw gone();
        }
    }

    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw new ProblemException(
                    Problem.of("invalid-request", "The request is not valid", 400, "a JSON body is expected"));
        }
        return body;
    }

    static ProblemException gone() {
        return new ProblemException(Problem.of("not-found", "There is no such mailbox", 404, null));
    }

    private static <T> T field(String name, @Nullable String value, Function<String, T> reading) {
        try {
            return reading.apply(value == null ? "" : value.strip());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.field(name, "is missing or not valid"));
        }
    }
}
