package pl.odzew.responder.rule.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.message.v1.ThreadKind;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.responder.problem.rest.Problem.FieldError;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.rule.BaseForms;
import pl.odzew.responder.rule.Condition;
import pl.odzew.responder.rule.Keyword;
import pl.odzew.responder.rule.Response;
import pl.odzew.responder.rule.Rule;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.rule.document.RulesDocument.ConditionDocument;
import pl.odzew.responder.rule.document.RulesDocument.ResponseDocument;
import pl.odzew.responder.rule.document.RulesDocument.RuleDocument;
import pl.odzew.responder.wording.Language;
import pl.odzew.responder.wording.Placeholder;
import pl.odzew.responder.wording.Template;
import pl.odzew.responder.wording.TextFault;

/// Reads rules and collects what is wrong with them; for one document.
public final class RulesReader {

    private static final int MOST_RULES = 100;
    private static final int MOST_KEYWORDS = 50;
    private static final int MOST_NEVER_ANSWERED = 500;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_KEYWORD = 60;
    private static final int MOST_ATTACHMENTS = 5;

    private final List<FieldError> errors = new ArrayList<>();
    private final List<TextWarning> warnings = new ArrayList<>();
    private final Duration defaultWindow;
    private final BaseForms baseForms;
    private final Map<UUID, AttachmentRef> attachments;
    private Language own = Language.PL;
    private String signature = "";

    private RulesReader(Duration defaultWindow, BaseForms baseForms, Map<UUID, AttachmentRef> attachments) {
        this.defaultWindow = defaultWindow;
        this.baseForms = baseForms;
        this.attachments = attachments;
    }

    /// Rules that can be used, and what the seller should know of their texts.
    public record Reading(RuleSet rules, List<TextWarning> warnings) {

        public Reading {
            warnings = List.copyOf(warnings);
        }
    }

    /// Throws [ProblemException] that names every field at fault.
    ///
    /// @param attachments those that the seller has stored
    public static Reading read(
            RulesDocument document, Duration defaultWindow, BaseForms baseForms, Map<UUID, AttachmentRef> attachments) {
        var reader = new RulesReader(defaultWindow, baseForms, attachments);
        RuleSet rules = reader.ruleSet(document);
        if (!reader.errors.isEmpty()) {
            throw ProblemException.invalid(List.copyOf(reader.errors));
        }
        return new Reading(rules, reader.warnings);
    }

    /// Of a document that was right when it was stored: what is no longer right in it is left out.
    public static RuleSet readStored(
            RulesDocument document, Duration defaultWindow, BaseForms baseForms, Map<UUID, AttachmentRef> attachments) {
        return new RulesReader(defaultWindow, baseForms, attachments).ruleSet(document);
    }

    /// A stored document with what the seller should know of its texts.
    public static Reading warnings(
            RulesDocument document, Duration defaultWindow, BaseForms baseForms, Map<UUID, AttachmentRef> attachments) {
        var reader = new RulesReader(defaultWindow, baseForms, attachments);
        return new Reading(reader.ruleSet(document), reader.warnings);
    }

    /// All attachments that the document names.
    public static Set<UUID> attachmentsIn(RulesDocument document) {
        var named = new LinkedHashSet<UUID>();
        if (document.rules() != null) {
            for (@Nullable RuleDocument rule : document.rules()) {
                addAttachments(named, rule == null ? null : rule.then());
            }
        }
        addAttachments(named, document.defaultReply());
        return named;
    }

    private static void addAttachments(Set<UUID> named, @Nullable ResponseDocument response) {
        if (response != null && response.attachments() != null) {
            for (@Nullable UUID id : response.attachments()) {
                if (id != null) {
                    named.add(id);
                }
            }
        }
    }

