package pl.odzew.mailbox.mailserver.post;

import java.time.Instant;
import java.util.List;

/// A mail that left for an address that is none of ours: what an Allegro buyer would get.
///
/// @param acceptedAt when the server took responsibility for it
/// @param from the envelope's sender, which is the account that signed in or what it claimed
/// @param to the envelope's recipients outside
public record OutsideMail(long id, Instant acceptedAt, String from, List<String> to, byte[] bytes) {

    public OutsideMail {
        to = List.copyOf(to);
    }

    public Rfc5322 content() {
        return new Rfc5322(bytes);
    }

    public boolean isTo(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }
}
