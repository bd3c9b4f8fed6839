package pl.odzew.mailbox.watch;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.HeaderTerm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.ServerAddress;

/// Somebody else's client, asked for the same as ours: where the two differ, one is wrong.
final class AngusReader implements AutoCloseable {

    private final Store store;

    AngusReader(ServerAddress server, Login login) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.imaps.ssl.trust", "*");
        settings.put("mail.imaps.ssl.checkserveridentity", "false");
        settings.put("mail.imaps.peek", "true");
        settings.put("mail.imaps.partialfetch", "false");
        settings.put("mail.imaps.timeout", "20000");
        store = Session.getInstance(settings).getStore("imaps");
        store.connect(
                server.host(), server.port(), login.user(), login.password().reveal());
    }

    /// @param mails the raw bytes by UID
    record Contents(long uidValidity, Map<Long, String> mails) {}

    Contents read(String name) throws MessagingException, IOException {
        IMAPFolder folder = open(name);
        Map<Long, String> mails = new TreeMap<>();
        for (Message message : folder.getMessages()) {
            try (InputStream raw = ((IMAPMessage) message).getMimeStream()) {
                mails.put(folder.getUID(message), new String(raw.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return new Contents(folder.getUIDValidity(), mails);
    }

    List<Long> search(String name, String header, String value) throws MessagingException {
        IMAPFolder folder = open(name);
        return Arrays.stream(folder.search(new HeaderTerm(header, value)))
                .map(message -> uid(folder, message))
                .sorted()
                .toList();
    }

    private IMAPFolder open(String name) throws MessagingException {
        IMAPFolder folder = (IMAPFolder) store.getFolder(name);
        folder.open(Folder.READ_ONLY);
        return folder;
    }

    private static long uid(IMAPFolder folder, Message message) {
        try {
            return folder.getUID(message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
