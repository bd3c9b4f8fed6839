package pl.odzew.mailbox.sending;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ReplyId;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.watch.MailConnection;

/// The mails that left the mailbox, whoever wrote them. The folder is opened anew for each look, so that
/// nothing is missed that was filed meanwhile.
final class SentFolder {

    private static final Pattern FOLDED = Pattern.compile("\\r?\\n[ \\t]+");

    private final MailConnection connection;
    private @Nullable CompletionStage<@Nullable String> name;

    SentFolder(MailConnection connection) {
        this.connection = connection;
    }

    /// Whether our reply lies there.
    CompletionStage<Boolean> holds(ReplyId reply, Instant attemptedAt) {
        return whenOpen(
                false,
                () -> connection
                        .uidsWithHeader(OutgoingMail.REPLY_HEADER, reply.toString(), dayBefore(attemptedAt))
                        .thenApply(found -> !found.isEmpty()));
    }

    /// When a person wrote to the buyer, or in the thread, since his mail came.
    CompletionStage<Optional<Instant>> answeredByPerson(ReplyRoute.Mail route) {
        return whenOpen(
                Optional.empty(),
                () -> candidates(route)
                        .thenCompose(this::headers)
                        .thenApply(mails -> mails.stream()
                                .filter(isPersonsAnswerTo(route))
                                .map(RawMail::receivedAt)
                                .min(Instant::compareTo)));
    }

    void close() {
        connection.logout();
    }

    private CompletionStage<List<Uid>> candidates(ReplyRoute.Mail route) {
        Instant since = dayBefore(route.receivedAt());
        String buyersMessageId = route.messageId();
        String thread = route.providerThreadId();
        return connection
                .uidsWithHeader("To", route.to().localPartBeforePlus(), since)
                .thenCompose(found -> buyersMessageId == null
                        ? CompletableFuture.completedFuture(found)
                        : joined(found, connection.uidsWithHeader("References", buyersMessageId, since)))
                .thenCompose(found -> thread == null
                        ? CompletableFuture.completedFuture(found)
                        : joined(found, connection.uidsInThread(thread)));
    }

    private static CompletionStage<List<Uid>> joined(List<Uid> some, CompletionStage<List<Uid>> more) {
        return more.thenApply(
                found -> Stream.concat(some.stream(), found.stream()).distinct().toList());
    }

    private CompletionStage<List<RawMail>> headers(List<Uid> uids) {
        return uids.isEmpty() ? CompletableFuture.completedFuture(List.of()) : connection.fetchHeaders(uids);
    }

    private <T> CompletionStage<T> whenOpen(T withoutFolder, Supplier<CompletionStage<T>> look) {
        CompletionStage<@Nullable String> known = name == null ? connection.sentFolder() : name;
        name = known;
        return known.thenCompose(folder -> folder == null
                ? CompletableFuture.completedFuture(withoutFolder)
                : connection.examine(folder).thenCompose(_ -> look.get()));
    }

    private static Predicate<RawMail> isPersonsAnswerTo(ReplyRoute.Mail route) {
        // Servers keep the moment of arrival in whole seconds.
        Instant from = route.receivedAt().truncatedTo(ChronoUnit.SECONDS);
        return mail -> !mail.receivedAt().isBefore(from) && !isOurs(mail);
    }

    private static boolean isOurs(RawMail mail) {
        String field = OutgoingMail.REPLY_HEADER.toLowerCase(Locale.ROOT) + ":";
        return FOLDED.matcher(new String(mail.bytes(), StandardCharsets.ISO_8859_1))
                .replaceAll(" ")
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(field));
    }

    /// Servers look at the day alone, and by a clock and zone of their own.
    private static Instant dayBefore(Instant instant) {
        return instant.minus(1, ChronoUnit.DAYS);
    }
}
