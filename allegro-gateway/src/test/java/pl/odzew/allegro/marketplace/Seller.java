package pl.odzew.allegro.marketplace;

import java.util.List;
import java.util.Set;

/// A seller at Allegro, as a test acts for him outside of Odzew.
public final class Seller {

    private final String login;
    private final Conversations conversations;
    private final OAuthServer oauth;
    private final Faults faults;

    Seller(String login, Conversations conversations, OAuthServer oauth, Faults faults) {
        this.login = login;
        this.conversations = conversations;
        this.oauth = oauth;
        this.faults = faults;
    }

    public String login() {
        return login;
    }

    /// Answers on Allegro's own pages.
    public void answers(PostedMessage message, String text) {
        conversations.sellerWrites(login, message.threadId(), text, WrittenBy.PERSON, "DELIVERED");
    }

    /// An application writes with his token, and nobody hears the answer.
    public void posts(PostedMessage message, String text) {
        conversations.sellerWrites(login, message.threadId(), text, WrittenBy.API, "DELIVERED");
    }

    /// Everything in his threads, oldest first.
    public List<PostedMessage> messages() {
        return conversations.messages(login, null);
    }

    /// What an application wrote with his token, oldest first.
    public List<PostedMessage> automaticReplies() {
        return messages().stream()
                .filter(message -> message.by() == WrittenBy.API)
                .toList();
    }

    public void removesTheApplication() {
        oauth.revoke(login);
    }

    public void accessTokenRunsOut() {
        oauth.expireAccess(login);
    }

    public void consentShrinksTo(String... scopes) {
        oauth.narrow(login, Set.of(scopes));
    }

    public void meets(Fault fault) {
        faults.add(login, fault, 1);
    }

    public void meets(Fault fault, int times) {
        faults.add(login, fault, times);
    }

    /// Takes another login at Allegro.
    public Seller renamesTo(String other) {
        conversations.rename(login, other);
        return new Seller(other, conversations, oauth, faults);
    }

    /// Registers these addresses, and no others, for writing to buyers.
    public void changesAddresses(String... emails) {
        conversations.register(login, List.of(emails));
    }

    public void closes(PostedMessage message) {
        conversations.close(login, message.threadId());
    }

    /// Allegro delivers or blocks a message that it was verifying.
    public void sees(PostedMessage message, String status) {
        conversations.setStatus(login, message.messageId(), status);
    }
}
