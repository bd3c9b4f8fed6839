package pl.odzew.notification.alert;

/// What an event means for the warnings.
public sealed interface Happening {

    /// It is locked out.
    record Failed(Problem problem) implements Happening {}

    /// It works.
    ///
    /// @param credentialChanged whether a new credential brought it back, or it came back by itself
    record Recovered(boolean credentialChanged) implements Happening {}

    /// The seller took it away.
    record Gone() implements Happening {}

    /// Nothing that opens or closes an incident.
    record Other() implements Happening {}
}
