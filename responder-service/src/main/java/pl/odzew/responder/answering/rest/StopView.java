package pl.odzew.responder.answering.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.odzew.responder.answering.postgres.StopSwitches;

/// How the stop switches stand for a seller.
///
/// @param stopped the seller's own
/// @param installationStopped the operator's, for everybody
/// @param held messages that would be answered if neither were on
@Schema(name = "Stop")
record StopView(boolean stopped, boolean installationStopped, long held) {

    static StopView of(StopSwitches.State state) {
        return new StopView(state.stopped(), state.installationStopped(), state.held());
    }
}