    private RuleSet ruleSet(RulesDocument document) {
        own = language("language", document.language()).orElse(Language.PL);
        signature = signature(document.signature());
        Duration window = amount(
                "windowHours",
                document.windowHours(),
                Duration::ofHours,
                defaultWindow,
                RuleSet.SHORTEST_WINDOW,
                RuleSet.LONGEST_WINDOW);
        Duration delay = amount(
                "delayMinutes",
                document.delayMinutes(),
                Duration::ofMinutes,
                Duration.ZERO,
                Duration.ZERO,
                RuleSet.LONGEST_DELAY);
        Duration silence = amount(
                "silenceAfterPersonMinutes",
                document.silenceAfterPersonMinutes(),
                Duration::ofMinutes,
                Duration.ZERO,
                Duration.ZERO,
                RuleSet.LONGEST_SILENCE_AFTER_PERSON);
        List<Rule> rules = rules(document.rules());
        Response otherwise = document.defaultReply() == null
                ? null
                : response("defaultReply", document.defaultReply(), Template.ALLEGRO_LIMIT);
        return new RuleSet(window, delay, silence, own, signature, neverReply(document.neverReply()), rules, otherwise);
    }

    private String signature(@Nullable String value) {
        if (value == null) {
            return "";
        }
        if (value.length() > Placeholder.SIGNATURE.longest()) {
            error("signature", "at most " + Placeholder.SIGNATURE.longest() + " characters expected");
        }
        Template.of(value).faults(Template.MAIL_LIMIT, "").stream()
                .filter(fault -> !fault.kind().forbids())
                .forEach(fault -> warn("signature", fault));
        return value;
    }

    private Set<String> neverReply(@Nullable List<@Nullable String> names) {
        var never = new LinkedHashSet<String>();
        if (names != null && names.size() > MOST_NEVER_ANSWERED) {
            error("neverReply", "at most " + MOST_NEVER_ANSWERED + " names expected");
            return never;
        }
        for (int i = 0; names != null && i < names.size(); i++) {
            String name = names.get(i);
            if (name == null || name.isBlank() || name.length() > LONGEST_ADDRESS) {
                error("neverReply[" + i + "]", "a login or a mail address expected");
            } else {
                never.add(name.strip());
            }
        }
        return never;
    }

    private Duration amount(
            String field,
            @Nullable Integer value,
            Function<Integer, Duration> unit,
            Duration absent,
            Duration least,
            Duration most) {
        if (value == null) {
            return absent;
        }
        Duration amount = unit.apply(value);
        if (amount.compareTo(least) < 0 || amount.compareTo(most) > 0) {
            long per = unit.apply(1).toMinutes();
            error(field, "%d to %d expected".formatted(least.toMinutes() / per, most.toMinutes() / per));
            return absent;
        }
        return amount;
    }

