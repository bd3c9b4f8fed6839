package pl.odzew.responder.answering.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import pl.odzew.events.SellerId;

/// The stop switches in the database; all calls need a session. What follows from a turn follows at the desks.
@ApplicationScoped
public class StopSwitches {

    /// @param held messages of the seller that wait for nothing but a switch
    public record State(boolean stopped, boolean installationStopped, long held) {}

    private static final String STATE = """
            select coalesce((select stopped from seller where seller_id = :seller), false), i.stopped,
                   (select count(*) from decision
                     where seller_id = :seller and outcome = 'WAITING' and wait_reason = 'STOPPED')
              from installation i
            """;

    public Uni<State> of(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(STATE, Object[].class)
                        .setParameter("seller", seller.value())
                        .getSingleResult())
                .map(row -> new State((Boolean) row[0], (Boolean) row[1], ((Number) row[2]).longValue()));
    }

    public Uni<Boolean> isInstallationStopped() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("select stopped from installation", Boolean.class)
                        .getSingleResult());
    }

    /// Desks that are open meanwhile may still let replies out; they are asked back when the turn is followed.
    public Uni<Void> stopInstallation(boolean stopped) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("update installation set stopped = :stopped")
                        .setParameter("stopped", stopped)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
