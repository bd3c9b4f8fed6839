package pl.odzew.allegro.marketplace;

import java.util.List;
import java.util.Set;

/// A seller at Allegro, as a test acts for him outside of Odzew.
public final class Seller {

    private final String login;
    private final Conversations conversations;
    private final OAuthServer oauth;
    private final Faults faults;

    private final Api api;

    Seller(String login, Conversations conversations, OAuthServer oauth, Faults faults, Api api) {
        this.api = api;
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

    /// Answers from his mailbox: Allegro shows it in the thread as a mail.
    public void answersByMail(PostedMessage message, String text) {
        conversations.sellerMails(login, message.threadId(), text);
    }

    /// Whether the thread counts as read.
    public boolean hasRead(PostedMessage message) {
        return conversations.isRead(login, message.threadId());
    }

    /// An application writes with his token, and nobody hears the answer.
    public void posts(PostedMessage message, String text) {
        conversations.sellerWrites(login, message.threadId(), text, WrittenBy.API, "DELIVERED");
    }

    /// Types the code at Allegro's page for devices and says yes.
    public void saysYesWith(String userCode) {
        oauth.device(userCode, login, true);
    }

    public void saysNoTo(String userCode) {
        oauth.device(userCode, login, false);
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

    /// The tokens that open his account, as Allegro knows them.
    public List<String> secrets() {
        return oauth.tokensOf(login);
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

    /// Allegro shows him values that stand in none of its documents.
    public void isShownWhatNoDocumentKnows() {
        api.leaveTheDocument(login);
    }

    /// Takes another login at Allegro.
    public Seller renamesTo(String other) {
        conversations.rename(login, other);
        return new Seller(other, conversations, oauth, faults, api);
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
