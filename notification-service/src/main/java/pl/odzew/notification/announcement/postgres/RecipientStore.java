package pl.odzew.notification.announcement.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.SellerId;
import pl.odzew.notification.announcement.Announcement;
import pl.odzew.notification.announcement.Progress;
import pl.odzew.notification.announcement.RecipientState;
import pl.odzew.notification.announcement.Segment;

/// Who gets an announcement, and who has got it; every method belongs into the caller's transaction.
@ApplicationScoped
public class RecipientStore {

    private static final String FILL = """
            insert into announcement_recipient (announcement_id, round, seller_id, state, attempts, due_at, changed_at)
            select distinct cast(:announcement as uuid), 1, seller_id, 'PENDING', 0, cast(:now as timestamptz),
                            cast(:now as timestamptz)
              from""" + AudienceStore.AFFECTED + " on conflict do nothing";
    /// Who got the first mail and has not acted.
    private static final String REMIND = """
            insert into announcement_recipient (announcement_id, round, seller_id, state, attempts, due_at, changed_at)
            select announcement_id, 2, seller_id, 'PENDING', 0, cast(:now as timestamptz), cast(:now as timestamptz)
              from announcement_recipient
             where announcement_id = :announcement and round = 1 and state in ('SENT', 'UNKNOWN')
               and seller_id in (select seller_id from""" + AudienceStore.AFFECTED + ") on conflict do nothing";
    private static final String CLAIM = """
            update announcement_recipient
               set state = 'SENDING', attempts = attempts + 1, due_at = cast(?4 as timestamptz),
                   changed_at = cast(?3 as timestamptz)
             where (announcement_id, round, seller_id) in (
                select announcement_id, round, seller_id from announcement_recipient
                 where announcement_id = ?1 and round = ?2 and state = 'PENDING' and due_at <= cast(?3 as timestamptz)
                 order by due_at, seller_id limit ?5 for update skip locked)
            returning attempts || ' ' || seller_id
            """;
    /// Claimed long ago by somebody who has died since: it may have left.
    private static final String GIVE_UP = """
            update announcement_recipient set state = 'UNKNOWN', changed_at = cast(?2 as timestamptz)
             where announcement_id = ?1 and state = 'SENDING' and due_at <= cast(?2 as timestamptz)
            """;
    private static final String SETTLE = """
            update announcement_recipient
               set state = ?4, due_at = cast(?5 as timestamptz), changed_at = cast(?6 as timestamptz)
             where announcement_id = ?1 and round = ?2 and seller_id = ?3 and state = 'SENDING'
            """;
    private static final String LEFT = """
            select count(*) from announcement_recipient
             where announcement_id = ?1 and round = ?2 and state in ('PENDING', 'SENDING')
            """;
    private static final String BY_STATE = """
            select state || ' ' || count(*) from announcement_recipient
             where announcement_id = ?1 and round = ?2 group by state
            """;
    private static final String ACTED = """
            select count(distinct seller_id) from announcement_recipient
             where announcement_id = :announcement and state in ('SENT', 'UNKNOWN')
               and seller_id not in (select seller_id from""" + AudienceStore.AFFECTED + ")";

    /// One seller who is to be written to now.
    ///
    /// @param attempt from 1
    public record Claimed(SellerId sellerId, int attempt) {}

    /// Answers how many sellers the first round has.
    public Uni<Integer> fill(Announcement announcement, Instant now) {
        return insert(FILL, announcement, now);
    }

    /// Answers how many sellers the reminder has.
    public Uni<Integer> remind(Announcement announcement, Instant now) {
        return insert(REMIND, announcement, now);
    }

    /// @param lease after which a claim counts as possibly sent
    public Uni<List<Claimed>> claim(Announcement announcement, int most, Instant now, Duration lease) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CLAIM, String.class)
                        .setParameter(1, announcement.id())
                        .setParameter(2, announcement.round())
                        .setParameter(3, now)
                        .setParameter(4, now.plus(lease))
                        .setParameter(5, most)
                        .getResultList())
                .map(rows -> rows.stream().map(RecipientStore::claimed).toList());
    }

    public Uni<Integer> giveUpOnLost(UUID announcement, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(GIVE_UP)
                        .setParameter(1, announcement)
                        .setParameter(2, now)
                        .executeUpdate());
    }

    /// @param dueAt when it is tried again, if the state is `PENDING`
    public Uni<Void> settle(
            Announcement announcement, SellerId seller, RecipientState state, Instant dueAt, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(SETTLE)
                        .setParameter(1, announcement.id())
                        .setParameter(2, announcement.round())
                        .setParameter(3, seller.value())
                        .setParameter(4, state.name())
                        .setParameter(5, dueAt)
                        .setParameter(6, now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// How many of the present round have not been settled.
    public Uni<Long> left(Announcement announcement) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LEFT, Long.class)
                        .setParameter(1, announcement.id())
                        .setParameter(2, announcement.round())
                        .getSingleResult());
    }

    public Uni<Progress> progress(Announcement announcement) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(BY_STATE, String.class)
                        .setParameter(1, announcement.id())
                        .setParameter(2, announcement.round())
                        .getResultList()
                        .flatMap(rows -> acted(session, announcement).map(acted -> progress(rows, acted))));
    }

    private static Uni<Long> acted(Mutiny.Session session, Announcement announcement) {
        return AudienceStore.bind(session.createNativeQuery(ACTED, Long.class), announcement.segment())
                .setParameter("announcement", announcement.id())
                .getSingleResult();
    }

    private static Progress progress(List<String> rows, long acted) {
        var byState = new EnumMap<RecipientState, Long>(RecipientState.class);
        for (String row : rows) {
            int space = row.indexOf(' ');
            byState.put(RecipientState.valueOf(row.substring(0, space)), Long.valueOf(row.substring(space + 1)));
        }
        return new Progress(byState, acted);
    }

    private static Uni<Integer> insert(String sql, Announcement announcement, Instant now) {
        Segment segment = announcement.segment();
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter("announcement", announcement.id())
                        .setParameter("now", now)
                        .setParameter("providers", AudienceStore.names(segment.providers()))
                        .setParameter("credentials", AudienceStore.names(segment.credentials()))
                        .setParameter("versions", AudienceStore.numbers(segment))
                        .executeUpdate());
    }

    private static Claimed claimed(String row) {
        int space = row.indexOf(' ');
        return new Claimed(new SellerId(row.substring(space + 1)), Integer.parseInt(row.substring(0, space)));
    }
}
