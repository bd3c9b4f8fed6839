package pl.odzew.notification.catcher;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/// Takes mail for everybody by SMTP, without login and TLS, and shows it on a page; bound to the loopback interface.
public final class MailCatcher implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final long START_MILLIS = 20_000;

    private final GreenMail smtp;
    private final CatcherPages pages;

    private MailCatcher(GreenMail smtp, CatcherPages pages) {
        this.smtp = smtp;
        this.pages = pages;
    }

    /// @param smtpPort 0 for any free one
    /// @param httpPort 0 for any free one
    /// @param dataFolder created where it is missing; what lies in it is shown again
    public record Options(int smtpPort, int httpPort, Path dataFolder) {}

    /// Returns when both ports are open.
    public static MailCatcher start(Options options) throws IOException {
        try {
            var archive = MailArchive.open(options.dataFolder(), Clock.systemUTC());
            var pages = CatcherPages.start(HOST, options.httpPort(), archive);
            try {
                return new MailCatcher(startSmtp(options.smtpPort(), archive), pages);
            } catch (RuntimeException e) {
                pages.stop();
                throw e;
            }
        } catch (MessagingException e) {
            throw new IOException("a kept mail cannot be read", e);
        }
    }

    /// Arguments: SMTP port, HTTP port, data folder. Runs until the process is ended.
    public static void main(String[] arguments) throws IOException {
        var options =
                new Options(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        var catcher = start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(catcher::close));
        System.out.println("The mail catcher listens: smtp=" + catcher.smtpPort() + " page=" + catcher.page());
    }

    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    public URI page() {
        return URI.create("http://localhost:" + pages.port() + "/");
    }

    public MailCatcherControl control() {
        return new MailCatcherControl(page());
    }

    @Override
    public void close() {
        smtp.stop();
        pages.stop();
    }

    private static GreenMail startSmtp(int port, MailArchive archive) {
        var setup = new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START_MILLIS);
        var smtp = new GreenMail(setup);
        smtp.start();
        smtp.getUserManager().setMessageDeliveryHandler((mail, recipient) -> {
            keep(archive, mail, recipient);
            return nobody(smtp, recipient);
        });
        return smtp;
    }

    private static void keep(MailArchive archive, MovingMessage mail, MailAddress recipient) throws MessagingException {
        try {
            archive.add(recipient.getEmail(), mail.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// GreenMail wants an account to deliver to as well.
    private static GreenMailUser nobody(GreenMail smtp, MailAddress recipient) {
        GreenMailUser known = smtp.getUserManager().getUserByEmail(recipient.getEmail());
        return known != null ? known : smtp.setUser(recipient.getEmail(), "");
    }
}
