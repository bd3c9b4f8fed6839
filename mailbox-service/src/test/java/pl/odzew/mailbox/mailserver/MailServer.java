package pl.odzew.mailbox.mailserver;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.mailserver.control.ControlApi;
import pl.odzew.mailbox.mailserver.disk.DataFolder;
import pl.odzew.mailbox.mailserver.imap.ImapSession;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Ledger;
import pl.odzew.mailbox.mailserver.post.Letter;
import pl.odzew.mailbox.mailserver.post.LoginAttempt;
import pl.odzew.mailbox.mailserver.post.OutsideMail;
import pl.odzew.mailbox.mailserver.post.PostOffice;
import pl.odzew.mailbox.mailserver.post.StoredMail;
import pl.odzew.mailbox.mailserver.smtp.SmtpSession;
import pl.odzew.mailbox.mailserver.wire.Listener;
import pl.odzew.mailbox.mailserver.wire.ServerCertificate;

/// A running mail server. Listens on the loopback address alone; safe for use by many threads.
public final class MailServer implements AutoCloseable {

    public static final String HOST = "localhost";

    private final PostOffice office;
    private final ServerCertificate certificate;
    private final Listener imap;
    private final Listener smtp;
    private final @Nullable ControlApi control;

    private MailServer(Options options) throws IOException {
        Path folder = options.dataFolder();
        Ledger ledger = folder == null ? Ledger.NONE : DataFolder.in(folder);
        office = new PostOffice(ledger, options.clock(), options.connectionsPerAccount());
        certificate = folder == null ? ServerCertificate.ofThisProcess() : ServerCertificate.in(folder.resolve("tls"));
        imap = Listener.start(
                "imap", options.imapPort(), certificate.context(), wire -> ImapSession.hold(wire, office));
        smtp = Listener.start(
                "smtp", options.smtpPort(), certificate.context(), wire -> SmtpSession.hold(wire, office));
        Integer controlPort = options.controlPort();
        control = controlPort == null ? null : ControlApi.start(office, controlPort);
    }

    /// Starts listening; all ports are open when it returns.
    ///
    /// @throws UncheckedIOException when a port is taken, and its message names it
    public static MailServer start(Options options) {
        try {
            return new MailServer(options);
        } catch (IOException e) {
            throw new UncheckedIOException("the mail server cannot start: " + e.getMessage(), e);
        }
    }

    /// With free ports, in memory: for tests.
    public static MailServer start() {
        return start(Options.inMemory());
    }

    // Accounts and mails

    /// Opens an account, or gives an existing one this password.
    public Account account(String address, String password) {
        return office.open(address, address, password);
    }

    public Optional<Account> find(String address) {
        return office.find(address);
    }

    public Collection<Account> accounts() {
        return office.accounts();
    }

    /// Delivers a letter to an account's inbox as Gmail does, with `Return-Path`, `Received` and
    /// `Authentication-Results` on top.
    public StoredMail deliver(String address, Letter letter) {
        return office.find(address)
                .orElseThrow(() -> new IllegalArgumentException("no account " + address))
                .receive(letter);
    }

    /// What left for addresses that are none of ours, oldest first.
    public List<OutsideMail> outside() {
        return office.outside();
    }

    public List<OutsideMail> outsideTo(String address) {
        return office.outsideTo(address);
    }

    /// Every sign-in, also those to accounts that do not exist, oldest first.
    public List<LoginAttempt> logins() {
        return office.logins();
    }

    // Where it is

    public int imapPort() {
        return imap.port();
    }

    public int smtpPort() {
        return smtp.port();
    }

    /// Where the control API answers; only with [Options#withControlPort].
    public URI control() {
        return requireNonNull(control, "started without a control port").uri();
    }

    /// PEM file with the certificate that a client must trust; in the data folder it stays the same for ever.
    public Path certificateAuthority() {
        return certificate.authority();
    }

    /// IMAP clients that are connected, signed in or not.
    public int openImapConnections() {
        return imap.openConnections();
    }

    public int openSmtpConnections() {
        return smtp.openConnections();
    }

    /// Cuts every connection and stops listening.
    @Override
    public void close() {
        try {
            imap.close();
            smtp.close();
            if (control != null) {
                control.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How to start.
    ///
    /// @param dataFolder keeps accounts, mails, policies and the certificate over restarts; null: nothing is
    ///     kept
    /// @param imapPort 0 for any that is free, also for the others
    /// @param controlPort null for no control API
    /// @param connectionsPerAccount open IMAP connections per account; one more is refused
    public record Options(
            @Nullable Path dataFolder,
            int imapPort,
            int smtpPort,
            @Nullable Integer controlPort,
            int connectionsPerAccount,
            Clock clock) {

        private static final int GMAILS_LIMIT = 15;

        public static Options inMemory() {
            return new Options(null, 0, 0, null, GMAILS_LIMIT, Clock.systemUTC());
        }

        public static Options keptIn(Path dataFolder) {
            return new Options(dataFolder, 0, 0, null, GMAILS_LIMIT, Clock.systemUTC());
        }

        public Options withPorts(int imap, int smtp) {
            return new Options(dataFolder, imap, smtp, controlPort, connectionsPerAccount, clock);
        }

        public Options withControlPort(int port) {
            return new Options(dataFolder, imapPort, smtpPort, port, connectionsPerAccount, clock);
        }

        public Options withConnectionsPerAccount(int limit) {
            return new Options(dataFolder, imapPort, smtpPort, controlPort, limit, clock);
        }

        public Options withClock(Clock newClock) {
            return new Options(dataFolder, imapPort, smtpPort, controlPort, connectionsPerAccount, newClock);
        }
    }
}
