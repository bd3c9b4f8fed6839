package pl.odzew.mailbox.mailserver.disk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.Ledger;
import pl.odzew.mailbox.mailserver.post.OutsideMail;
import pl.odzew.mailbox.mailserver.post.StoredMail;

/// A folder with `accounts/<address>/account.json`, `…/mails/<id>.eml` and `outside/<id>.eml`.
///
/// Beside each mail lies its index, `<id>.json`, written after it and moved into place: a mail is there when
/// its index is. Nothing is forced to the disk: it outlives the process, not the machine.
public final class DataFolder implements Ledger {

    private static final String INDEX = ".json";
    private static final String MAIL = ".eml";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path accounts;
    private final Path outside;

    private DataFolder(Path folder) throws IOException {
        accounts = Files.createDirectories(folder.resolve("accounts"));
        outside = Files.createDirectories(folder.resolve("outside"));
    }

    public static DataFolder in(Path folder) throws IOException {
        return new DataFolder(folder);
    }

    private record MailIndex(long gmailThreadId, String receivedAt, Map<Folder, Long> uids, Set<String> flags) {}

    private record OutsideIndex(String acceptedAt, String from, List<String> to) {}

    @Override
    public void save(AccountState account) {
        write(() -> index(Files.createDirectories(folder(account.address())).resolve("account.json"), account));
    }

    @Override
    public void save(String address, StoredMail mail) {
        MailIndex index = new MailIndex(mail.gmailThreadId(), mail.receivedAt().toString(), mail.uids(), mail.flags());
        write(() -> mail(Files.createDirectories(mails(address)), mail.gmailMessageId(), mail.bytes(), index));
    }

    @Override
    public void delete(String address, StoredMail mail) {
        write(() -> {
            Files.deleteIfExists(mails(address).resolve(mail.gmailMessageId() + INDEX));
            Files.deleteIfExists(mails(address).resolve(mail.gmailMessageId() + MAIL));
        });
    }

    @Override
    public void save(OutsideMail mail) {
        OutsideIndex index = new OutsideIndex(mail.acceptedAt().toString(), mail.from(), mail.to());
        write(() -> mail(outside, mail.id(), mail.bytes(), index));
    }

    @Override
    public List<Kept> accounts() {
        return read(() -> {
            List<Kept> kept = new ArrayList<>();
            for (Path account : list(accounts, "")) {
                // An account without its file was being opened when the process died: nobody was told that it is there.
                if (Files.exists(account.resolve("account.json"))) {
                    AccountState state =
                            JSON.readValue(account.resolve("account.json").toFile(), AccountState.class);
                    kept.add(new Kept(state, mailsOf(state.address())));
                }
            }
            return kept;
        });
    }

    private List<StoredMail> mailsOf(String address) throws IOException {
        List<StoredMail> mails = new ArrayList<>();
        if (Files.exists(mails(address))) {
            for (Path file : list(mails(address), INDEX)) {
                MailIndex index = JSON.readValue(file.toFile(), MailIndex.class);
                mails.add(new StoredMail(
                        id(file),
                        index.gmailThreadId(),
                        Instant.parse(index.receivedAt()),
                        bytes(file),
                        index.uids(),
                        index.flags()));
            }
        }
        return mails;
    }

    @Override
    public List<OutsideMail> outside() {
        return read(() -> {
            List<OutsideMail> mails = new ArrayList<>();
            for (Path file : list(outside, INDEX)) {
                OutsideIndex index = JSON.readValue(file.toFile(), OutsideIndex.class);
                mails.add(new OutsideMail(
                        id(file), Instant.parse(index.acceptedAt()), index.from(), index.to(), bytes(file)));
            }
            return mails;
        });
    }

    private Path folder(String address) {
        return accounts.resolve(URLEncoder.encode(address.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8));
    }

    private Path mails(String address) {
        return folder(address).resolve("mails");
    }

    private static void mail(Path folder, long id, byte[] bytes, Object index) throws IOException {
        Path mail = folder.resolve(id + MAIL);
        if (Files.notExists(folder.resolve(id + INDEX))) {
            Files.write(mail, bytes);
        }
        index(folder.resolve(id + INDEX), index);
    }

    private static void index(Path file, Object index) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        JSON.writeValue(fresh.toFile(), index);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> list(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static long id(Path index) {
        return Long.parseLong(index.getFileName().toString().replace(INDEX, ""));
    }

    private static byte[] bytes(Path index) throws IOException {
        return Files.readAllBytes(index.resolveSibling(id(index) + MAIL));
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }
}
