package pl.odzew.responder.rule.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A seller's rules, as he sends them; what is absent has the default that stands beside it.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Rules", description = "The seller's rules as a whole. The first that applies decides.")
public record RulesDocument(
        @Schema(description = "At most one answer to a buyer within it, 1 to 2160; 24 by default", examples = "24")
        @Nullable
        Integer windowHours,

        @Schema(
                description = "How long a message waits so that a person may be first, 0 to 1440; 0 by default",
                examples = "0")
        @Nullable
        Integer delayMinutes,

        @Schema(
                description = "No automatic answer for so long after a person's, 0 to 10080; 0 by default",
                examples = "30")
        @Nullable
        Integer silenceAfterPersonMinutes,

        @Schema(
                description = "The seller's own language, in which every reply has a text; pl by default",
                examples = "pl")
        @Nullable
        String language,

        @Schema(description = "What {{signature}} stands for; at most 500 characters", examples = "Sklep Anna")
        @Nullable
        String signature,

        @Schema(
                description = "Logins and mail addresses that never get an automatic answer; at most 500",
                examples = "[\"uciazliwy_kupujacy\"]")
        @Nullable
        List<@Nullable String> neverReply,

        @Schema(description = "In their order; at most 100") @Nullable
        List<@Nullable RuleDocument> rules,

        @Schema(description = "For messages to which no rule applies; absent: the text of the target", nullable = true)
        @Nullable
        ResponseDocument defaultReply) {

    /// A seller who has set nothing.
    public static final RulesDocument EMPTY = new RulesDocument(null, null, null, null, null, null, null, null);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Rule")
    public record RuleDocument(
            @Schema(description = "Shown beside decisions; 1 to 100 characters", examples = "Faktury") @Nullable
            String name,

            @Schema(description = "true by default") @Nullable
            Boolean enabled,

            @Schema(description = "Absent: always") @Nullable
            ConditionDocument when,

            @Nullable ResponseDocument then) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Condition", description = "All that is named must hold; what is absent does not matter.")
    public record ConditionDocument(
            @Schema(description = "MAILBOX, ALLEGRO", examples = "[\"ALLEGRO\"]") @Nullable
            List<@Nullable String> channels,

            @Schema(description = "CONVERSATION, POST_PURCHASE_ISSUE, DISPUTE, CLAIM") @Nullable
            List<@Nullable String> threadKinds,

            @Schema(
                    description =
                            "One of them is enough, in any inflected form; several words stand for themselves in a row",
                    examples = "[\"faktura\",\"rachunek\"]")
            @Nullable
            List<@Nullable String> keywords,

            @Schema(description = "SUBJECT, TEXT, ANYWHERE (by default)") @Nullable
            String keywordsIn,

            @Schema(description = "pl, en, cs, sk, hu, uk, de", examples = "[\"cs\",\"sk\"]") @Nullable
            List<@Nullable String> languages,

            @Schema(description = "NEW, RETURNING") @Nullable
            String buyer,

            @Schema(description = "true: in working hours alone; false: outside alone") @Nullable
            Boolean workingHours,

            @Nullable Boolean hasOffer,
            @Nullable Boolean hasOrder) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Response")
    public record ResponseDocument(
            @Schema(description = "REPLY or SILENCE", examples = "REPLY") @Nullable
            String kind,

            @Schema(
                    description = "By language; the seller's own must be there",
                    examples = "{\"pl\":\"Dzień dobry {{buyer|}}, fakturę wyślemy dzisiaj.\"}")
            @Nullable
            Map<String, String> texts,

            @Schema(description = "Of /autoresponder/attachments; at most 5") @Nullable
            List<@Nullable UUID> attachments) {}
}
