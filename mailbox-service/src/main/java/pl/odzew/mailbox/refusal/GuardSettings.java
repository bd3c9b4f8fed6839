package pl.odzew.mailbox.refusal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// When doubtful refusals are taken for the provider's own trouble, and for how long.
///
/// @param mailboxes that many must be in doubt
/// @param share and that part of the provider's, from 0 to 1
/// @param together web sign-in demands count for so long after their alarm as having come together
/// @param pageAfter the operator is called when it has held for so long
/// @param warnAfter so long without most canaries accepted once, and every seller is warned
/// @param longest so long it holds at most, however the canaries fare: no failure is missed for ever
/// @param round between two tries of canaries while they are refused
/// @param quickRound between two tries of canaries while they are accepted
/// @param rearmAfter after all were warned it does not hold again for so long: those who were kept waiting are judged
///     one by one
public record GuardSettings(
        int mailboxes,
        double share,
        Duration together,
        Duration pageAfter,
        Duration warnAfter,
        Duration longest,
        Duration round,
        Duration quickRound,
        Duration rearmAfter) {

    public GuardSettings {
        requireNonNull(together, "together is null");
        requireNonNull(pageAfter, "pageAfter is null");
        requireNonNull(warnAfter, "warnAfter is null");
        requireNonNull(longest, "longest is null");
        requireNonNull(round, "round is null");
        requireNonNull(quickRound, "quickRound is null");
        requireNonNull(rearmAfter, "rearmAfter is null");
        if (mailboxes < 1 || share <= 0 || share > 1) {
            throw new IllegalArgumentException("at least one mailbox and a share above 0 and up to 1 expected");
        }
    }
}
