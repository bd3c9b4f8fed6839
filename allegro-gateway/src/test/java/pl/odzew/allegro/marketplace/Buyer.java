package pl.odzew.allegro.marketplace;

/// Somebody who writes to sellers at Allegro.
public final class Buyer {

    private final String login;
    private final Conversations conversations;

    Buyer(String login, Conversations conversations) {
        this.login = login;
        this.conversations = conversations;
    }

    public String login() {
        return login;
    }

    public PostedMessage writes(Seller seller, String text) {
        return conversations.buyerWrites(seller.login(), BuyerMessage.of(login, text));
    }

    /// Writes with particulars; start from [#saying].
    public PostedMessage writes(Seller seller, BuyerMessage message) {
        return conversations.buyerWrites(seller.login(), message);
    }

    public BuyerMessage saying(String text) {
        return BuyerMessage.of(login, text);
    }
}
