package pl.odzew.responder.decision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.message.v1.MailFacts;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.responder.decision.Decision.Reply;
import pl.odzew.responder.decision.Decision.Silence;
import pl.odzew.responder.decision.Decision.Wait;
import pl.odzew.responder.settings.AutoresponderTarget;
import pl.odzew.responder.settings.BacklogAnswer;
import pl.odzew.responder.settings.SellerTargets;

/// Decides what a buyer's message gets.
///
/// The order of the questions is the order of the reasons' weight: first what the message is (a machine's mail is never
/// answered, whatever the settings), then whether an answer would still help, then what the seller wants, and last
/// whether the buyer has been answered already.
public final class ReplyDecider {

    private final ReplyPolicy policy;

    public ReplyDecider(ReplyPolicy policy) {
        this.policy = requireNonNull(policy, "policy is null");
    }

    public ReplyPolicy policy() {
        return policy;
    }

    public Decision decide(MessageReceived message, BuyerHistory history, SellerTargets targets, Instant now) {
        ReplyRoute route = message.route();
        Optional<SilenceReason> unfit = reasonInMessage(message, targets);
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
        return targets.find(message.target())
                .map(target -> decide(target, history, targets, now, reply(message, route, target, expiresAt)))
                .orElseGet(() -> new Silence(SilenceReason.TARGET_UNKNOWN));
    }

    private Decision decide(
            AutoresponderTarget target, BuyerHistory history, SellerTargets targets, Instant now, Reply reply) {
        Instant windowStart = now.minus(policy.buyerWindow());
        Optional<SilenceReason> unwanted = reasonInSettings(target, targets);
        if (unwanted.isPresent()) {
            // The seller may move to version 3 before that mail has left; then this message is what gets the answer.
            return unwanted.get() == SilenceReason.NOT_VERSION_3 && history.isReplyOnItsWaySince(windowStart)
                    ? new Wait(WaitReason.MAIL_REPLY_IN_FLIGHT)
                    : new Silence(unwanted.get());
        }
        if (history.isWindowTakenSince(windowStart)) {
            return new Silence(SilenceReason.ALREADY_ANSWERED_WITHIN_WINDOW);
        }
        if (history.isReplyBeingWithdrawnSince(windowStart)) {
            return new Wait(WaitReason.MAIL_REPLY_IN_FLIGHT);
        }
        if (history.countSince(now.minus(ReplyPolicy.LOOP_WINDOW)) >= ReplyPolicy.LOOP_LIMIT) {
            return new Silence(SilenceReason.LOOP_BREAKER);
        }
        return reply;
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

    private static Optional<SilenceReason> reasonInSettings(AutoresponderTarget target, SellerTargets targets) {
        return switch (target.target().channel()) {
            case MAILBOX -> Optional.ofNullable(reasonInMailbox(target, targets));
            case ALLEGRO -> Optional.ofNullable(reasonInAccount(target, targets));
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

    private static Reply reply(
            MessageReceived message, ReplyRoute route, AutoresponderTarget target, Instant expiresAt) {
        return new Reply(route, route instanceof ReplyRoute.Mail ? message.subject() : null, target.text(), expiresAt);
    }
}
