package pl.odzew.responder.decision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.message.v1.MailFacts;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.responder.decision.Decision.Reply;
import pl.odzew.responder.decision.Decision.Silence;
import pl.odzew.responder.decision.Decision.Wait;
import pl.odzew.responder.rule.Knowledge;
import pl.odzew.responder.rule.Occasion;
import pl.odzew.responder.rule.Response;
import pl.odzew.responder.rule.Rule;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.settings.AutoresponderTarget;
import pl.odzew.responder.settings.BacklogAnswer;
import pl.odzew.responder.settings.SellerTargets;
import pl.odzew.responder.wording.Filling;
import pl.odzew.responder.wording.Language;
import pl.odzew.responder.wording.Template;

/// Decides what a buyer's message gets.
///
/// The order of the questions is the order of the reasons' weight: first what the message is (a machine's mail
/// is never answered, whatever the settings), then whether an answer would still help, then what the seller
/// wants of this target, then whether the buyer has been answered already, then which rule applies, and last
/// whether the answer may leave now.
public final class ReplyDecider {

    private final ReplyPolicy policy;
    private final Knowledge knowledge;

    public ReplyDecider(ReplyPolicy policy, Knowledge knowledge) {
        this.policy = requireNonNull(policy, "policy is null");
        this.knowledge = requireNonNull(knowledge, "knowledge is null");
    }

    public ReplyPolicy policy() {
        return policy;
    }

    public Decision decide(MessageReceived message, BuyerHistory history, SellerSettings settings, Instant now) {
        ReplyRoute route = message.route();
        SellerTargets targets = settings.targets();
        Optional<SilenceReason> unfit = reasonInMessage(message, targets).or(() -> reasonInBuyer(message, settings));
        if (unfit.isPresent()) {
            return new Silence(unfit.get());
        }
        if (route == null || isRobot(route)) {
            return new Silence(SilenceReason.NO_REPLY_ADDRESS);
        }
        Instant expiresAt = policy.expiryOf(message.receivedAt());
        if (!now.isBefore(expiresAt)) {
            return new Silence(SilenceReason.TOO_OLD);
        }
        if (history.hasPersonAnsweredSince(message.receivedAt())) {
            return new Silence(SilenceReason.ANSWERED_BY_PERSON);
        }
        if (message.backlog() && message.target().channel() == Channel.ALLEGRO) {
            Optional<BacklogAnswer> answer =
                    targets.find(message.target()).flatMap(target -> target.backlogAnswerFor(message.receivedAt()));
            if (answer.isEmpty()) {
                return new Wait(WaitReason.SELLER_IS_ASKED);
            }
            if (!answer.get().yes()) {
                return new Silence(SilenceReason.DECLINED_BY_SELLER);
            }
        }
        AutoresponderTarget target = targets.find(message.target()).orElse(null);
        if (target == null) {
            return new Silence(SilenceReason.TARGET_UNKNOWN);
        }
        Decision unwanted = unwanted(target, history, settings, now);
        if (unwanted != null) {
            return unwanted;
        }
        Decision answered = answeredAlready(message, history, settings.rules(), now);
        return answered != null ? answered : byRules(message, route, target, history, settings, now);
    }

    /// What the seller wants of this target; absent where it answers.
    private static @Nullable Decision unwanted(
            AutoresponderTarget target, BuyerHistory history, SellerSettings settings, Instant now) {
        SilenceReason reason = reasonInSettings(target, settings.targets());
        if (reason == SilenceReason.NOT_VERSION_3) {
            // The seller may move to version 3 before that mail has left; then this message is what gets the answer.
            if (history.isReplyOnItsWaySince(now.minus(settings.rules().window()))) {
                return new Wait(WaitReason.MAIL_REPLY_IN_FLIGHT);
            }
            if (!settings.targets().isMailReadFor(target)) {
                return new Wait(WaitReason.MAILBOX_NOT_READ);
            }
        }
        return reason == null ? null : new Silence(reason);
    }

    private static @Nullable Decision answeredAlready(
            MessageReceived message, BuyerHistory history, RuleSet rules, Instant now) {
        Instant windowStart = now.minus(rules.window());
        if (history.isWindowTakenSince(windowStart)) {
            return new Silence(SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW);
        }
        if (history.isReplyBeingWithdrawnSince(windowStart)) {
            return new Wait(WaitReason.MAIL_REPLY_IN_FLIGHT);
        }
        if (history.countSince(now.minus(ReplyPolicy.LOOP_WINDOW)) >= ReplyPolicy.LOOP_LIMIT) {
            return new Silence(SilenceReason.LOOP_BREAKER);
        }
        return history.hasPersonAnsweredWithin(rules.silenceAfterPerson(), message.receivedAt())
                ? new Silence(SilenceReason.PERSON_ANSWERED_RECENTLY)
                : null;
    }

