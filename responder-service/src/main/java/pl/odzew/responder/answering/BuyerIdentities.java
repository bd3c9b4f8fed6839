package pl.odzew.responder.answering;

import java.util.Map;
import java.util.TreeMap;
import pl.odzew.events.message.v1.Buyer;

/// Which masked addresses belong to which Allegro login, as far as messages that named both have told.
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

    boolean isSame(Buyer one, Buyer other) {
        return keyOf(one).equals(keyOf(other));
    }

    /// What was not known when the desk was loaded.
    public Map<String, String> learnt() {
        return Map.copyOf(learnt);
    }

    private String keyOf(Buyer buyer) {
        String login = buyer.login();
        if (login == null) {
            login = loginByMaskedLocalPart.get(String.valueOf(buyer.maskedLocalPart()));
        }
        return login == null ? "masked/" + buyer.maskedLocalPart() : "login/" + login;
    }
}
