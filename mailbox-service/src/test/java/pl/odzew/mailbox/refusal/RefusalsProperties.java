package pl.odzew.mailbox.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;

/// What a refusal means does not hang on how it is written.
class RefusalsProperties {

    /// A sentence of which we know what it means, with what the servers put around it.
    record Known(String code, String sentence, Class<? extends Verdict> meaning) {}

    private static final List<Known> IMAP = List.of(
            new Known(
                    "ALERT",
                    "Application-specific password required: https://x.example/1 (Failure)",
                    Verdict.Certain.class),
            new Known(
                    "ALERT",
                    "Please log in via your web browser: https://x.example/2 (Failure)",
                    Verdict.Certain.class),
            new Known(
                    "ALERT",
                    "Your account is not enabled for IMAP use. Please visit your settings",
                    Verdict.Certain.class),
            new Known("ALERT", "IMAP access is disabled for your domain. Please ask", Verdict.Certain.class),
            new Known("EXPIRED", "That password isn't valid any more", Verdict.Certain.class),
            new Known("AUTHENTICATIONFAILED", "Invalid credentials (Failure)", Verdict.Doubtful.class),
            new Known("AUTHORIZATIONFAILED", "No such authorization-ID", Verdict.Doubtful.class),
            new Known("ALERT", "Too many simultaneous connections. (Failure)", Verdict.Limit.class),
            new Known("OVERQUOTA", "Account exceeded command or bandwidth limits.", Verdict.Limit.class),
            new Known("LIMIT", "At most 32 of them", Verdict.Limit.class),
            new Known("UNAVAILABLE", "User's backend down for maintenance", Verdict.Transient.class),
            new Known("INUSE", "Mailbox in use", Verdict.Transient.class),
            new Known("SERVERBUG", "This should not happen", Verdict.Transient.class),
            new Known("PRIVACYREQUIRED", "Connection offers no privacy", Verdict.NotTheCredential.class),
            new Known("ALERT", "Maintenance tonight", Verdict.NotTheCredential.class));

    private static final List<Known> SMTP = List.of(
            new Known("534 5.7.9", "Application-specific password required", Verdict.Certain.class),
            new Known("535 5.7.1", "Please log in with your web browser and then try again", Verdict.Certain.class),
            new Known(
                    "535 5.7.139",
                    "Authentication unsuccessful, basic authentication is disabled",
                    Verdict.Certain.class),
            new Known("535 5.7.8", "Username and Password not accepted", Verdict.Doubtful.class),
            new Known("454 4.7.0", "Too many login attempts, please try again later", Verdict.Limit.class),
            new Known("550 5.4.5", "Daily user sending limit exceeded", Verdict.Limit.class),
            new Known("421 4.4.5", "Server busy, try again later", Verdict.Transient.class),
            new Known("454 4.7.0", "Cannot authenticate due to a temporary system problem", Verdict.Transient.class));

    @Property
    void imapMeansTheSameInAnyCaseAndWithAnySpaces(
            @ForAll("imap") Known known,
            @ForAll("cases") Case letters,
            @ForAll @IntRange(min = 1, max = 4) int spaces) {
        String line = "NO [" + known.code() + "] " + known.sentence();
        assertMeaning(MailProtocol.IMAP, List.of(letters.write(spread(line, spaces))), known);
    }

    @Property
    void imapMeansTheSameWhateverIsSaidBefore(@ForAll("imap") Known known, @ForAll("harmless") List<String> before) {
        List<String> lines = new ArrayList<>(before);
        lines.add("NO [" + known.code() + "] " + known.sentence());
        assertMeaning(MailProtocol.IMAP, lines, known);
    }

    /// A server may take leave after it has said why.
    @Property
    void imapMeansTheSameWhenTheServerLeavesAfterwards(@ForAll("imap") Known known, @ForAll("farewells") String bye) {
        assertMeaning(MailProtocol.IMAP, List.of("NO [" + known.code() + "] " + known.sentence(), bye), known);
    }

