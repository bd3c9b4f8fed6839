package pl.odzew.notification.alert;

import org.jspecify.annotations.Nullable;

/// What a notice changes.
public sealed interface AlertDecision {

    /// The notice is older than what is known; not even the projection changes.
    record Ignore() implements AlertDecision {}

    /// The projection takes the notice; no incident opens or closes.
    record Remember() implements AlertDecision {}

    /// An incident opens, and a warning is due after the time of collecting.
    ///
    /// @param superseded the open one whose place it takes
    record Open(Problem problem, @Nullable Incident superseded) implements AlertDecision {}

    /// The open incident ends; [Ending#RECOVERED] is told to a seller who was warned.
    record Close(Incident incident, Ending ending) implements AlertDecision {}
}
