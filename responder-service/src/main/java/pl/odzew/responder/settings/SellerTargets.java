package pl.odzew.responder.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.Target;
import pl.odzew.events.account.v1.AccountEvent;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.autoresponder.v1.TargetSettings;
import pl.odzew.events.mailbox.v1.MailboxEvent;
import pl.odzew.events.mailbox.v1.MailboxSnapshot;

/// One seller's targets and how they belong together; immutable.
///
/// A mailbox is *bound* to the linked account whose addresses name the mailbox's address. An account with
/// its bound mailboxes is one *shop*: within it a buyer gets one answer, whatever way the message took.
/// Version 3 of a mailbox is a setting of its account: turning it on there is turning the account on.
public final class SellerTargets {

    private final Map<Target, AutoresponderTarget> targets;

    private SellerTargets(Map<Target, AutoresponderTarget> targets) {
        this.targets = targets;
    }

    public static SellerTargets of(Collection<AutoresponderTarget> targets) {
        var byTarget = new LinkedHashMap<Target, AutoresponderTarget>();
        targets.stream().sorted(Comparator.comparing(t -> t.target().id())).forEach(t -> byTarget.put(t.target(), t));
        return new SellerTargets(byTarget);
    }

    public static SellerTargets none() {
        return of(List.of());
    }

    /// Those that are there, and those that were taken away.
    public Collection<AutoresponderTarget> all() {
        return List.copyOf(targets.values());
    }

    public Stream<AutoresponderTarget> connected() {
        return targets.values().stream().filter(AutoresponderTarget::connected);
    }

    public Optional<AutoresponderTarget> find(Target target) {
        return Optional.ofNullable(targets.get(target)).filter(AutoresponderTarget::connected);
    }

    /// The linked account to which the mailbox is bound.
    public Optional<AutoresponderTarget> accountOf(AutoresponderTarget mailbox) {
        return connected()
                .filter(target -> !target.isMailbox())
                .filter(account -> mailbox.addresses().stream().anyMatch(account::owns))
                .findFirst();
    }

    /// Whether the API answers the mailbox's buyers, so that its mails are left alone.
    public boolean isAnsweredByVersion3(AutoresponderTarget mailbox) {
        return accountOf(mailbox).filter(AutoresponderTarget::enabled).isPresent();
    }

    /// Whether a mailbox answers the account's buyers.
    public boolean isAnsweredByMail(AutoresponderTarget account) {
        return mailboxesOf(account).anyMatch(SellerTargets::isAnsweringByMail);
    }

    /// Whether at least one of the mailboxes that answer the account's buyers is read at present.
    public boolean isMailReadFor(AutoresponderTarget account) {
        return mailboxesOf(account).anyMatch(mailbox -> isAnsweringByMail(mailbox) && mailbox.working());
    }

    /// Whether nothing is to leave through the target: it is off, and that is no part of a move to another way.
    public boolean isSilenced(Target target) {
        return find(target)
                .filter(known -> !known.enabled())
                .filter(known -> known.isMailbox() ? !isAnsweredByVersion3(known) : !isAnsweredByMail(known))
                .isPresent();
    }

    /// The mailboxes whose mails the API answers.
    public Set<Target> mailboxesUnderVersion3() {
        var mailboxes = new LinkedHashSet<Target>();
        connected()
                .filter(AutoresponderTarget::isMailbox)
                .filter(this::isAnsweredByVersion3)
                .forEach(mailbox -> mailboxes.add(mailbox.target()));
        return mailboxes;
    }

    /// All targets by which the buyers of this one may write or have written; always holds the target itself.
    ///
    /// Those that were taken away count too, and so does the same login linked anew: what they sent has been read.
    public Set<Target> shopOf(Target target) {
        AutoresponderTarget known = targets.get(target);
        if (known == null) {
            return Set.of(target);
        }
        List<AutoresponderTarget> accounts = targets.values().stream()
                .filter(account -> !account.isMailbox() && isOneShop(account, known))
                .toList();
        var shop = new LinkedHashSet<>(Set.of(target));
        accounts.forEach(account -> shop.add(account.target()));
        targets.values().stream()
                .filter(mailbox ->
                        mailbox.isMailbox() && accounts.stream().anyMatch(account -> isOneShop(account, mailbox)))
                .forEach(mailbox -> shop.add(mailbox.target()));
        return shop;
    }

    /// Whether the address is one from which the seller writes.
    public boolean isOwnAddress(MailAddress address) {
        return connected().anyMatch(target -> target.owns(address));
    }

