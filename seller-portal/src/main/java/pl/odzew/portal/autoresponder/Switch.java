package pl.odzew.portal.autoresponder;

import java.util.List;
import java.util.Optional;
import pl.odzew.portal.accounts.AccountView;

/// How far a mailbox is from version 3.
public sealed interface Switch {

    /// Nothing to do: the API answers already.
    record Done(TargetView by) implements Switch {}

    /// One click.
    ///
    /// @param accountLogin through which Allegro account it will answer
    record Ready(String accountLogin) implements Switch {}

    /// The account is linked, and the autoresponder has not heard of it yet: a matter of a second.
    record Settling(AccountView linked) implements Switch {}

    /// Accounts are linked, but none of them names the mailbox's address: version 3 is turned on for one of them.
    record OtherAccount(List<TargetView> accounts) implements Switch {

        public OtherAccount {
            accounts = List.copyOf(accounts);
        }
    }

    /// No account is linked: Allegro asks the seller for consent first.
    record Linking() implements Switch {}

    /// @param mailbox the one to be switched
    /// @param targets all of the seller
    /// @param accounts those linked at allegro-gateway
    static Switch of(TargetView mailbox, List<TargetView> targets, List<AccountView> accounts) {
        Optional<TargetView> bound = targets.stream()
                .filter(target -> target.id().equals(mailbox.boundTo()))
                .findFirst();
        if (bound.isPresent()) {
            return mailbox.runs(3) || bound.get().runs(3)
                    ? new Done(bound.get())
                    : new Ready(bound.get().name());
        }
        Optional<AccountView> owner = accounts.stream()
                .filter(account -> account.owns(mailbox.name()))
                .findFirst();
        if (owner.isPresent()) {
            return new Settling(owner.get());
        }
        List<TargetView> others =
                targets.stream().filter(target -> !target.isMailbox()).toList();
        if (!others.isEmpty()) {
            return new OtherAccount(others);
        }
        return accounts.isEmpty() ? new Linking() : new Settling(accounts.getFirst());
    }

    /// The name or login of the account by which it answers or will answer; empty where there is none yet.
    default String account() {
        return switch (this) {
            case Done done -> done.by().name();
            case Ready ready -> ready.accountLogin();
            case Settling settling -> settling.linked().login();
            case OtherAccount _, Linking _ -> "";
        };
    }

    /// Whose settings version 3 has; empty before it answers.
    default String accountId() {
        return this instanceof Done(TargetView by) ? by.id() : "";
    }

    /// Those of which the seller names one.
    default List<TargetView> choices() {
        return this instanceof OtherAccount(List<TargetView> accounts) ? accounts : List.of();
    }

    /// For templates: the name of the state.
    default String name() {
        return getClass().getSimpleName();
    }
}
