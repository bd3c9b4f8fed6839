package pl.odzew.mailbox.watch;

/// Counts what was read. Of a mail that is not a buyer's this is all that leaves the service.
public interface Tally {

    void buyersMail();

    void privateMail();

    void allegroNotice();

    void unknownAllegroMail();

    void bounce();

    void unreadableMail();
}
