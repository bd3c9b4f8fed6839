package pl.odzew.mailbox.connection.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.odzew.mailbox.connection.HostPolicy;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.ServerAddress.Security;
import pl.odzew.mailbox.watch.MailConnector.Opening;
import pl.odzew.mailbox.watch.imap.ImapConnectors;

/// Where we connect to when a name's owner answers as he likes.
class MailTlsTest {

    private static final HostPolicy STRICT = new HostPolicy(Set.of(), Set.of(993), Set.of(465));
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("203.0.114.7");

    private final Vertx vertx = Vertx.vertx();
    private final ScriptedServer server = ScriptedServer.withTls(line -> line.say("* OK ready"));

    @AfterEach
    void stop() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void connectsToNoAddressBehindOurWalls() {
        // When
        Opening opening = open(STRICT, "imap.attacker.example", answering(LOOPBACK));

        // Then
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Unreachable.class,
                        unreachable -> assertThat(unreachable.what()).contains("not on the public internet"));
        assertThat(server.connections()).isZero();
    }

    /// The check of the form sees the public address, the connection would see the other one.
    @Test
    void judgesTheAddressThatItConnectsToAndNotTheOneOfALookBefore() {
        // Given
        MailTls tls = new MailTls(Optional.empty(), STRICT, answering(PUBLIC, LOOPBACK));
        boolean forbiddenAtFirst = tls.isForbidden(vertx, "imap.attacker.example")
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        // When
        Opening opening = open(tls, "imap.attacker.example");

        // Then
        assertThat(forbiddenAtFirst).isFalse();
        assertThat(opening).isInstanceOf(Opening.Unreachable.class);
        assertThat(server.connections()).isZero();
    }

    @Test
    void asksForTheAddressOnceAndConnectsToThatVeryOne() {
        // Given
        HostPolicy trusting = new HostPolicy(Set.of("localhost"), Set.of(), Set.of());

        // When
        Opening opening = open(trusting, "localhost", answering(LOOPBACK));

        // Then
        assertThat(server.connections()).isEqualTo(1);
        assertThat(opening).isNotNull();
    }

    @Test
    void comparesTheCertificateWithTheNameAndNotWithTheAddress() {
        // Given
        HostPolicy trusting = new HostPolicy(Set.of("imap.other.example"), Set.of(), Set.of());

        // When
        Opening opening = open(trusting, "imap.other.example", answering(LOOPBACK));

        // Then
        assertThat(opening).isInstanceOf(Opening.Unreachable.class);
        assertThat(server.heard()).isEmpty();
    }

    private Opening open(HostPolicy policy, String host, MailTls.Resolver resolver) {
        return open(new MailTls(Optional.of(TestCertificate.authority()), policy, resolver), host);
    }

    private Opening open(MailTls tls, String host) {
        return ImapConnectors.hasty(vertx, tls, Duration.ofSeconds(5))
                .open(
                        new ServerAddress(host, server.port(), Security.TLS),
                        new Login("anna@gmail.com", new Secret("abcdefghijklmnop")))
                .toCompletableFuture()
                .join();
    }

    /// Gives one address after the other, and fails when it is asked more often.
    private static MailTls.Resolver answering(InetAddress... addresses) {
        Queue<InetAddress> answers = new ArrayDeque<>(List.of(addresses));
        return (_, _) -> {
            InetAddress next = answers.poll();
            return next == null ? Future.failedFuture("asked too often") : Future.succeededFuture(next);
        };
    }
}
