package pl.odzew.responder.answering.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.answering.postgres.StopSwitches;

/// The installation's emergency stop, for all sellers; replies that have not left are asked back within seconds.
@Path("/api/v1/operator/stop")
@Tag(name = "Operator")
@RolesAllowed("operator")
public class OperatorStopResource {

    private static final Logger LOG = Logger.getLogger(OperatorStopResource.class);

    @Schema(name = "InstallationStop")
    record StateView(boolean stopped) {}

    private final StopSwitches switches;
    private final CurrentSeller caller;

    OperatorStopResource(StopSwitches switches, CurrentSeller caller) {
        this.switches = switches;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Whether the installation's stop holds all replies")
    public Uni<StateView> get() {
        return Panache.withSession(switches::isInstallationStopped).map(StateView::new);
    }

    @PUT
    @Operation(summary = "Turns the installation's stop on or off")
    public Uni<StateView> put(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StopBody.class),
                                            examples = @ExampleObject(name = "stop", value = "{\"stopped\": true}")))
                    @Nullable
                    StopBody body) {
        boolean stopped = StopBody.wanted(body);
        LOG.warnf("The installation's stop switch is turned: stopped=%b by=%s", stopped, caller.person());
        return Panache.withTransaction(() -> switches.stopInstallation(stopped)).replaceWith(new StateView(stopped));
    }
}
