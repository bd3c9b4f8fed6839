package pl.odzew.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import pl.odzew.allegro.marketplace.Marketplace;
import pl.odzew.allegro.marketplace.Options;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.notification.catcher.MailCatcher;

/// The outside world, in the launcher's own JVM: Gmail, Allegro, the OIDC provider, and where mails to sellers end.
public final class StandIns implements AutoCloseable {

    /// What services must know of them.
    ///
    /// @param mailCertificate PEM file of the authority behind the mail server's certificate
    record Known(
            Path mailCertificate,
            URI allegroOauth,
            String allegroClientId,
            String allegroClientSecret,
            URI oidcIssuer) {}

    private final Deque<AutoCloseable> running;
    private final MailServer mail;
    private final Known known;

    private StandIns(Deque<AutoCloseable> running, MailServer mail, Known known) {
        this.running = running;
        this.mail = mail;
        this.known = known;
    }

    static StandIns start(PortPlan ports, DataFolder data) {
        var running = new ArrayDeque<AutoCloseable>();
        try {
            running.push(SignIn.start(ports.of(Port.OIDC)));
            MailServer mail = MailServer.start(MailServer.Options.keptIn(data.standIn("mail"))
                    .withPorts(ports.of(Port.IMAPS), ports.of(Port.SMTPS))
                    .withControlPort(ports.of(Port.MAIL_CONTROL)));
            running.push(mail);
            Marketplace marketplace =
                    Marketplace.start(Options.at(ports.of(Port.MARKETPLACE)).keepingIn(data.standIn("allegro")));
            running.push(marketplace);
            running.push(MailCatcher.start(new MailCatcher.Options(
                    ports.of(Port.CATCHER_SMTP), ports.of(Port.CATCHER_PAGE), data.standIn("mail-catcher"))));
            return new StandIns(
                    running,
                    mail,
                    new Known(
                            mail.certificateAuthority(),
                            marketplace.oauthUri(),
                            Options.DEFAULT_CLIENT_ID,
                            Options.DEFAULT_CLIENT_SECRET,
                            SignIn.issuer(ports)));
        } catch (IOException e) {
            throw new UncheckedIOException("a stand-in did not start", e);
        }
    }

    /// The server itself, for who counts many mails.
    public MailServer mail() {
        return mail;
    }

    Known known() {
        return known;
    }

    @Override
    public void close() {
        running.forEach(StandIns::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable standIn) {
        try {
            standIn.close();
        } catch (Exception e) {
            System.getLogger(StandIns.class.getName()).log(System.Logger.Level.WARNING, "a stand-in did not stop", e);
        }
    }
}
