package pl.odzew.mailbox.mailserver.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.mailserver.post.Refusal;
import pl.odzew.mailbox.mailserver.post.RefusalCase;

/// How sign-ins are to be refused.
///
/// @param kind null for [RefusalCase#OTHER], which needs lines
/// @param drop whether open connections end at once
record RefusalSettings(
        @JsonProperty("case") @Nullable RefusalCase kind,
        @Nullable List<String> lines,
        boolean drop) {

    Refusal refusal() {
        return new Refusal(kind == null ? RefusalCase.OTHER : kind, lines == null ? List.of() : lines);
    }
}
