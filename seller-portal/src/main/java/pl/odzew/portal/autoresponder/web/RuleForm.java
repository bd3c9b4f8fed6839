package pl.odzew.portal.autoresponder.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.autoresponder.Rules;

/// One rule as a seller types it.
public class RuleForm {

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String on;

    @RestForm
    @Nullable
    String keywords;

    @RestForm
    @Nullable
    String keywordsIn;

    @RestForm
    @Nullable
    String channel;

    @RestForm
    @Nullable
    String buyer;

    @RestForm
    @Nullable
    String hours;

    @RestForm
    @Nullable
    String order;

    @RestForm
    @Nullable
    String kind;

    @RestForm
    @Nullable
    String text;

    @RestForm
    @Nullable
    String textEn;

    @RestForm
    @Nullable
    String textCs;

    /// The rules' version on which the change is built.
    @RestForm
    long version;

    static Rules.Rule blank() {
        return new Rules.Rule("", true, Rules.Condition.ALWAYS, new Rules.Reply("REPLY", Map.of(), null));
    }

    /// @param before what the form does not show stays as it was
    Rules.Rule toRule(Rules.Rule before, String mainLanguage) {
        Rules.Condition known = before.when() == null ? Rules.Condition.ALWAYS : before.when();
        var condition = new Rules.Condition(
                choice(channel) == null ? null : List.of(String.valueOf(channel)),
                known.threadKinds(),
                words(),
                choice(keywordsIn),
                known.languages(),
                choice(buyer),
                truth(hours),
                known.hasOffer(),
                truth(order));
        boolean silent = "SILENCE".equals(kind);
        return new Rules.Rule(
                name == null ? "" : name.strip(),
                on != null,
                condition,
                new Rules.Reply(
                        silent ? "SILENCE" : "REPLY",
                        silent ? null : texts(mainLanguage),
                        before.then() == null ? null : before.then().attachments()));
    }

    private @Nullable List<String> words() {
        String typed = choice(keywords);
        return typed == null
                ? null
                : Arrays.stream(typed.split("[,\\n]"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private Map<String, String> texts(String mainLanguage) {
        var texts = new LinkedHashMap<String, String>();
        texts.put(mainLanguage, lines(text));
        put(texts, "en", textEn);
        put(texts, "cs", textCs);
        return texts;
    }

    private static void put(Map<String, String> texts, String language, @Nullable String typed) {
        if (!lines(typed).isBlank()) {
            texts.put(language, lines(typed));
        }
    }

    /// Browsers send line ends as CR LF, which would count twice.
    static String lines(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").strip();
    }

    private static @Nullable String choice(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable Boolean truth(@Nullable String value) {
        return choice(value) == null ? null : Boolean.valueOf(value);
    }
}
