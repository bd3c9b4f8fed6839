package pl.odzew.mailbox.dovecot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import pl.odzew.embedded.FreePort;

/// A Dovecot of one's own: its configuration, ports and folders are private. Knows every user, all by one
/// password; a user's folders are made when he is first seen.
public final class Dovecot implements AutoCloseable {

    public static final String HOST = "localhost";
    public static final String PASSWORD = "abcdefghijklmnop";

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Path folder;
    private final Process process;
    private final int imapPort;
    private final int lmtpPort;

    private Dovecot(Path folder, Process process, int imapPort, int lmtpPort) {
        this.folder = folder;
        this.process = process;
        this.imapPort = imapPort;
        this.lmtpPort = lmtpPort;
    }

    /// Whether the package `dovecot-imapd` is there and may be started: for its own users it needs root.
    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && "root".equals(System.getProperty("user.name"));
    }

    /// Returns when it takes connections.
    ///
    /// @param folder empty; its path must be short, since sockets lie below it
    /// @param certificate PEM
    /// @param key PEM, without a password
    /// @param connections how many it must bear at once
    public static Dovecot start(Path folder, Path certificate, Path key, int connections) {
        int imapPort = FreePort.find();
        int lmtpPort = FreePort.find();
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path mail = Files.createDirectories(folder.resolve("mail"));
            Files.setAttribute(mail, "unix:uid", numberOf("mail", "-u"));
            Files.setAttribute(mail, "unix:gid", numberOf("mail", "-g"));
            Path configuration = Files.writeString(
                    folder.resolve("dovecot.conf"),
                    configuration(folder, certificate, key, imapPort, lmtpPort, connections));
            Process started = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("start.log").toFile())
                    .start();
            var dovecot = new Dovecot(folder, started, imapPort, lmtpPort);
            dovecot.awaitStart();
            return dovecot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int imapPort() {
        return imapPort;
    }

    public Lmtp lmtp() {
        return new Lmtp(lmtpPort);
    }

    /// Puts a mail into another folder than INBOX.
    public void file(String user, String where, String mail) {
        doveadm(mail, "save", "-u", user, "-m", where);
    }

    /// Ends the user's connections.
    public void kick(String user) {
        doveadm("", "kick", user);
    }

    /// Gives INBOX another UIDVALIDITY, as after a restore.
    public void renumber(String user, long validity) {
        doveadm("", "mailbox", "update", "-u", user, "--uid-validity", Long.toString(validity), "INBOX");
    }

    /// Gathers mails for users who have signed in before, so that all of them arrive at one moment.
    public Staged stage() {
        return new Staged(folder.resolve("mail"));
    }

    /// Mails that are about to arrive.
    public static final class Staged implements AutoCloseable {

        private final Path mail;
        private final Map<Path, Path> moves = new LinkedHashMap<>();

        private Staged(Path mail) {
            this.mail = mail;
        }

        /// @param text with LF at the end of its lines
        public void add(String user, String text) {
            Path maildir = mail.resolve(user).resolve("Maildir");
            String name = System.currentTimeMillis() + ".M" + System.nanoTime() + ".bench";
            try {
                moves.put(
                        Files.writeString(maildir.resolve("tmp").resolve(name), text),
                        maildir.resolve("new").resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Lets all of them arrive, one after the other in the order in which they were added.
        public void release() {
            try {
                for (Map.Entry<Path, Path> move : moves.entrySet()) {
                    Files.move(move.getKey(), move.getValue(), StandardCopyOption.ATOMIC_MOVE);
                }
                moves.clear();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Throws away what was not let go.
        @Override
        public void close() {
            try {
                for (Path waiting : moves.keySet()) {
                    Files.deleteIfExists(waiting);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void doveadm(String input, String... words) {
        List<String> command = new ArrayList<>(
                List.of("/usr/bin/doveadm", "-c", folder.resolve("dovecot.conf").toString()));
        command.addAll(List.of(words));
        try {
            Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
            run.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            run.getOutputStream().close();
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (run.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", words) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitStart() throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Socket imap = new Socket(InetAddress.getLoopbackAddress(), imapPort);
                    Socket lmtp = new Socket(InetAddress.getLoopbackAddress(), lmtpPort)) {
                return;
            } catch (ConnectException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("Dovecot did not start: " + Files.readString(folder.resolve("start.log")), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    private static int numberOf(String user, String which) throws IOException {
        Process id = new ProcessBuilder("id", which, user).start();
        return Integer.parseInt(new String(id.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }

    private static String configuration(
            Path folder, Path certificate, Path key, int imapPort, int lmtpPort, int connections) {
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/dovecot.log
                protocols = imap lmtp
                listen = 127.0.0.1
                ssl = required
                ssl_cert = <%2$s
                ssl_key = <%3$s
                auth_failure_delay = 0
                mail_max_userip_connections = 0
                default_client_limit = %6$d
                default_process_limit = %7$d
                default_vsz_limit = 2G
                first_valid_uid = 1
                mail_uid = mail
                mail_gid = mail
                mail_location = maildir:~/Maildir
                passdb {
                  driver = static
                  args = password=%8$s
                }
                userdb {
                  driver = static
                  args = uid=mail gid=mail home=%1$s/mail/%%u allow_all_users=yes
                }
                namespace inbox {
                  inbox = yes
                  mailbox Sent {
                    auto = create
                    special_use = \\Sent
                  }
                }
                service imap-login {
                  service_count = 0
                  process_min_avail = 1
                  client_limit = %6$d
                  inet_listener imap {
                    port = 0
                  }
                  inet_listener imaps {
                    port = %4$d
                    ssl = yes
                  }
                }
                service imap {
                  service_count = 0
                  # Each process needs an inotify instance.
                  client_limit = 25
                  process_limit = %7$d
                }
                service lmtp {
                  inet_listener lmtp {
                    address = 127.0.0.1
                    port = %5$d
                  }
                }
                service anvil {
                  client_limit = %6$d
                }
                service auth {
                  client_limit = %6$d
                }
                service stats {
                  client_limit = %6$d
                }
                """.formatted(
                        folder,
                        certificate,
                        key,
                        imapPort,
                        lmtpPort,
                        Math.max(1_000, connections * 3),
                        Math.max(100, connections / 20),
                        PASSWORD);
    }
}
