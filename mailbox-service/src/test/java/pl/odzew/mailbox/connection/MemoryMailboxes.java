package pl.odzew.mailbox.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.MailboxEvent;

/// Mailboxes in memory, with the events that were announced; every stage is complete at once.
public final class MemoryMailboxes implements Mailboxes {

    private final Map<MailboxId, Mailbox> mailboxes = new LinkedHashMap<>();
    private final Map<MailboxId, Password> passwords = new LinkedHashMap<>();
    private final List<MailboxEvent> announced = new ArrayList<>();
    private final Servers servers;

    public MemoryMailboxes(Servers servers) {
        this.servers = servers;
    }

    /// What was announced, oldest first.
    public List<MailboxEvent> announced() {
        return List.copyOf(announced);
    }

    @Override
    public CompletionStage<List<Mailbox>> all() {
        return CompletableFuture.completedFuture(List.copyOf(mailboxes.values()));
    }

    @Override
    public CompletionStage<List<Mailbox>> of(SellerId seller) {
        return CompletableFuture.completedFuture(mailboxes.values().stream()
                .filter(mailbox -> mailbox.sellerId().equals(seller))
                .toList());
    }

    @Override
    public CompletionStage<Optional<Mailbox>> find(MailboxId id) {
        return CompletableFuture.completedFuture(Optional.ofNullable(mailboxes.get(id)));
    }

    @Override
    public CompletionStage<Optional<SignIn>> signIn(MailboxId id) {
        return CompletableFuture.completedFuture(Optional.ofNullable(mailboxes.get(id))
                .map(mailbox -> new SignIn(
                        mailbox,
                        new Login(mailbox.address().value(), passwords.get(id).secret()),
                        servers)));
    }

    @Override
    public CompletionStage<Mailbox> add(Change connected, Password password) {
        store(connected);
        passwords.put(connected.after().id(), password);
        return CompletableFuture.completedFuture(connected.after());
    }

    @Override
    public CompletionStage<Optional<Mailbox>> change(MailboxId id, Function<Mailbox, Change> decision) {
        return CompletableFuture.completedFuture(
                Optional.ofNullable(mailboxes.get(id)).map(decision).map(this::store));
    }

    @Override
    public CompletionStage<Optional<Mailbox>> changePassword(
            MailboxId id, Password password, Function<Mailbox, Change> decision) {
        passwords.replace(id, password);
        return change(id, decision);
    }

    @Override
    public CompletionStage<Boolean> remove(MailboxId id, Function<Mailbox, Change> decision) {
        Mailbox mailbox = mailboxes.remove(id);
        if (mailbox != null) {
            announced.addAll(decision.apply(mailbox).events());
        }
        return CompletableFuture.completedFuture(mailbox != null);
    }

    private Mailbox store(Change change) {
        mailboxes.put(change.after().id(), change.after());
        announced.addAll(change.events());
        return change.after();
    }
}
