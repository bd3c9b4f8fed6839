package pl.odzew.notification.alert;

import pl.odzew.notification.alert.AlertDecision.Close;
import pl.odzew.notification.alert.AlertDecision.Ignore;
import pl.odzew.notification.alert.AlertDecision.Open;
import pl.odzew.notification.alert.AlertDecision.Remember;

/// Decides what becomes of the incidents of a mailbox or account: one for each credential problem, however often the
/// problem is reported.
public final class AlertPolicy {

    private AlertPolicy() {}

    public static AlertDecision decide(Notice notice, Known known) {
        if (notice.version() <= known.version()) {
            return new Ignore();
        }
        return switch (notice.happening()) {
            case Happening.Failed failed -> onFailure(notice.version(), failed.problem(), known);
            case Happening.Recovered recovered -> recovery(known, recovered.credentialChanged());
            case Happening.Gone _ -> closing(known, Ending.DISCONNECTED);
            case Happening.Other _ -> new Remember();
        };
    }

    private static AlertDecision onFailure(long version, Problem problem, Known known) {
        if (version <= known.newestIncidentVersion()) {
            return new Remember(); // The projection is being built anew; the seller has been told long ago.
        }
        if (known.replaced()) {
            return new Remember();
        }
        Incident open = known.open().orElse(null);
        if (open != null && open.problem().isSameAs(problem)) {
            return new Remember();
        }
        return new Open(problem, open);
    }

    /// Who signed in on the web or switched IMAP on needed no new credential; elsewhere it was the server that changed
    /// its mind.
    private static AlertDecision recovery(Known known, boolean credentialChanged) {
        boolean byItself = !credentialChanged
                && known.open()
                        .filter(incident -> incident.problem().endsOnlyByNewCredential())
                        .isPresent();
        return closing(known, byItself ? Ending.TAKEN_BACK : Ending.RECOVERED);
    }

    private static AlertDecision closing(Known known, Ending ending) {
        return known.open()
                .<AlertDecision>map(incident -> new Close(incident, ending))
                .orElseGet(Remember::new);
    }
}
