package pl.odzew.responder.settings.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.responder.problem.rest.Problem.FieldError;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.rule.document.TextErrors;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SettingsChange;

/// What a seller asks for a target, as it came in.
record SettingsBody(
        @Nullable Integer version,
        @Nullable Boolean enabled,
        @Nullable String text) {

    static final FieldError VERSION_NOT_OFFERED =
            new FieldError("version", "A mailbox runs version 1, 2 or 3, an Allegro account version 3.");

    SettingsChange toChange() {
        var errors = new ArrayList<FieldError>();
        if (version == null || version < 1 || version > 3) {
            errors.add(VERSION_NOT_OFFERED);
        }
        if (enabled == null) {
            errors.add(new FieldError("enabled", "true or false expected"));
        }
        if (text == null) {
            errors.add(new FieldError("text", "a text expected"));
        } else {
            ReplyText.faultsOf(text).stream()
                    .filter(fault -> fault.kind().forbids())
                    .forEach(fault -> errors.add(TextErrors.error("text", fault)));
        }
        if (version == null || enabled == null || text == null || !errors.isEmpty()) {
            throw ProblemException.invalid(List.copyOf(errors));
        }
        return new SettingsChange(AutoresponderVersion.of(version), enabled, new ReplyText(text));
    }
}
