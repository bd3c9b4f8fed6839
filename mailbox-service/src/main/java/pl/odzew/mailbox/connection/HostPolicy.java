package pl.odzew.mailbox.connection;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which mail servers a seller may name. A host of his choice must lie on the public internet, so that
/// nobody uses us to look around behind our own walls; where it lies is judged by the address that is
/// connected to, not by the name.
///
/// @param trustedHosts may have any address and any port: the operator named them himself
/// @param imapPorts the ports that any other host may be spoken to at
/// @param smtpPorts likewise
public record HostPolicy(Set<String> trustedHosts, Set<Integer> imapPorts, Set<Integer> smtpPorts) {

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z][a-z0-9-]*");

    public HostPolicy {
        trustedHosts = Set.copyOf(trustedHosts);
        imapPorts = Set.copyOf(imapPorts);
        smtpPorts = Set.copyOf(smtpPorts);
    }

    /// Whether it is a host's name at all, as opposed to an address or to something smuggled.
    public static boolean isName(String host) {
        return NAME.matcher(host).matches();
    }

    public boolean permitsImap(ServerAddress server) {
        return isTrusted(server.host()) || imapPorts.contains(server.port());
    }

    public boolean permitsSmtp(ServerAddress server) {
        return isTrusted(server.host()) || smtpPorts.contains(server.port());
    }

    /// Whether the host may be connected to at this address of it.
    public boolean permits(String host, InetAddress address) {
        return isTrusted(host) || PublicInternet.contains(address);
    }

    private boolean isTrusted(String host) {
        return trustedHosts.contains(host.toLowerCase(Locale.ROOT));
    }
}
