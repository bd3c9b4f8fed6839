package pl.odzew.mailbox.watch.imap;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the folder that the provider files sent mails into, in the answer to `LIST`.
final class SentFolder {

    /// Where no special use is told; as Polish and English servers and clients name it. Case means nothing.
    private static final List<String> WELL_KNOWN = List.of(
            "Sent",
            "Wysłane",
            "Elementy wysłane",
            "Poczta wysłana",
            "Sent Items",
            "Sent Messages",
            "Sent Mail",
            "[Gmail]/Wysłane",
            "[Gmail]/Sent Mail");

    private SentFolder() {}

    static Optional<String> in(Answer list) {
        return Stream.concat(
                        list.data("LIST").filter(SentFolder::isForSent).map(SentFolder::name),
                        WELL_KNOWN.stream()
                                .flatMap(known ->
                                        list.data("LIST").map(SentFolder::name).filter(name -> isNamed(name, known))))
                .findFirst();
    }

    private static boolean isForSent(Response.Data folder) {
        return folder.values().size() == 3
                && folder.values().getFirst() instanceof Value.Group flags
                && flags.values().stream().anyMatch(flag -> flag.asKeyword().equals("\\SENT"));
    }

    private static String name(Response.Data folder) {
        return ModifiedUtf7.decode(folder.values().getLast().asText());
    }

    /// Some servers put every folder beneath INBOX.
    private static boolean isNamed(String name, String known) {
        return name.equalsIgnoreCase(known)
                || name.equalsIgnoreCase("INBOX." + known)
                || name.equalsIgnoreCase("INBOX/" + known);
    }
}
