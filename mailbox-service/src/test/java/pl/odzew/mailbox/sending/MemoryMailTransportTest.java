package pl.odzew.mailbox.sending;

import pl.odzew.events.MailAddress;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;

class MemoryMailTransportTest extends MailTransportContract {

    private final Login anna = new Login("anna@gmail.com", new Secret("abcdefghijklmnop"));
    private final MemoryMailTransport server = new MemoryMailTransport();

    MemoryMailTransportTest() {
        server.know(anna);
    }

    @Override
    protected MailTransport transport() {
        return server;
    }

    @Override
    protected ServerAddress server() {
        return new ServerAddress("smtp.gmail.com", 465, ServerAddress.Security.TLS);
    }

    @Override
    protected Login seller() {
        return anna;
    }

    @Override
    protected int takenFor(MailAddress address) {
        return (int) server.accepted().stream()
                .filter(mail -> mail.to().equals(address))
                .count();
    }
}
