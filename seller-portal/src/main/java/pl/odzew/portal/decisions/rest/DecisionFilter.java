package pl.odzew.portal.decisions.rest;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which decisions are asked for; what is absent does not matter.
public class DecisionFilter {

    @QueryParam("outcome")
    public @Nullable String outcome;

    @QueryParam("channel")
    public @Nullable String channel;

    @QueryParam("reason")
    public @Nullable String reason;

    @QueryParam("from")
    public @Nullable String from;

    @QueryParam("to")
    public @Nullable String to;

    @QueryParam("conversationId")
    public @Nullable String conversationId;

    public static DecisionFilter none() {
        return new DecisionFilter();
    }
}
