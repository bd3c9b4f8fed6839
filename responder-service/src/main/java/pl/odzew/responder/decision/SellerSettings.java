package pl.odzew.responder.decision;

import static java.util.Objects.requireNonNull;

import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.settings.SellerTargets;

/// All that a seller wants, as far as a decision asks for it.
///
/// @param stopped whether the seller's stop switch, or the installation's, holds all replies
public record SellerSettings(SellerTargets targets, RuleSet rules, WorkingHours hours, boolean stopped) {

    public SellerSettings {
        requireNonNull(targets, "targets is null");
        requireNonNull(rules, "rules is null");
        requireNonNull(hours, "hours is null");
    }

    public SellerSettings with(SellerTargets others) {
        return new SellerSettings(others, rules, hours, stopped);
    }

    public SellerSettings withRules(RuleSet others) {
        return new SellerSettings(targets, others, hours, stopped);
    }

    public SellerSettings withHours(WorkingHours others) {
        return new SellerSettings(targets, rules, others, stopped);
    }

    public SellerSettings stopped(boolean value) {
        return new SellerSettings(targets, rules, hours, value);
    }
}
