package pl.odzew.mailbox.mailserver.imap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.StoredMail;

/// Puts one mail's `FETCH` answer into bytes.
final class FetchAnswer {

    private static final DateTimeFormatter INTERNAL_DATE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);

    private FetchAnswer() {}

    static byte[] of(int number, Folder folder, StoredMail mail, List<FetchItem> items) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        add(answer, "* " + number + " FETCH (");
        String separator = "";
        for (FetchItem item : items) {
            add(answer, separator);
            separator = " ";
            switch (item) {
                case FetchItem.Attribute attribute ->
                    add(answer, attribute.name().wireName() + " " + value(attribute.name(), folder, mail));
                case FetchItem.Bytes asked -> {
                    byte[] bytes = asked.of(mail.content());
                    add(answer, asked.answered() + " {" + bytes.length + "}\r\n");
                    answer.writeBytes(bytes);
                }
            }
        }
        add(answer, ")\r\n");
        return answer.toByteArray();
    }

    private static String value(FetchItem.Name name, Folder folder, StoredMail mail) {
        return switch (name) {
            case UID -> Long.toString(mail.uidIn(folder));
            case FLAGS -> "(" + String.join(" ", mail.flags().stream().sorted().toList()) + ")";
            case INTERNALDATE -> '"' + INTERNAL_DATE.format(mail.receivedAt()) + '"';
            case SIZE -> Integer.toString(mail.bytes().length);
            case ENVELOPE -> Envelope.of(mail.content());
            case GMAIL_MESSAGE_ID -> Long.toUnsignedString(mail.gmailMessageId());
            case GMAIL_THREAD_ID -> Long.toUnsignedString(mail.gmailThreadId());
            case GMAIL_LABELS -> labels(folder, mail);
        };
    }

    /// Gmail leaves out the label of the folder that is open.
    private static String labels(Folder open, StoredMail mail) {
        return mail.uids().keySet().stream()
                .filter(folder -> folder != open && !folder.label().isEmpty())
                .map(folder -> Envelope.quoted(folder.label()))
                .sorted()
                .collect(Collectors.joining(" ", "(", ")"));
    }

    private static void add(ByteArrayOutputStream answer, String text) {
        answer.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
