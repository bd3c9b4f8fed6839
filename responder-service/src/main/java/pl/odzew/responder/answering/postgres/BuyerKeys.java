package pl.odzew.responder.answering.postgres;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.message.v1.Buyer;

/// All names of the buyers with whom some work has to do.
record BuyerKeys(Set<String> logins, Set<String> masked) {

    static BuyerKeys of(List<Buyer> buyers) {
        return new BuyerKeys(
                present(buyers.stream().map(Buyer::login)),
                present(buyers.stream().map(Buyer::maskedLocalPart)));
    }

    BuyerKeys and(List<BuyerIdentityRow> identities) {
        var moreLogins = new HashSet<>(logins);
        var moreMasked = new HashSet<>(masked);
        identities.forEach(row -> {
            moreLogins.add(row.login);
            moreMasked.add(row.maskedLocalPart);
        });
        return new BuyerKeys(moreLogins, moreMasked);
    }

    boolean isEmpty() {
        return logins.isEmpty() && masked.isEmpty();
    }

    private static Set<String> present(Stream<@Nullable String> names) {
        var present = new HashSet<String>();
        names.forEach(name -> {
            if (name != null) {
                present.add(name);
            }
        });
        return present;
    }
}
