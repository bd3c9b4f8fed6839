package pl.odzew.mailbox.connection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import pl.odzew.events.MailboxId;
import pl.odzew.mailbox.refusal.GuardRules;
import pl.odzew.mailbox.refusal.OutageGuard;
import pl.odzew.mailbox.refusal.OutageGuard.Counts;
import pl.odzew.mailbox.refusal.ProviderKey;

/// Keeps how the outage guard stands at each provider, and counts the provider's mailboxes where they are kept, so that
/// any number of processes see one guard.
public interface Guards {

    /// A provider as it is at a moment.
    ///
    /// @param tried how its canaries fared since the last step that looked at it
    record Standing(OutageGuard guard, Counts counts, OutageGuard.Tried tried) {}

    /// Decides with fresh counts and stores what follows, with no other step of this provider between.
    ///
    /// @param rules pure; what the canaries did counts as looked at where it orders a new round
    CompletionStage<GuardRules.Step> advance(ProviderKey provider, Function<Standing, GuardRules.Step> rules);

    /// Every provider at which the guard holds or warns, or where that many mailboxes are in doubt.
    CompletionStage<Map<ProviderKey, Standing>> notable(int doubted);

    /// A canary had an answer.
    ///
    /// @param clear whether it leaves no doubt, and counts as accepted
    CompletionStage<Void> tried(ProviderKey provider, boolean clear);

    /// Mailboxes in doubt, beginning with the one that was refused longest ago.
    CompletionStage<List<MailboxId>> suspects(ProviderKey provider, int atMost);
}
