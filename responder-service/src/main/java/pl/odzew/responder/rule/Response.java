package pl.odzew.responder.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.responder.wording.Language;
import pl.odzew.responder.wording.Template;

/// What a message gets by the seller's will.
public sealed interface Response {

    /// A reply in the language of the message where there is one, else in the seller's own.
    ///
    /// @param texts never empty
    record Answer(Map<Language, Template> texts, List<AttachmentRef> attachments) implements Response {

        public Answer {
            texts = Map.copyOf(new LinkedHashMap<>(texts));
            attachments = List.copyOf(attachments);
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("a text expected");
            }
        }

        /// Whether the language of a message makes a difference.
        public boolean hasVariants() {
            return texts.size() > 1;
        }

        /// The language in which to answer.
        public Language languageFor(Optional<Language> written, Language own) {
            return written.filter(texts::containsKey)
                    .orElseGet(() -> texts.containsKey(own)
                            ? own
                            : texts.keySet().stream().sorted().findFirst().orElse(own));
        }
    }

    /// Deliberate silence.
    record KeepSilent() implements Response {}
}
