package pl.odzew.responder.answering;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.message.v1.Buyer;

/// Which masked addresses belong to which Allegro login, as far as messages have told that named both, or one each of
/// the same order.
///
/// A login may have several masked addresses, one for each of the seller's accounts; an address has one login.
public final class BuyerIdentities {

    private final Map<String, String> loginByMaskedLocalPart;
    private final Map<String, String> learnt = new TreeMap<>();

    public BuyerIdentities(Map<String, String> loginByMaskedLocalPart) {
        this.loginByMaskedLocalPart = new TreeMap<>(loginByMaskedLocalPart);
    }

    void learn(Buyer buyer) {
        String login = buyer.login();
        String masked = buyer.maskedLocalPart();
        if (login != null && masked != null && loginByMaskedLocalPart.putIfAbsent(masked, login) == null) {
            learnt.put(masked, login);
        }
    }

    /// Both are the same person, though each may show one name alone.
    void learn(Buyer one, Buyer other) {
        if (one.login() != null && one.maskedLocalPart() == null) {
            learn(new Buyer(one.login(), other.maskedLocalPart()));
        } else if (other.login() != null) {
            learn(new Buyer(other.login(), one.maskedLocalPart()));
        }
    }

    /// One name in common is enough: a buyer who might be the same is not answered twice.
    boolean isSame(Buyer one, Buyer other) {
        return isPresentInBoth(one.maskedLocalPart(), other.maskedLocalPart())
                || isPresentInBoth(loginOf(one), loginOf(other));
    }

    /// What was not known when the desk was loaded.
    public Map<String, String> learnt() {
        return Map.copyOf(learnt);
    }

    private @Nullable String loginOf(Buyer buyer) {
        String masked = buyer.maskedLocalPart();
        if (buyer.login() != null || masked == null) {
            return buyer.login();
        }
        return loginByMaskedLocalPart.get(masked);
    }

    private static boolean isPresentInBoth(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }
}
