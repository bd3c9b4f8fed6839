package pl.odzew.notification.delivery;

/// Whether a seller has heard of an incident, which decides whether he hears of its end.
public enum Told {
    YES,
    NO,
    /// His warning is just being sent.
    IN_A_MOMENT;

    /// @param mayHaveLeft a try to send the warning ended without a clear answer of the mail server
    public static Told by(MailState warning, boolean mayHaveLeft) {
        return switch (warning) {
            case SENT -> YES;
            case SENDING -> IN_A_MOMENT;
            case WAITING, DROPPED -> mayHaveLeft ? YES : NO;
        };
    }
}
