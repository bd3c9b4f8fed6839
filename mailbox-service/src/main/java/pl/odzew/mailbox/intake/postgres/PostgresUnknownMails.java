package pl.odzew.mailbox.intake.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;
import pl.odzew.events.MailboxId;
import pl.odzew.mailbox.intake.RedactedMail;
import pl.odzew.mailbox.intake.UnknownMails;

/// The last few hundred; a new template of Allegro's comes to everybody, so that many suffice.
@ApplicationScoped
class PostgresUnknownMails implements UnknownMails {

    private static final int KEPT = 500;

    private static final String KEEP = """
            insert into unknown_mail (mailbox_id, seen_at, mail)
            select id, $2, $3 from mailbox where id = $1
            """;

    private static final String MAKE_ROOM = """
            delete from unknown_mail
             where seq <= (select seq from unknown_mail order by seq desc offset $1 limit 1)
            """;

    private static final String LATEST = "select seen_at, mail from unknown_mail order by seq desc limit $1";

    private final Pool pool;

    PostgresUnknownMails(Pool pool) {
        this.pool = pool;
    }

    @Override
    public CompletionStage<Void> keep(MailboxId mailbox, RedactedMail mail, Instant seenAt) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(mailbox.value(), seenAt.atOffset(ZoneOffset.UTC), json(mail)))
                .chain(() -> pool.preparedQuery(MAKE_ROOM).execute(Tuple.of(KEPT)))
                .replaceWithVoid()
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<List<Seen>> latest(int most) {
        Uni<List<Seen>> latest = pool.preparedQuery(LATEST)
                .execute(Tuple.of(most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PostgresUnknownMails::seen)
                        .toList());
        return latest.subscribeAsCompletionStage();
    }

    private static Seen seen(Row row) {
        JsonObject mail = (JsonObject) row.getJson("mail");
        return new Seen(
                row.get(OffsetDateTime.class, "seen_at").toInstant(),
                new RedactedMail(
                        mail.getString("sender"),
                        mail.getString("subject"),
                        words(mail.getJsonArray("headers")),
                        words(mail.getJsonArray("links")),
                        mail.getString("text")));
    }

    private static JsonObject json(RedactedMail mail) {
        return new JsonObject()
                .put("sender", mail.sender())
                .put("subject", mail.subject())
                .put("headers", new JsonArray(mail.headers()))
                .put("links", new JsonArray(mail.links()))
                .put("text", mail.text().replace("\u0000", ""));
    }

    private static List<String> words(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }
}
