package pl.odzew.mailbox.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.odzew.mailbox.connection.ServerAddress.Security;

class HostPolicyTest {

    private final HostPolicy policy = new HostPolicy(Set.of("mail.firma.example"), Set.of(993), Set.of(465, 587));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:a00:1::",
                "2001:db8::1",
                "2001::1",
                "100::1"
            })
    void goesToNoAddressThatIsNotOnThePublicInternet(String address) {
        assertThat(policy.permits("imap.attacker.example", InetAddress.ofLiteral(address)))
                .isFalse();
        assertThat(policy.permits("mail.firma.example", InetAddress.ofLiteral(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "142.250.102.109",
                "212.77.101.1",
                "172.15.255.255",
                "172.32.0.1",
                "100.128.0.1",
                "193.0.0.1",
                "2a00:1450:4025:c03::6d",
                "2002:d44d:6501::",
                "64:ff9b::d44d:6501"
            })
    void goesToAnyOther(String address) {
        assertThat(policy.permits("imap.host.example", InetAddress.ofLiteral(address)))
                .isTrue();
    }

    @Test
    void speaksAtThePortsOfMailAlone() {
        assertThat(policy.permitsImap(server("imap.host.example", 993))).isTrue();
        assertThat(policy.permitsImap(server("imap.host.example", 6379))).isFalse();
        assertThat(policy.permitsSmtp(server("smtp.host.example", 587))).isTrue();
        assertThat(policy.permitsSmtp(server("smtp.host.example", 25))).isFalse();
        assertThat(policy.permitsImap(server("Mail.Firma.example", 10_993))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap.gmail.com", "mail", "xn--d1acufc.example", "a-b.c"})
    void knowsAName(String host) {
        assertThat(HostPolicy.isName(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1",
                "0x7f000001",
                "2130706433",
                "[::1]",
                "::1",
                "a b",
                "a\r\nb",
                "-a.example",
                "a..b",
                "a/b",
                "u@h"
            })
    void takesNothingElseForAName(String host) {
        assertThat(HostPolicy.isName(host)).isFalse();
    }

    private static ServerAddress server(String host, int port) {
        return new ServerAddress(host, port, Security.TLS);
    }
}
