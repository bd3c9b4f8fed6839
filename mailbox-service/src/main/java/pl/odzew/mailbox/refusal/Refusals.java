package pl.odzew.mailbox.refusal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProvider;

/// Reads a refusal by rule: exact permanent sentences first, then limits and passing trouble, then the codes that
/// accuse the credential, then a NO without any code; what is left is not about the credential.
///
/// The sentence comes before the code, since Gmail puts `[ALERT]` on permanent refusals and on throttles alike.
public final class Refusals {

    private static final Map<String, AuthFailureReason> PERMANENT = inOrder(
            Map.entry("application-specific password required", AuthFailureReason.APP_PASSWORD_REQUIRED),
            Map.entry("p=invalidsecondfactor", AuthFailureReason.APP_PASSWORD_REQUIRED),
            Map.entry("log in via your web browser", AuthFailureReason.WEB_LOGIN_REQUIRED),
            Map.entry("log in with your web browser", AuthFailureReason.WEB_LOGIN_REQUIRED),
            Map.entry("web login required", AuthFailureReason.WEB_LOGIN_REQUIRED),
            Map.entry("not enabled for imap use", AuthFailureReason.IMAP_DISABLED),
            Map.entry("access is disabled for your domain", AuthFailureReason.IMAP_DISABLED_BY_ADMIN),
            // No answer to a password at all: the server's list of what it offers (RFC 3501 §6.2.3).
            Map.entry("logindisabled", AuthFailureReason.METHOD_DISABLED),
            // What Google's token endpoint says when a consent is gone.
            Map.entry("invalid_grant", AuthFailureReason.OAUTH_CONSENT_LOST),
            Map.entry("basic authentication is disabled", AuthFailureReason.METHOD_DISABLED),
            Map.entry("smtpclientauthentication is disabled", AuthFailureReason.METHOD_DISABLED),
            Map.entry("authentication mechanism is not supported", AuthFailureReason.METHOD_DISABLED));

    /// The answer to EHLO: it comes as a refusal when nothing that it offers takes a password.
    private static final String SMTP_OFFERS = "250";

    private static final Map<String, Verdict.Limit.Kind> LIMITS = inOrder(
            Map.entry("too many simultaneous connections", Verdict.Limit.Kind.CONNECTIONS),
            Map.entry("maximum number of connections", Verdict.Limit.Kind.CONNECTIONS),
            Map.entry("command or bandwidth limits", Verdict.Limit.Kind.BANDWIDTH),
            Map.entry("request is throttled", Verdict.Limit.Kind.BANDWIDTH),
            Map.entry("too many login attempts", Verdict.Limit.Kind.LOGIN_RATE),
            Map.entry("too many failed login", Verdict.Limit.Kind.LOGIN_RATE),
            Map.entry("try again later, closing connection", Verdict.Limit.Kind.LOGIN_RATE),
            Map.entry("sending limit exceeded", Verdict.Limit.Kind.SENDING),
            Map.entry("sending quota exceeded", Verdict.Limit.Kind.SENDING),
            Map.entry("receiving mail too quickly", Verdict.Limit.Kind.SENDING));

    private static final List<String> PASSING =
            List.of("temporary system problem", "temporary system error", "temporary authentication failure");
    private static final Set<String> PASSING_CODES = Set.of("UNAVAILABLE", "INUSE", "SERVERBUG", "CORRUPTION");
    private static final Set<String> ACCESS_CODES =
            Set.of("NOPERM", "CANNOT", "NONEXISTENT", "ALREADYEXISTS", "EXPUNGEISSUED", "CLIENTBUG");
    private static final Set<String> ACCUSING_CODES = Set.of("AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED");

    /// In a NO without a code: whether the words speak of the credential at all.
    private static final Pattern ACCUSING_WORDS =
            Pattern.compile("\\b(log ?in|authenticat\\w*|password|credentials?)\\b");

    private Refusals() {}

    /// As below, where nobody signs in with Google.
    public static Verdict classify(ServerRefusal refusal, MailProvider provider) {
        return classify(refusal, provider, false);
    }

    /// @param googleSignIn whether that is among the remedies
    public static Verdict classify(ServerRefusal refusal, MailProvider provider, boolean googleSignIn) {
        RefusalText text = RefusalText.of(refusal);
        var help = new Remedies(provider, googleSignIn);
        return permanent(text, help)
                .or(() -> limitOrPassing(text))
                .or(() -> accusing(text, help))
                .orElseGet(() -> new Verdict.NotTheCredential(Verdict.NotTheCredential.Kind.UNKNOWN, text.words()));
    }

    private static Optional<Verdict> permanent(RefusalText text, Remedies help) {
        String challenge = text.challenge();
        if (challenge != null && challenge.contains("\"status\"")) {
            // Google says 400 of a token that is only too old, anything else of one that it no longer honours.
            return Optional.of(
                    challenge.contains("\"400\"")
                            ? new Verdict.TokenStale(text.words())
                            : certain(AuthFailureReason.OAUTH_CONSENT_LOST, text, help));
        }
        if (text.hasCode("WEBALERT")) {
            return Optional.of(certain(AuthFailureReason.WEB_LOGIN_REQUIRED, text, help));
        }
        if (text.status().equals(SMTP_OFFERS)) {
            return Optional.of(certain(AuthFailureReason.METHOD_DISABLED, text, help));
        }
        return first(PERMANENT, text).map(reason -> certain(reason, text, help));
    }