    private Decision byRules(
            MessageReceived message,
            ReplyRoute route,
            AutoresponderTarget target,
            BuyerHistory history,
            SellerSettings settings,
            Instant now) {
        RuleSet rules = settings.rules();
        var occasion = new Occasion(message, history.known(), settings.hours(), knowledge, now);
        // Version 1 is one text for everybody.
        boolean hasRules = target.version() != AutoresponderVersion.VERSION_1;
        @Nullable Rule rule = hasRules ? rules.ruleFor(occasion).orElse(null) : null;
        @Nullable Response response = rule != null ? rule.then() : hasRules ? rules.otherwise() : null;
        @Nullable String name = rule == null ? null : rule.name();
        return switch (response) {
            case Response.KeepSilent _ -> new Silence(SilenceReason.SILENT_BY_RULE, name);
            case Response.Answer answer ->
                held(message, settings, now, reply(message, route, answer, name, occasion, settings, now));
            case null ->
                held(
                        message,
                        settings,
                        now,
                        reply(message, route, ownText(target, rules), null, occasion, settings, now));
        };
    }

    /// A reply that may not leave yet; all else of it is decided again then.
    private static Decision held(MessageReceived message, SellerSettings settings, Instant now, Reply reply) {
        if (settings.stopped()) {
            return new Wait(WaitReason.STOPPED);
        }
        Instant due = message.receivedAt().plus(settings.rules().delay());
        return now.isBefore(due) ? new Wait(WaitReason.DELAYED, due) : reply;
    }

    private Reply reply(
            MessageReceived message,
            ReplyRoute route,
            Response.Answer answer,
            @Nullable String rule,
            Occasion occasion,
            SellerSettings settings,
            Instant now) {
        Language own = settings.rules().language();
        Language language = answer.languageFor(answer.hasVariants() ? occasion.language() : Optional.empty(), own);
        var filling = new Filling(
                message.buyer().login(),
                message.offerId(),
                message.orderId(),
                settings.hours(),
                knowledge.calendar(),
                settings.rules().signature(),
                now);
        Template text = requireNonNull(answer.texts().get(language), "no text in the language that was chosen");
        return new Reply(
                route,
                route instanceof ReplyRoute.Mail ? message.subject() : null,
                filling.fill(text, language),
                answer.attachments(),
                policy.expiryOf(message.receivedAt()),
                rule);
    }

    private static Response.Answer ownText(AutoresponderTarget target, RuleSet rules) {
        return new Response.Answer(
                Map.of(rules.language(), Template.of(target.text().value())), List.of());
    }

    private static Optional<SilenceReason> reasonInMessage(MessageReceived message, SellerTargets targets) {
        MailFacts mail = message.mail();
        if (mail == null) {
            return Optional.empty();
        }
        return AutomaticMail.reasonAgainst(mail).or(() -> reasonInOwnAddress(mail, targets));
    }

    private static Optional<SilenceReason> reasonInOwnAddress(MailFacts mail, SellerTargets targets) {
        return AutomaticMail.sender(mail).filter(targets::isOwnAddress).map(own -> SilenceReason.OWN_ADDRESS);
    }

    /// RFC 5230 §4.6: who is never answered is for the user to say.
    private static Optional<SilenceReason> reasonInBuyer(MessageReceived message, SellerSettings settings) {
        if (settings.targets().isOwnLogin(message.buyer().login())) {
            return Optional.of(SilenceReason.OWN_ADDRESS);
        }
        MailFacts mail = message.mail();
        return settings.rules().isNeverAnswered(message.buyer(), mail == null ? null : mail.sender())
                ? Optional.of(SilenceReason.NEVER_REPLY_LIST)
                : Optional.empty();
    }

    private static @Nullable SilenceReason reasonInSettings(AutoresponderTarget target, SellerTargets targets) {
        return switch (target.target().channel()) {
            case MAILBOX -> reasonInMailbox(target, targets);
            case ALLEGRO -> reasonInAccount(target, targets);
        };
    }

    private static @Nullable SilenceReason reasonInMailbox(AutoresponderTarget mailbox, SellerTargets targets) {
        if (targets.isAnsweredByVersion3(mailbox)) {
            return SilenceReason.HANDLED_BY_VERSION_3;
        }
        if (!mailbox.enabled()) {
            return SilenceReason.AUTORESPONDER_OFF;
        }
        return switch (mailbox.version()) {
            case VERSION_1, VERSION_2 -> null;
            case VERSION_3 -> SilenceReason.ALLEGRO_ACCOUNT_NOT_LINKED;
        };
    }

    private static @Nullable SilenceReason reasonInAccount(AutoresponderTarget account, SellerTargets targets) {
        if (account.enabled()) {
            return null;
        }
        return targets.isAnsweredByMail(account) ? SilenceReason.NOT_VERSION_3 : SilenceReason.AUTORESPONDER_OFF;
    }

    private static boolean isRobot(ReplyRoute route) {
        return route instanceof ReplyRoute.Mail mail
                && AutomaticMail.isRobot(mail.to().localPart());
    }
}
