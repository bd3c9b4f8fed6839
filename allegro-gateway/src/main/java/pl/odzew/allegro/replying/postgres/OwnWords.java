package pl.odzew.allegro.replying.postgres;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.messaging.Message;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.OurReplies;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.allegro.replying.Reply;
import pl.odzew.allegro.replying.ReplyState;

/// Says which words in a thread are Odzew's. Calls block, for workers on virtual threads.
@ApplicationScoped
public class OwnWords {

    private static final String IN_THREAD = """
            select id, state, body, provider_message_id from reply
             where thread_id = $1 and (provider_message_id is not null or state in ('SENDING', 'UNKNOWN', 'GIVEN_UP'))
            """;

    private final Pool pool;
    private final Replies replies;

    OwnWords(Pool pool, Replies replies) {
        this.pool = pool;
        this.replies = replies;
    }

    public OurReplies in(ThreadId thread) {
        return of(thread, null);
    }

    /// A message in a thread is a reply of which nothing had been proved: now it is.
    public void proved(ThreadId thread, Message found) {
        replies.givenUp(thread, found).ifPresent(reply -> replies.sent(reply, found));
    }

    /// Of all replies but this one.
    OurReplies besides(Reply reply) {
        return of(reply.thread(), reply);
    }

    private OurReplies of(ThreadId thread, @Nullable Reply except) {
        var posted = new HashSet<MessageId>();
        var underWay = new ArrayList<String>();
        var unproven = new ArrayList<String>();
        for (Row row : Await.result(
                pool.preparedQuery(IN_THREAD).execute(Tuple.of(thread.value())).subscribeAsCompletionStage())) {
            if (except != null && except.id().value().equals(row.getUUID("id"))) {
                continue;
            }
            if (row.getString("provider_message_id") != null) {
                posted.add(new MessageId(row.getString("provider_message_id")));
            } else if (ReplyState.valueOf(row.getString("state")) == ReplyState.GIVEN_UP) {
                unproven.add(row.getString("body"));
            } else {
                underWay.add(row.getString("body"));
            }
        }
        return new OurReplies(posted, underWay, unproven);
    }
}
