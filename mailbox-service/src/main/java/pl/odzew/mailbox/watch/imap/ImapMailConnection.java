package pl.odzew.mailbox.watch.imap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.intake.UidValidity;
import pl.odzew.mailbox.watch.MailConnection;
import pl.odzew.mailbox.watch.MailConnectionException;
import pl.odzew.mailbox.watch.MailConnectionException.Code;

/// The port's commands in IMAP's words. May be called from any thread; works on the session's event loop.
final class ImapMailConnection implements MailConnection {

    /// A header is read as far as this; real ones have some 10 KiB.
    private static final int LONGEST_HEADER = 256 * 1024;

    private static final DateTimeFormatter SEARCH_DATE = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    /// 64 bits without a sign, as Gmail writes them.
    private static final Pattern THREAD = Pattern.compile("\\d{1,20}");

    private final ImapSession session;
    private final Capabilities capabilities;
    private @Nullable Idling idling;

    ImapMailConnection(ImapSession session, Capabilities capabilities) {
        this.session = session;
        this.capabilities = capabilities;
    }

    @Override
    public CompletionStage<FolderState> examine(String folder) {
        Command examine = Command.named("EXAMINE")
                .plain(" ")
                .string(ModifiedUtf7.encode(folder))
                .build(Limits.SMALL);
        return call(() -> session.send(examine), answer -> {
            session.announcements().clear();
            return new FolderState(
                    new UidValidity(number(answer, "UIDVALIDITY")),
                    new Uid(number(answer, "UIDNEXT")),
                    session.announcements().exists());
        });
    }

    @Override
    public CompletionStage<FolderState> status(String folder) {
        Command status = Command.named("STATUS")
                .plain(" ")
                .string(ModifiedUtf7.encode(folder))
                .plain(" (UIDVALIDITY UIDNEXT MESSAGES)")
                .build(Limits.SMALL);
        return call(() -> session.send(status), ImapMailConnection::state);
    }

    private static FolderState state(Answer answer) {
        List<Value> items = answer.data("STATUS")
                .flatMap(data -> data.values().stream())
                .filter(Value.Group.class::isInstance)
                .flatMap(group -> ((Value.Group) group).values().stream())
                .toList();
        return new FolderState(
                new UidValidity(item(items, "UIDVALIDITY")), new Uid(item(items, "UIDNEXT")), item(items, "MESSAGES"));
    }

    private static long item(List<Value> items, String name) {
        for (int i = 0; i + 1 < items.size(); i += 2) {
            if (items.get(i).asKeyword().equals(name)) {
                return items.get(i + 1).asNumber();
            }
        }
        throw new ProtocolViolation("a folder's status without " + name);
    }

    @Override
    public CompletionStage<@Nullable String> sentFolder() {
        boolean extended = capabilities.has("SPECIAL-USE") && capabilities.has("LIST-EXTENDED");
        Command list = Command.of("LIST \"\" \"*\"" + (extended ? " RETURN (SPECIAL-USE)" : ""));
        return call(() -> session.send(list), answer -> SentFolder.in(answer).orElse(null));
    }

    @Override
    public CompletionStage<List<Uid>> uidsFrom(Uid first) {
        Command search = Command.named("UID SEARCH")
                .plain(" UID " + Math.max(1, first.value()) + ":*")
                .build(Limits.SEARCH);
        return call(
                () -> {
                    CompletionStage<Answer> answer = session.send(search);
                    session.announcements().clear();
                    return answer;
                },
                answer -> found(answer).filter(uid -> uid.compareTo(first) >= 0).toList());
    }

    @Override
    public CompletionStage<List<Uid>> uidsWithHeader(String field, String value, Instant since) {
        // One day more than asked for: the server counts days in a time zone that it does not tell.
        String day = SEARCH_DATE.format(since.atOffset(ZoneOffset.UTC).minusDays(1));
        Command search = Command.named("UID SEARCH")
                .plain(" SINCE " + day + " HEADER ")
                .string(field)
                .plain(" ")
                .string(value)
                .build(Limits.SEARCH);
        return call(() -> session.send(search), answer -> found(answer).toList());
    }

