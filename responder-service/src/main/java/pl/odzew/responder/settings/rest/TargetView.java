package pl.odzew.responder.settings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.responder.rule.document.TextWarning;
import pl.odzew.responder.settings.AutoresponderTarget;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SellerTargets;

/// A target as its seller sees it.
///
/// @param warnings what the text may cost: Allegro holds back messages with links
/// @param working whether messages come in through it at present
/// @param boundTo the linked Allegro account whose addresses name this mailbox
@JsonInclude(JsonInclude.Include.NON_NULL)
record TargetView(
        UUID id,
        Channel channel,
        String name,
        AutoresponderVersion version,
        boolean enabled,
        String text,
        List<TextWarning> warnings,
        boolean working,
        @Nullable UUID boundTo) {

    static TargetView of(AutoresponderTarget target, SellerTargets targets) {
        return new TargetView(
                target.target().id(),
                target.target().channel(),
                target.name(),
                target.version(),
                target.enabled(),
                target.text().value(),
                ReplyText.faultsOf(target.text().value()).stream()
                        .filter(fault -> !fault.kind().forbids())
                        .map(fault -> new TextWarning("text", fault.kind(), fault.position(), fault.excerpt()))
                        .toList(),
                target.working(),
                boundTo(target, targets));
    }

    private static @Nullable UUID boundTo(AutoresponderTarget target, SellerTargets targets) {
        if (!target.isMailbox()) {
            return null;
        }
        return targets.accountOf(target).map(account -> account.target().id()).orElse(null);
    }
}
