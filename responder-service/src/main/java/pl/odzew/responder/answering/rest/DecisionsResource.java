package pl.odzew.responder.answering.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.SellerId;
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.answering.postgres.DecisionLog;
import pl.odzew.responder.problem.rest.Problem.FieldError;
import pl.odzew.responder.problem.rest.ProblemException;

/// What became of each message of the seller's buyers, the newest first.
@Path("/api/v1/decisions")
@Authenticated
public class DecisionsResource {

    private static final int MAX_LIMIT = 200;

    /// @param next the cursor of the next page; absent on the last
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PageView(List<DecisionView> items, @Nullable String next) {}

    private final CurrentSeller seller;
    private final DecisionLog log;

    DecisionsResource(CurrentSeller seller, DecisionLog log) {
        this.seller = seller;
        this.log = log;
    }

    @GET
    public Uni<PageView> list(
            @RestQuery @Nullable String conversationId,
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery @Nullable Long cursor) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.invalid(List.of(new FieldError("limit", "1 to " + MAX_LIMIT + " expected")));
        }
        SellerId sellerId = seller.id();
        return Panache.withSession(() -> log.read(sellerId, conversation(conversationId), cursor, limit + 1))
                .map(entries -> page(entries, limit));
    }

    private static PageView page(List<DecisionLog.Entry> entries, int limit) {
        List<DecisionLog.Entry> shown = entries.subList(0, Math.min(limit, entries.size()));
        return new PageView(
                shown.stream().map(DecisionView::of).toList(),
                entries.size() > limit ? Long.toString(shown.getLast().position()) : null);
    }

    private static @Nullable ConversationId conversation(@Nullable String id) {
        try {
            return id == null ? null : new ConversationId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(List.of(new FieldError("conversationId", "no conversation id")));
        }
    }
}
