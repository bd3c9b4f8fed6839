package pl.odzew.responder.rule;

import static java.util.Objects.requireNonNull;

/// One of the seller's rules.
///
/// @param name by which the seller knows it and finds it beside a decision
public record Rule(String name, boolean enabled, Condition when, Response then) {

    public Rule {
        requireNonNull(name, "name is null");
        requireNonNull(when, "when is null");
        requireNonNull(then, "then is null");
    }

    boolean appliesTo(Occasion occasion) {
        return enabled && when.holdsFor(occasion);
    }
}
