package pl.odzew.notification.digest.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.odzew.events.SellerId;
import pl.odzew.notification.digest.ReplyProblem;

/// Problems with replies; every method belongs into the caller's transaction.
@ApplicationScoped
public class DigestStore {

    private static final String STREAKS = """
            select target_id || ' ' || failures from reply_streak
             where target_id in (select cast(jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) as uuid))
            """;
    private static final String REMEMBER_STREAK = """
            insert into reply_streak (target_id, seller_id, failures) values (?1, ?2, ?3)
                on conflict (target_id) do update set failures = excluded.failures
            """;
    private static final String ADD = """
            insert into reply_problem (reply_id, kind, seller_id, target_id, at, mail_id) values (?1, ?2, ?3, ?4, ?5, ?6)
                on conflict do nothing
            """;
    private static final String TOLD = """
            select cast(jsonb_build_object('kind', problem.kind, 'name', coalesce(subject.name, ''),
                                           'count', count(*)) as text)
              from reply_problem problem left join subject on subject.id = problem.target_id
             where problem.mail_id = ?1
             group by problem.kind, subject.name order by problem.kind, subject.name
            """;

    /// How many replies of one mailbox or account have one sort of problem.
    ///
    /// @param name of the mailbox or account; empty where it is not known any more
    public record Line(ReplyProblem problem, String name, long count) {}

    /// Those that have none are left out.
    public Uni<Map<UUID, Integer>> streaks(Collection<UUID> targets) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(STREAKS, String.class)
                        .setParameter(
                                1,
                                new JsonArray(targets.stream()
                                                .map(UUID::toString)
                                                .toList())
                                        .encode())
                        .getResultList())
                .map(rows -> {
                    var streaks = new HashMap<UUID, Integer>();
                    for (String row : rows) {
                        int space = row.indexOf(' ');
                        streaks.put(
                                UUID.fromString(row.substring(0, space)), Integer.valueOf(row.substring(space + 1)));
                    }
                    return streaks;
                });
    }

    public Uni<Void> rememberStreak(UUID target, SellerId seller, int failures) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(REMEMBER_STREAK)
                        .setParameter(1, target)
                        .setParameter(2, seller.value())
                        .setParameter(3, failures)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// @param mail that tells of it
    public Uni<Void> add(String reply, ReplyProblem problem, SellerId seller, UUID target, Instant at, UUID mail) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(ADD)
                        .setParameter(1, reply)
                        .setParameter(2, problem.name())
                        .setParameter(3, seller.value())
                        .setParameter(4, target)
                        .setParameter(5, at)
                        .setParameter(6, mail)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// What a mail tells.
    public Uni<List<Line>> toldBy(UUID mail) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(TOLD, String.class)
                        .setParameter(1, mail)
                        .getResultList())
                .map(rows -> rows.stream().map(DigestStore::line).toList());
    }

    private static Line line(String row) {
        var json = new JsonObject(row);
        return new Line(ReplyProblem.valueOf(json.getString("kind")), json.getString("name"), json.getLong("count"));
    }
}