    private List<Rule> rules(@Nullable List<@Nullable RuleDocument> documents) {
        var rules = new ArrayList<Rule>();
        if (documents != null && documents.size() > MOST_RULES) {
            error("rules", "at most " + MOST_RULES + " rules expected");
            return rules;
        }
        for (int i = 0; documents != null && i < documents.size(); i++) {
            String place = "rules[" + i + "]";
            RuleDocument document = documents.get(i);
            if (document == null) {
                error(place, "a rule expected");
                continue;
            }
            Rule rule = rule(place, document);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable Rule rule(String place, RuleDocument document) {
        String name = document.name();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            error(place + ".name", "1 to " + LONGEST_NAME + " characters expected");
            return null;
        }
        Condition when = document.when() == null ? Condition.ANY : condition(place + ".when", document.when());
        boolean mailOnly = when.channels().equals(Set.of(Channel.MAILBOX));
        if (document.then() == null) {
            error(place + ".then", "a reply or silence expected");
            return null;
        }
        Response then =
                response(place + ".then", document.then(), mailOnly ? Template.MAIL_LIMIT : Template.ALLEGRO_LIMIT);
        return then == null ? null : new Rule(name.strip(), !Boolean.FALSE.equals(document.enabled()), when, then);
    }

    private Condition condition(String place, ConditionDocument document) {
        return new Condition(
                names(place + ".channels", document.channels(), Channel.values()),
                names(place + ".threadKinds", document.threadKinds(), ThreadKind.values()),
                keywords(place + ".keywords", document.keywords()),
                name(place + ".keywordsIn", document.keywordsIn(), Condition.Place.values())
                        .orElse(Condition.Place.ANYWHERE),
                languages(place + ".languages", document.languages()),
                name(place + ".buyer", document.buyer(), Condition.BuyerKind.values())
                        .orElse(null),
                document.workingHours(),
                document.hasOffer(),
                document.hasOrder());
    }

    private List<Keyword> keywords(String place, @Nullable List<@Nullable String> words) {
        var keywords = new ArrayList<Keyword>();
        if (words != null && words.size() > MOST_KEYWORDS) {
            error(place, "at most " + MOST_KEYWORDS + " keywords expected");
            return keywords;
        }
        for (int i = 0; words != null && i < words.size(); i++) {
            String word = words.get(i);
            if (word == null || word.length() > LONGEST_KEYWORD || !Keyword.isKeyword(word)) {
                error(place + "[" + i + "]", "a word of 1 to " + LONGEST_KEYWORD + " characters expected");
            } else {
                keywords.add(Keyword.of(word.strip(), baseForms));
            }
        }
        return keywords;
    }

    private Set<Language> languages(String place, @Nullable List<@Nullable String> codes) {
        var languages = new LinkedHashSet<Language>();
        for (int i = 0; codes != null && i < codes.size(); i++) {
            String code = codes.get(i);
            language(place + "[" + i + "]", code == null ? "" : code).ifPresent(languages::add);
        }
        return languages;
    }

    private @Nullable Response response(String place, ResponseDocument document, int limit) {
        String kind = document.kind();
        if ("SILENCE".equals(kind)) {
            return new Response.KeepSilent();
        }
        if (!"REPLY".equals(kind)) {
            error(place + ".kind", "REPLY or SILENCE expected");
            return null;
        }
        var texts = new EnumMap<Language, Template>(Language.class);
        Map<String, String> documents = document.texts() == null ? Map.of() : document.texts();
        documents.forEach((code, text) -> language(place + ".texts." + code, code)
                .ifPresent(language -> texts.put(language, text(place + ".texts." + code, text, limit))));
        if (!texts.containsKey(own)) {
            error(place + ".texts." + own.code(), "a text in the seller's own language expected");
            return null;
        }
        return new Response.Answer(texts, attachments(place + ".attachments", document.attachments()));
    }

    private Template text(String place, @Nullable String text, int limit) {
        Template template = Template.of(text == null ? "" : text);
        for (TextFault fault : template.faults(limit, signature)) {
            if (fault.kind().forbids()) {
                errors.add(TextErrors.error(place, fault));
            } else {
                warn(place, fault);
            }
        }
        return template;
    }

    private List<AttachmentRef> attachments(String place, @Nullable List<@Nullable UUID> ids) {
        var found = new ArrayList<AttachmentRef>();
        if (ids != null && ids.size() > MOST_ATTACHMENTS) {
            error(place, "at most " + MOST_ATTACHMENTS + " attachments expected");
            return found;
        }
        for (int i = 0; ids != null && i < ids.size(); i++) {
            UUID id = ids.get(i);
            AttachmentRef attachment = id == null ? null : attachments.get(id);
            if (attachment == null) {
                error(place + "[" + i + "]", "there is no such attachment");
            } else {
                found.add(attachment);
            }
        }
        return found;
    }

    private Optional<Language> language(String place, @Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        Optional<Language> language = Language.of(code);
        if (language.isEmpty()) {
            error(place, "pl, en, cs, sk, hu, uk or de expected");
        }
        return language;
    }

    private <E extends Enum<E>> Set<E> names(String place, @Nullable List<@Nullable String> names, E[] known) {
        var found = new LinkedHashSet<E>();
        for (int i = 0; names != null && i < names.size(); i++) {
            String name = names.get(i);
            name(place + "[" + i + "]", name == null ? "" : name, known).ifPresent(found::add);
        }
        return found;
    }

    private <E extends Enum<E>> Optional<E> name(String place, @Nullable String name, E[] known) {
        if (name == null) {
            return Optional.empty();
        }
        Optional<E> found =
                Arrays.stream(known).filter(one -> one.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            error(place, "one of " + Arrays.toString(known) + " expected");
        }
        return found;
    }

    private void error(String field, String detail) {
        errors.add(new FieldError(field, detail));
    }

    private void warn(String field, TextFault fault) {
        warnings.add(new TextWarning(field, fault.kind(), fault.position(), fault.excerpt()));
    }
}
