package pl.odzew.mailbox.lease;

import pl.odzew.events.MailboxId;

class MemoryLeasesTest extends LeasesContract {

    private final MemoryLeases.Books books = new MemoryLeases.Books();

    @Override
    protected Leases replica() {
        return new MemoryLeases(books);
    }

    @Override
    protected void connect(int mailboxes) {
        for (int i = 0; i < mailboxes; i++) {
            books.connect(MailboxId.random());
        }
    }

    @Override
    protected void fallSilent(Leases replica) {
        ((MemoryLeases) replica).fallSilent();
    }
}
