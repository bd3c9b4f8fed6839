package pl.odzew.responder.answering.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pl.odzew.responder.problem.rest.ProblemException;

/// How a stop switch is to stand.
@Schema(name = "StopRequest", examples = "{\"stopped\": true}")
record StopBody(@Nullable Boolean stopped) {

    static boolean wanted(@Nullable StopBody body) {
        if (body == null) {
            throw ProblemException.noBody();
        }
        Boolean stopped = body.stopped();
        if (stopped == null) {
            throw ProblemException.invalid("stopped", "true or false expected");
        }
        return stopped;
    }
}
