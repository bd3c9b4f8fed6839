package pl.odzew.notification.catcher;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The caught mails: `.eml` files in a folder, read again at the next start.
final class MailArchive {

    private final Path folder;
    private final Clock clock;
    private final AtomicInteger sequence = new AtomicInteger();
    private final ConcurrentSkipListMap<String, CaughtMail> mails = new ConcurrentSkipListMap<>();

    private MailArchive(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    static MailArchive open(Path folder, Clock clock) throws IOException, MessagingException {
        Files.createDirectories(folder);
        var archive = new MailArchive(folder, clock);
        for (Path file : archive.files()) {
            archive.remember(MailFile.read(file));
        }
        return archive;
    }

    /// The mail is on the disk when this returns, so the sender may be told that it was accepted.
    void add(String recipient, MimeMessage message) throws IOException, MessagingException {
        Path file = folder.resolve(MailFile.newName(clock.instant(), sequence.incrementAndGet()));
        MailFile.write(file, recipient, message);
        remember(MailFile.read(file));
    }

    /// Newest first.
    List<CaughtMail> all() {
        return List.copyOf(mails.descendingMap().values());
    }

    Optional<CaughtMail> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    void clear() throws IOException {
        mails.clear();
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    private void remember(CaughtMail mail) {
        mails.put(mail.id(), mail);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(MailFile.SUFFIX))
                    .toList();
        }
    }
}