    @Override
    public CompletionStage<List<Uid>> uidsInThread(String providerThreadId) {
        if (!capabilities.isGmail() || !THREAD.matcher(providerThreadId).matches()) {
            return CompletableFuture.completedFuture(List.of());
        }
        Command search = Command.named("UID SEARCH")
                .plain(" X-GM-THRID " + providerThreadId)
                .build(Limits.SEARCH);
        return call(() -> session.send(search), answer -> found(answer).toList());
    }

    @Override
    public CompletionStage<List<RawMail>> fetch(List<Uid> uids, int maxBytes) {
        return fetch(uids, "BODY.PEEK[]", maxBytes);
    }

    @Override
    public CompletionStage<List<RawMail>> fetchHeaders(List<Uid> uids) {
        return fetch(uids, "BODY.PEEK[HEADER]", LONGEST_HEADER);
    }

    @Override
    public CompletionStage<IdleEnd> idle(Duration atMost) {
        CompletableFuture<IdleEnd> end = new CompletableFuture<>();
        onEventLoop(() -> {
            endIdling();
            if (session.announcements().take()) {
                end.complete(IdleEnd.ARRIVED);
            } else {
                Idling next = capabilities.has("IDLE") ? new Listening(session, end) : new Polling(session, end);
                idling = next;
                next.start(atMost);
            }
        });
        return end;
    }

    @Override
    public void close() {
        onEventLoop(session::close);
    }

    @Override
    public CompletionStage<Void> logout() {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        onEventLoop(() -> {
            endIdling();
            session.send(Command.of("LOGOUT")).whenComplete((_, _) -> {
                session.close();
                gone.complete(null);
            });
        });
        return gone;
    }

    private CompletionStage<List<RawMail>> fetch(List<Uid> uids, String part, int maxBytes) {
        if (uids.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        String gmail = capabilities.isGmail() ? " X-GM-MSGID X-GM-THRID" : "";
        Command fetch = Command.named("UID FETCH")
                .plain(" " + UidSet.of(uids) + " (UID INTERNALDATE RFC822.SIZE" + gmail + " " + part + "<0." + maxBytes
                        + ">)")
                .build(Limits.fetch(uids.size(), maxBytes));
        return call(() -> session.send(fetch), answer -> new FetchedMails(maxBytes).in(answer, uids));
    }

    private <T extends @Nullable Object> CompletionStage<T> call(
            Supplier<CompletionStage<Answer>> command, Function<Answer, T> read) {
        CompletableFuture<T> result = new CompletableFuture<>();
        onEventLoop(() -> {
            endIdling();
            command.get().whenComplete((answer, failure) -> complete(result, answer, failure, read));
        });
        return result;
    }

    private <T extends @Nullable Object> void complete(
            CompletableFuture<T> result,
            @Nullable Answer answer,
            @Nullable Throwable failure,
            Function<Answer, T> read) {
        if (answer == null) {
            result.completeExceptionally(failure instanceof CompletionException e ? e.getCause() : failure);
            return;
        }
        if (!answer.agreed()) {
            String words = answer.status().line();
            result.completeExceptionally(new MailConnectionException(Code.COMMAND_REFUSED, words));
            return;
        }
        T value;
        try {
            value = read.apply(answer);
        } catch (RuntimeException e) {
            // Whatever it is: an answer that we cannot read must end, or whoever waits for it waits for ever.
            session.close();
            result.completeExceptionally(
                    new MailConnectionException(Code.PROTOCOL_VIOLATED, String.valueOf(e.getMessage())));
            return;
        }
        result.complete(value);
    }

    private void endIdling() {
        if (idling != null) {
            idling.end();
            idling = null;
        }
    }

    private void onEventLoop(Runnable work) {
        session.context().runOnContext(_ -> work.run());
    }

    private static Stream<Uid> found(Answer answer) {
        return answer.data("SEARCH")
                .flatMap(search -> search.values().stream())
                .map(Value::asUid)
                .distinct()
                .sorted();
    }

    private static long number(Answer answer, String code) {
        String digits = answer.statuses()
                .flatMap(status -> Stream.ofNullable(status.codeOf(code)))
                .findFirst()
                .orElseThrow(() -> new ProtocolViolation("a folder without " + code));
        return new Value.Atom(digits).asNumber();
    }
}
