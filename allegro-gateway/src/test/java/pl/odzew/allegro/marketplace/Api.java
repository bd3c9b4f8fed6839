package pl.odzew.allegro.marketplace;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.marketplace.Answer.OutsideDocument;
import pl.odzew.allegro.marketplace.Data.Grant;
import pl.odzew.allegro.marketplace.Data.Message;
import pl.odzew.allegro.marketplace.Data.Seller;
import pl.odzew.allegro.marketplace.Data.Thread;

/// Allegro's REST API: takes a request apart in Allegro's order (who calls, in which words, with which
/// right, what), and holds question and answer to the document.
final class Api {

    /// `Name/Version (+https://info-page)`, demanded since June 2026.
    private static final Pattern USER_AGENT = Pattern.compile("[\\w.-]+/[\\w.-]+ \\(\\+https?://\\S+\\)");

    private static final int PAGE = 20;

    private final Store store;
    private final Conversations conversations;
    private final OAuthServer oauth;
    private final Faults faults;
    private final Rate rate;
    private final boolean documents;
    private final Attachments attachments;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Set<String> outsideTheDocument = ConcurrentHashMap.newKeySet();

    Api(Store store, Conversations conversations, OAuthServer oauth, Faults faults, Rate rate, boolean documents) {
        this.documents = documents;
        this.store = store;
        this.conversations = conversations;
        this.oauth = oauth;
        this.faults = faults;
        this.rate = rate;
        this.attachments = new Attachments(store);
    }

    /// What broke a document since the start, one line each; tests assert that there is none.
    List<String> violations() {
        return List.copyOf(violations);
    }

    /// Allegro's sets of values are open: answers to this seller are held to no document from now on.
    void leaveTheDocument(String login) {
        outsideTheDocument.add(login.toLowerCase(Locale.ROOT));
    }