    private static Optional<Verdict> limitOrPassing(RefusalText text) {
        return first(LIMITS, text)
                .<Verdict>map(kind -> new Verdict.Limit(kind, text.words()))
                .or(() -> byStatus(text));
    }

    private static Optional<Verdict> byStatus(RefusalText text) {
        String words = text.words();
        if (text.says("session expired")) {
            return Optional.of(new Verdict.SessionExpired(words));
        }
        if (text.hasCode("5.4.5")) {
            return Optional.of(new Verdict.Limit(Verdict.Limit.Kind.SENDING, words));
        }
        if (PASSING.stream().anyMatch(text::says) || PASSING_CODES.stream().anyMatch(text::hasCode)) {
            return Optional.of(new Verdict.Transient(words));
        }
        if (text.hasCode("OVERQUOTA")) {
            return Optional.of(new Verdict.Limit(Verdict.Limit.Kind.STORAGE, words));
        }
        if (text.hasCode("LIMIT")) {
            return Optional.of(new Verdict.Limit(Verdict.Limit.Kind.OTHER, words));
        }
        return switch (text.status()) {
            case "BYE" -> Optional.of(new Verdict.Transient(words));
            // Outlook's way to say that an access token is over; any other BAD never accuses the credential.
            case "BAD" ->
                Optional.of(
                        text.says("command error. 10")
                                ? new Verdict.TokenStale(words)
                                : notTheCredential(Verdict.NotTheCredential.Kind.PROTOCOL, words));
            case String status
            when status.length() == 3 && status.charAt(0) == '4' -> Optional.of(new Verdict.Transient(words));
            default -> Optional.empty();
        };
    }

    private static Optional<Verdict> accusing(RefusalText text, Remedies help) {
        if (ACCUSING_CODES.stream().anyMatch(text::hasCode) || text.says("invalid credentials")) {
            return Optional.of(doubtful(AuthFailureReason.CREDENTIALS_REFUSED, text, help));
        }
        if (text.hasCode("EXPIRED")) {
            return Optional.of(certain(AuthFailureReason.PASSWORD_EXPIRED, text, help));
        }
        if (text.hasCode("CONTACTADMIN")) {
            return Optional.of(doubtful(AuthFailureReason.CONTACT_ADMIN, text, help));
        }
        return Optional.ofNullable(
                switch (text.status()) {
                    case "NO", "-ERR" -> no(text, help);
                    case "535", "534" -> smtpRefusal(text, help);
                    case "530", "538" ->
                        text.says("starttls") || text.says("encryption")
                                ? notTheCredential(Verdict.NotTheCredential.Kind.TLS_REQUIRED, text.words())
                                : notTheCredential(Verdict.NotTheCredential.Kind.PROTOCOL, text.words());
                    case "500", "501", "502", "503", "504" ->
                        notTheCredential(Verdict.NotTheCredential.Kind.PROTOCOL, text.words());
                    default -> null;
                });
    }

    private static @Nullable Verdict no(RefusalText text, Remedies help) {
        if (text.hasCode("PRIVACYREQUIRED")) {
            return notTheCredential(Verdict.NotTheCredential.Kind.TLS_REQUIRED, text.words());
        }
        if (ACCESS_CODES.stream().anyMatch(text::hasCode)) {
            return notTheCredential(Verdict.NotTheCredential.Kind.MAILBOX_ACCESS, text.words());
        }
        if (text.says("unsafe login")) {
            return notTheCredential(Verdict.NotTheCredential.Kind.CLIENT_ID_REQUIRED, text.words());
        }
        if (!text.codes().isEmpty()) {
            return null;
        }
        if (text.says("try again later") || text.says("temporar")) {
            return new Verdict.Transient(text.words());
        }
        return doubtful(
                ACCUSING_WORDS.matcher(text.sentences()).find()
                        ? AuthFailureReason.CREDENTIALS_REFUSED
                        : AuthFailureReason.UNEXPLAINED,
                text,
                help);
    }

    private static Verdict smtpRefusal(RefusalText text, Remedies help) {
        if (text.codes().stream().anyMatch(code -> code.startsWith("5.5."))) {
            return notTheCredential(Verdict.NotTheCredential.Kind.PROTOCOL, text.words());
        }
        return doubtful(
                text.status().equals("535") ? AuthFailureReason.CREDENTIALS_REFUSED : AuthFailureReason.UNEXPLAINED,
                text,
                help);
    }

    private static Verdict certain(AuthFailureReason reason, RefusalText text, Remedies help) {
        return new Verdict.Certain(reason, help.against(reason), text.link(), text.words());
    }

    private static Verdict doubtful(AuthFailureReason reason, RefusalText text, Remedies help) {
        return new Verdict.Doubtful(reason, help.against(reason), text.link(), text.words());
    }

    private static Verdict notTheCredential(Verdict.NotTheCredential.Kind kind, String words) {
        return new Verdict.NotTheCredential(kind, words);
    }

    private static <T> Optional<T> first(Map<String, T> phrases, RefusalText text) {
        return phrases.entrySet().stream()
                .filter(phrase -> text.says(phrase.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @SafeVarargs
    private static <T> Map<String, T> inOrder(Map.Entry<String, T>... entries) {
        var map = new LinkedHashMap<String, T>();
        for (Map.Entry<String, T> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }
}
