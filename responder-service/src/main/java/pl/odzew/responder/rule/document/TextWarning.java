package pl.odzew.responder.rule.document;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.odzew.responder.wording.TextFault;

/// What a text may cost its seller, though it can be saved.
///
/// @param field the path of the text, as in `rules[0].then.texts.pl`
/// @param position of the first character, counted from 0 in UTF-16 code units
@Schema(name = "TextWarning")
public record TextWarning(String field, TextFault.Kind code, int position, String excerpt) {}