    @Property
    void smtpMeansTheSameHoweverItsLinesAreBroken(
            @ForAll("smtp") Known known,
            @ForAll("cases") Case letters,
            @ForAll @IntRange(min = 1, max = 12) int words) {
        String[] code = known.code().split(" ");
        List<String> lines = new ArrayList<>();
        List<String> rest = List.of(known.sentence().split(" "));
        for (int from = 0; from < rest.size(); from += words) {
            int to = Math.min(from + words, rest.size());
            String separator = to == rest.size() ? " " : "-";
            lines.add(letters.write(code[0] + separator + code[1] + " " + String.join(" ", rest.subList(from, to))));
        }
        assertMeaning(MailProtocol.SMTP, lines, known);
    }

    /// Whatever a server says, it is an answer; and nobody is warned at once without one of the sentences that we know.
    @Property(tries = 2_000)
    void nothingBreaksTheClassifierAndNothingUnknownIsCertain(
            @ForAll("anything") List<String> lines, @ForAll MailProtocol protocol, @ForAll MailProvider provider) {
        Verdict verdict = Refusals.classify(new ServerRefusal(protocol, lines), provider);
        assertThat(verdict.words()).hasSizeLessThanOrEqualTo(Verdict.MAX_WORDS);
        assertThat(verdict).isNotInstanceOf(Verdict.Certain.class);
    }

    /// `[ALERT]` is for people; alone it is no diagnosis.
    @Property
    void anAlertThatNobodyKnowsNeverAccuses(@ForAll("words") String words) {
        assertThat(Refusals.classify(
                        new ServerRefusal(MailProtocol.IMAP, List.of("NO [ALERT] " + words)), MailProvider.GMAIL))
                .isNotInstanceOf(Verdict.Accusing.class);
    }

    @Property
    void goodbyesAndBadCommandsNeverAccuse(@ForAll("words") String words) {
        for (String line : List.of("* BYE " + words, "BAD " + words, "* BYE [ALERT] " + words)) {
            assertThat(Refusals.classify(new ServerRefusal(MailProtocol.IMAP, List.of(line)), MailProvider.GMAIL))
                    .as(line)
                    .isNotInstanceOf(Verdict.Accusing.class);
        }
    }

    @Property
    void everyRefusalThatAccusesNamesARemedy(
            @ForAll AuthFailureReason reason, @ForAll MailProvider provider, @ForAll boolean google) {
        assertThat(new Remedies(provider, google).against(reason)).isNotEmpty().doesNotHaveDuplicates();
    }

    /// In which letters a line comes.
    enum Case {
        AS_IS,
        UPPER,
        LOWER;

        String write(String line) {
            return switch (this) {
                case AS_IS -> line;
                case UPPER -> line.toUpperCase(Locale.ROOT);
                case LOWER -> line.toLowerCase(Locale.ROOT);
            };
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(Case.class);
    }

    @Provide
    Arbitrary<Known> imap() {
        return Arbitraries.of(IMAP);
    }

    @Provide
    Arbitrary<Known> smtp() {
        return Arbitraries.of(SMTP);
    }

    @Provide
    Arbitrary<List<String>> harmless() {
        return Arbitraries.of(
                        "* OK Still here",
                        "* CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN",
                        "* OK [CAPABILITY IMAP4rev1] ready",
                        "* NO [ALERT] Maintenance tonight")
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> farewells() {
        return Arbitraries.of("* BYE disconnecting", "* BYE LOGOUT Requested", "* BYE Connection closed");
    }

    /// Letters, digits and signs, but no sentence of ours.
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars(" .,-:[]()0123456789%\u00f3\u0142")
                .ofMaxLength(120)
                .filter(text -> !text.contains("password") && !text.contains("log in"));
    }

    @Provide
    Arbitrary<List<String>> anything() {
        Arbitrary<String> begin = Arbitraries.of(
                "NO ", "no [", "* BYE ", "BAD ", "OK ", "+ ", "334 ", "535 ", "535-5.7.8 ", "421 ", "* ", "");
        Arbitrary<String> rest = Arbitraries.strings().ofMaxLength(200);
        return Combinators.combine(begin, rest)
                .as(String::concat)
                .list()
                .ofMinSize(0)
                .ofMaxSize(6);
    }

    private static String spread(String line, int spaces) {
        return line.replace("] ", "]" + " ".repeat(spaces));
    }

    private static void assertMeaning(MailProtocol protocol, List<String> lines, Known known) {
        assertThat(Refusals.classify(new ServerRefusal(protocol, lines), MailProvider.GMAIL))
                .as(String.join(" | ", lines))
                .isInstanceOf(known.meaning());
    }
}
