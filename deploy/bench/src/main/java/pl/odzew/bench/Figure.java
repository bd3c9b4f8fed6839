package pl.odzew.bench;

import static java.util.Objects.requireNonNull;

/// One row of the table.
///
/// @param what such as `idle CPU per 1,000 mailboxes`
/// @param unit such as `ms per s`
/// @param how it was measured, in a few words
public record Figure(String what, double measured, String unit, Target target, String how) {

    public Figure {
        requireNonNull(what, "what is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(target, "target is null");
        requireNonNull(how, "how is null");
    }

    boolean isMet() {
        return target.isMetBy(measured);
    }
}
