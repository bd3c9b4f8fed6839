package pl.odzew.mailbox.watch;

import java.time.Clock;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;

class MemoryMailConnectionTest extends MailConnectionContract {

    private final Login anna = new Login("anna@gmail.com", new Secret("abcdefghijklmnop"));
    private final MemoryMailConnector server = new MemoryMailConnector(Clock.systemUTC());
    private final MemoryMailbox mailbox = server.mailbox(anna);

    @Override
    protected MailConnector connector() {
        return server;
    }

    @Override
    protected ServerAddress server() {
        return new ServerAddress("imap.gmail.com", 993, ServerAddress.Security.TLS);
    }

    @Override
    protected Login seller() {
        return anna;
    }

    @Override
    protected void deliver(String mail) {
        mailbox.deliver(mail);
    }

    @Override
    protected void fileIntoSent(String mail) {
        mailbox.fileIntoSent(mail);
    }

    @Override
    protected void dropConnections() {
        mailbox.dropConnections();
    }

    @Override
    protected boolean isOnTheWire() {
        return false;
    }
}