    private boolean isOutside(Exchange exchange) {
        return oauth.grant(exchange.header("Authorization"))
                .map(grant -> outsideTheDocument.contains(grant.login().toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    void violated(String where, List<String> what) {
        what.forEach(each -> violations.add(where + ": " + each));
    }

    void handle(Exchange exchange) throws IOException {
        exchange.answerHeader("trace-id", UUID.randomUUID().toString());
        Optional<Operation.Match> match = Operation.of(exchange.method(), exchange.path(), exchange.header("Accept"));
        if (match.isEmpty()) {
            write(exchange, Operation.ME.mediaType(), Errors.noOperation(), 404);
            return;
        }
        Operation operation = match.get().operation();
        Answer answer = answer(exchange, match.get());
        if (answer.ending() != Answer.Ending.ANSWERED) {
            if (answer.ending() == Answer.Ending.SILENT) {
                exchange.keepSilent();
            }
            exchange.drop();
            return;
        }
        String contentType = answer.status() == 401 && operation.document() == Document.MESSAGING_BETA
                ? "application/json"
                : operation.mediaType();
        String body = answer.body() == null ? null : json(answer.body());
        if (documents && answer.outside() == null && !isOutside(exchange)) {
            violated(
                    "own answer to " + operation,
                    operation
                            .document()
                            .violations(exchange.method(), exchange.path(), answer.status(), contentType, body));
        }
        exchange.answer(answer.status(), contentType, body);
    }

    private Answer answer(Exchange exchange, Operation.Match match) {
        Operation operation = match.operation();
        Optional<Answer> refusal = unheard(exchange, operation);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<Grant> grant = oauth.grant(exchange.header("Authorization"));
        if (grant.isEmpty()) {
            return unauthorized(operation);
        }
        if (!grant.get().scopes().contains(operation.scope())) {
            return Answer.outside(OutsideDocument.SCOPE_MISSING, 403, Errors.accessDenied());
        }
        List<String> broken = documents
                ? operation.document().violations(exchange.method(), exchange.path(), exchange.query(), exchange)
                : List.of();
        if (!broken.isEmpty()) {
            violated(exchange.method() + " " + exchange.path(), broken);
            return Answer.outside(
                    OutsideDocument.DOCUMENT_BROKEN,
                    400,
                    Errors.holder("VALIDATION_ERROR", String.join("; ", broken), null, "Invalid request."));
        }
        return perform(exchange, match, grant.get().login());
    }

    private Optional<Answer> unheard(Exchange exchange, Operation operation) {
        String agent = exchange.header("User-Agent");
        if (agent == null || !USER_AGENT.matcher(agent).matches()) {
            violated(operation.name(), List.of("User-Agent is " + agent));
            return Optional.of(Answer.outside(
                    OutsideDocument.USER_AGENT,
                    403,
                    Errors.holder("UserAgentNotAccepted", "User-Agent header is missing or incorrect", null, "")));
        }
        String mediaType = operation.mediaType();
        if (!mediaType.equals(exchange.header("Accept"))) {
            violated(operation.name(), List.of("Accept is " + exchange.header("Accept")));
            return Optional.of(Answer.outside(OutsideDocument.MEDIA_TYPE, 406, Errors.notAcceptable()));
        }
        if (!exchange.body().isEmpty()
                && !operation.takesBytes()
                && !mediaType.equals(exchange.header("Content-Type"))) {
            violated(operation.name(), List.of("Content-Type is " + exchange.header("Content-Type")));
            return Optional.of(Answer.outside(OutsideDocument.MEDIA_TYPE, 415, Errors.notAcceptable()));
        }
        return Optional.empty();
    }

    private Answer perform(Exchange exchange, Operation.Match match, String login) {
        if (match.operation().method().equals("GET")) {
            Optional<Fault> fault = faults.nextForGet(login);
            if (fault.isPresent()) {
                return faulty(fault.get(), match.operation());
            }
        }
        return switch (match.operation()) {
            case ME -> Answer.of(200, read(login, Shapes::me));
            case ADDITIONAL_EMAILS -> Answer.of(200, read(login, Shapes::emails));
            case THREADS -> threads(exchange, login);
            case THREAD -> inThread(exchange, login, match, Shapes::thread);
            case MARK_READ -> markRead(exchange, login, match);
            case MESSAGES -> messages(exchange, login, match);
            case POST_MESSAGE ->
                post(exchange, login, match.parameters().getFirst(), (_, message) -> Shapes.message(message));
            case MESSAGE -> message(login, match.parameters().getFirst(), (_, message) -> Shapes.message(message));
            case PUBLIC_THREADS -> publicThreads(exchange, login);
            case PUBLIC_MARK_READ -> markRead(exchange, login, match);
            case PUBLIC_MESSAGES -> publicMessages(exchange, login, match);
            case PUBLIC_POST_MESSAGE -> post(exchange, login, match.parameters().getFirst(), Shapes::publicMessage);
            case PUBLIC_MESSAGE -> message(login, match.parameters().getFirst(), Shapes::publicMessage);
            case DECLARE_ATTACHMENT -> attachments.declare(exchange, "filename");
            case UPLOAD_ATTACHMENT, UPLOAD_ISSUE_ATTACHMENT ->
                attachments.upload(exchange, match.parameters().getFirst());
            case ISSUES -> issues(exchange, login);
            case ISSUE_CHAT -> chat(exchange, login, match);
            case POST_ISSUE_MESSAGE ->
                post(exchange, login, match.parameters().getFirst(), (_, message) -> Shapes.chatMessage(message));
            case DECLARE_ISSUE_ATTACHMENT -> {
                Answer declared = attachments.declare(exchange, "fileName");
                exchange.answerHeader("Location", attachments.address(declared, exchange));
                yield declared;
            }
        };
    }

    private static Answer unauthorized(Operation operation) {
        Map<String, Object> body = Errors.auth("invalid_token", "Invalid access token");
        return operation.isOfClaims() ? Answer.outside(OutsideDocument.UNAUTHORIZED, 401, body) : Answer.of(401, body);
    }

    private static Answer faulty(Fault fault, Operation operation) {
        return switch (fault) {
            case GET_TOO_MANY -> Answer.outside(OutsideDocument.RATE, 429, Errors.tooManyRequests());
            case GET_UNAVAILABLE -> Answer.outside(OutsideDocument.UNAVAILABLE, 503, Errors.auth("unavailable", ""));
            case GET_UNAUTHORIZED -> unauthorized(operation);
            default -> throw new IllegalStateException("not a fault of GET: " + fault);
        };
    }

    private Answer threads(Exchange exchange, String login) {
        Boolean read = exchange.query("read") == null ? null : Boolean.valueOf(exchange.query("read"));
        String status = exchange.query("status");
        return store.read(data -> {
            Seller seller = data.seller(login);
            List<Map<String, Object>> all = seller.threads.values().stream()
                    .filter(thread -> thread.claim == null)
                    .filter(thread -> read == null || thread.read == read)
                    .filter(thread -> status == null || thread.closed == status.equals("CLOSED"))
                    .sorted(Comparator.comparing(Thread::lastMessageAt).reversed())
                    .map(thread -> Shapes.thread(seller, thread))
                    .toList();
            return page(exchange, "threads", all);
        });
    }

    private Answer messages(Exchange exchange, String login, Operation.Match match) {
        if (faults.nextForMessages(login).isPresent()) {
            return Answer.of(404, Errors.noThread(match.parameters().getFirst(), exchange.path()));
        }
        return inThread(exchange, login, match, (seller, thread) -> {
            List<Message> newestFirst = thread.messages.stream()
                    .sorted(Comparator.comparing((Message message) -> message.createdAt)
                            .reversed())
                    .toList();
            return page(
                            exchange,
                            "messages",
                            newestFirst.stream().map(Shapes::message).toList())
                    .body();
        });
    }

    private Answer markRead(Exchange exchange, String login, Operation.Match match) {
        boolean read = exchange.body().contains("true");
        return store.change(data -> {
            Thread thread = data.seller(login).threads.get(match.parameters().getFirst());
            if (thread == null) {
                return Answer.of(404, Errors.noThread(match.parameters().getFirst(), exchange.path()));
            }
            thread.read = read;
            return Answer.of(200, Map.of("read", read));
        });
    }

    private Answer publicThreads(Exchange exchange, String login) {
        return store.read(data -> offsetPage(
                exchange,
                "threads",
                data.seller(login).threads.values().stream()
                        .filter(thread -> thread.claim == null && !thread.issue)
                        .sorted(Comparator.comparing(Thread::lastMessageAt).reversed())
                        .map(Shapes::publicThread)
                        .toList()));
    }

    private Answer publicMessages(Exchange exchange, String login, Operation.Match match) {
        return inThread(
                exchange,
                login,
                match,
                (_, thread) -> offsetPage(
                                exchange,
                                "messages",
                                newestFirst(thread).stream()
                                        .map(message -> Shapes.publicMessage(thread, message))
                                        .toList())
                        .body());
    }

    private Answer issues(Exchange exchange, String login) {
        return store.read(data -> offsetPage(
                exchange,
                "issues",
                data.seller(login).threads.values().stream()
                        .filter(thread -> thread.claim != null)
                        .sorted(Comparator.comparing((Thread thread) -> thread.createdAt)
                                .reversed())
                        .map(Shapes::issue)
                        .toList()));
    }

    private Answer chat(Exchange exchange, String login, Operation.Match match) {
        return inThread(
                exchange,
                login,
                match,
                (_, thread) -> offsetPage(
                                exchange,
                                "chat",
                                newestFirst(thread).stream()
                                        .map(Shapes::chatMessage)
                                        .toList())
                        .body());
    }

    private static List<Message> newestFirst(Thread thread) {
        return thread.messages.stream()
                .sorted(Comparator.comparing((Message message) -> message.createdAt)
                        .reversed())
                .toList();
    }

    /// How a message is shown.
    private interface MessageShape {
        Map<String, @Nullable Object> of(Thread thread, Message message);
    }

    private Answer message(String login, String id, MessageShape shape) {
        return store.read(data -> data.seller(login).threads.values().stream()
                .flatMap(thread -> thread.messages.stream()
                        .filter(message -> message.id.equals(id))
                        .map(message -> Answer.of(200, shape.of(thread, message))))
                .findFirst()
                .orElseGet(() -> Answer.of(
                        404, Errors.holder("MESSAGE_NOT_FOUND", "No message with such Id", null, "Brak wiadomości"))));
    }

    private Answer post(Exchange exchange, String login, String threadId, MessageShape shape) {
        Posting posting = new Posting(login, threadId, text(exchange), attachments.named(exchange), shape);
        if (!store.read(data -> data.seller(login).threads.containsKey(threadId))) {
            return Answer.of(404, Errors.noThread(threadId, exchange.path()));
        }
        if (!rate.allows(login)) {
            return Answer.outside(OutsideDocument.RATE, 429, Errors.tooManyRequests());
        }
        if (!attachments.areUploaded(exchange)) {
            return Answer.outside(OutsideDocument.REFUSED, 422, Errors.attachmentNotUploaded());
        }
        return faults.nextForPost(login)
                .map(fault -> faulty(fault, posting))
                .orElseGet(() -> accept(posting, "DELIVERED"));
    }

    /// What is about to be written.
    private record Posting(String login, String threadId, String text, List<String> files, MessageShape shape) {}

    private Answer faulty(Fault fault, Posting posting) {
        return switch (fault) {
            case POST_ACCEPTED_THEN_DROPPED -> {
                accept(posting, "DELIVERED");
                yield Answer.drop();
            }
            case POST_DROPPED -> Answer.drop();
            case POST_ACCEPTED_THEN_ERROR -> {
                accept(posting, "DELIVERED");
                yield Answer.outside(OutsideDocument.UNAVAILABLE, 500, Errors.auth("internal", ""));
            }
            case POST_ACCEPTED_THEN_SILENT -> {
                accept(posting, "DELIVERED");
                yield Answer.silence();
            }
            case POST_SILENT -> Answer.silence();
            case POST_VERIFYING -> accept(posting, "VERIFYING");
            case POST_DATA_FETCHING_ERROR -> {
                accept(posting, "DELIVERED");
                yield Answer.outside(OutsideDocument.REFUSED, 422, Errors.dataFetching());
            }
            case POST_DAILY_LIMIT -> Answer.outside(OutsideDocument.REFUSED, 422, Errors.dailyLimit());
            case POST_REFUSED ->
                Answer.outside(
                        OutsideDocument.REFUSED,
                        422,
                        Errors.holder(
                                "VALIDATION_ERROR", "Message refused", null, "Wiadomość nie może zostać wysłana."));
            case POST_TOO_MANY -> Answer.outside(OutsideDocument.RATE, 429, Errors.tooManyRequests());
            default -> throw new IllegalStateException("not a fault of POST: " + fault);
        };
    }

    /// A closed thread of the Message Center is a 422, an inactive chat of a claim a 409.
    private Answer accept(Posting posting, String status) {
        Thread thread = store.read(data -> data.seller(posting.login()).thread(posting.threadId()));
        return conversations
                .sellerWrites(
                        posting.login(), posting.threadId(), posting.text(), WrittenBy.API, status, posting.files())
                .map(message -> Answer.of(201, posting.shape().of(thread, message)))
                .orElseGet(() -> thread.claim == null
                        ? Answer.of(422, Errors.threadClosed())
                        : Answer.outside(OutsideDocument.REFUSED, 409, Errors.threadClosed()));
    }

    private Answer inThread(Exchange exchange, String login, Operation.Match match, ThreadShape shape) {
        String id = match.parameters().getFirst();
        return store.read(data -> {
            Seller seller = data.seller(login);
            Thread thread = seller.threads.get(id);
            return thread == null
                    ? Answer.of(404, Errors.noThread(id, exchange.path()))
                    : Answer.of(200, shape.of(seller, thread));
        });
    }

    private interface ThreadShape {
        @Nullable
        Object of(Seller seller, Thread thread);
    }

    private <T> T read(String login, Function<Seller, T> shape) {
        return store.read(data -> shape.apply(data.seller(login)));
    }

    /// A page id is the number of what was given before, so pages shift when something new comes: as at
    /// Allegro.
    private static Answer page(Exchange exchange, String name, List<? extends Map<String, ?>> all) {
        String limitText = exchange.query("limit");
        int limit = limitText == null ? PAGE : Integer.parseInt(limitText);
        String pageId = exchange.query("page.id");
        int from = pageId == null
                ? 0
                : Integer.parseInt(new String(Base64.getDecoder().decode(pageId), StandardCharsets.US_ASCII));
        int to = Math.min(all.size(), from + limit);
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put(name, all.subList(Math.min(from, to), to));
        body.put("nextPage", to == all.size() ? null : Map.of("id", pageId(to)));
        return Answer.of(200, body);
    }

    private static Answer offsetPage(Exchange exchange, String name, List<? extends Map<String, ?>> all) {
        int limit = number(exchange, "limit", PAGE);
        int offset = number(exchange, "offset", 0);
        int to = Math.min(all.size(), offset + limit);
        List<? extends Map<String, ?>> page = all.subList(Math.min(offset, to), to);
        // Claims come without a word of where the page lies.
        return Answer.of(
                200,
                name.equals("issues") || name.equals("chat")
                        ? Map.of(name, page)
                        : Map.of(name, page, "offset", offset, "limit", limit));
    }

    private static int number(Exchange exchange, String name, int otherwise) {
        String text = exchange.query(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static String pageId(int from) {
        return Base64.getEncoder().encodeToString(Integer.toString(from).getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(Exchange exchange) {
        try {
            return Store.JSON.readTree(exchange.body()).path("text").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void write(Exchange exchange, String contentType, Object body, int status) throws IOException {
        exchange.answer(status, contentType, json(body));
    }

    static String json(Object body) {
        try {
            return Store.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