    /// Whether it is the login of one of the seller's own accounts.
    public boolean isOwnLogin(@Nullable String login) {
        return login != null
                && connected()
                        .anyMatch(target -> !target.isMailbox() && target.name().equalsIgnoreCase(login));
    }

    /// What the seller's settings are to other services.
    public List<TargetSettings> settings() {
        return connected().map(AutoresponderTarget::settings).toList();
    }

    /// The targets after an event of a mailbox; the same ones when the event is not newer than what is known.
    public SellerTargets after(MailboxEvent event) {
        MailboxSnapshot mailbox = event.mailbox();
        AutoresponderTarget known = targets.get(Target.of(mailbox.mailboxId()));
        if (known == null) {
            return with(AutoresponderTarget.appeared(mailbox));
        }
        return mailbox.version() <= known.eventVersion() ? this : with(known.changed(mailbox));
    }

    /// The targets after an event of an account; the same ones when the event is not newer than what is known.
    public SellerTargets after(AccountEvent event) {
        AccountSnapshot account = event.account();
        AutoresponderTarget known = targets.get(Target.of(account.accountId()));
        if (known == null) {
            return with(AutoresponderTarget.appeared(account));
        }
        return account.version() <= known.eventVersion() ? this : with(known.changed(account));
    }

    public SettingsOutcome change(Target target, SettingsChange change) {
        return find(target)
                .map(known -> known.isMailbox() ? changeMailbox(known, change) : changeAccount(known, change))
                .orElseGet(SettingsOutcome.NoSuchTarget::new);
    }

    /// The seller has said whether the buyers who waited are to be answered; nothing changes for an unknown target.
    public SellerTargets afterBacklogAnswer(Target target, BacklogAnswer answer) {
        return find(target).map(known -> with(known.answered(answer))).orElse(this);
    }

    private SettingsOutcome changeMailbox(AutoresponderTarget mailbox, SettingsChange change) {
        SellerTargets changed = with(mailbox.set(change.version(), change.enabled(), change.text()));
        return switch (change.version()) {
            case VERSION_1, VERSION_2 ->
                new SettingsOutcome.Changed(change.enabled() ? changed.withAccountOff(mailbox) : changed);
            case VERSION_3 ->
                accountOf(mailbox)
                        .<SettingsOutcome>map(account -> new SettingsOutcome.Changed(
                                changed.withAccount(account, change.enabled(), change.text())))
                        .orElseGet(SettingsOutcome.NeedsAllegroAccount::new);
        };
    }

    private SettingsOutcome changeAccount(AutoresponderTarget account, SettingsChange change) {
        if (change.version() != AutoresponderVersion.VERSION_3) {
            return new SettingsOutcome.VersionNotOffered();
        }
        return new SettingsOutcome.Changed(withAccount(account, change.enabled(), change.text()));
    }

    /// Going back to the mailbox: two answering machines for one buyer are never wanted.
    private SellerTargets withAccountOff(AutoresponderTarget mailbox) {
        return accountOf(mailbox)
                .filter(AutoresponderTarget::enabled)
                .map(account -> withAccount(account, false, account.text()))
                .orElse(this);
    }

    /// Sets the account, and with it the mailboxes that run version 3 through it.
    private SellerTargets withAccount(AutoresponderTarget account, boolean enabled, ReplyText text) {
        SellerTargets changed = with(account.set(account.version(), enabled, text));
        for (AutoresponderTarget mailbox : mailboxesOf(account).toList()) {
            AutoresponderTarget known = changed.targets.getOrDefault(mailbox.target(), mailbox);
            if (known.version() == AutoresponderVersion.VERSION_3) {
                changed = changed.with(known.set(known.version(), enabled, text));
            }
        }
        return changed;
    }

    private static boolean isAnsweringByMail(AutoresponderTarget mailbox) {
        return mailbox.enabled() && mailbox.version() != AutoresponderVersion.VERSION_3;
    }

    private static boolean isOneShop(AutoresponderTarget account, AutoresponderTarget other) {
        return other.isMailbox()
                ? other.addresses().stream().anyMatch(account::owns)
                : other.name().equalsIgnoreCase(account.name());
    }

    private Stream<AutoresponderTarget> mailboxesOf(AutoresponderTarget account) {
        return connected()
                .filter(AutoresponderTarget::isMailbox)
                .filter(mailbox -> accountOf(mailbox)
                        .filter(its -> its.target().equals(account.target()))
                        .isPresent());
    }

    private SellerTargets with(AutoresponderTarget target) {
        var changed = new ArrayList<>(targets.values());
        changed.removeIf(known -> known.target().equals(target.target()));
        changed.add(target);
        return of(changed);
    }
}
