package pl.odzew.portal.home;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pl.odzew.portal.accounts.AccountView;
import pl.odzew.portal.autoresponder.TargetView;
import pl.odzew.portal.mailboxes.MailboxView;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Service;

/// What the seller must do, the most urgent first.
///
/// @param broken mailboxes whose buyers are not answered
/// @param doubtful refused in doubtful words, or out of reach
/// @param atRisk mailboxes that Google may refuse any day
/// @param lost accounts that must be linked again
/// @param away services that could not be asked
/// @param firstSteps whether there is nothing yet by which buyers could be answered
/// @param off whether everything is connected and nothing is turned on
public record Needs(
        List<MailboxView> broken,
        List<MailboxView> doubtful,
        List<MailboxView> atRisk,
        List<AccountView> lost,
        List<Service> away,
        boolean firstSteps,
        boolean off) {

    public static Needs of(
            Part<List<MailboxView>> mailboxes, Part<List<AccountView>> accounts, Part<List<TargetView>> targets) {
        List<MailboxView> sorted = mailboxes.orElse(List.of()).stream()
                .sorted(Comparator.comparing(MailboxView::statusSince).reversed())
                .toList();
        List<AccountView> linked = accounts.orElse(List.of());
        boolean nothing = mailboxes.isHere() && accounts.isHere() && sorted.isEmpty() && linked.isEmpty();
        boolean allOff = targets.isHere()
                && !targets.get().isEmpty()
                && targets.get().stream().noneMatch(TargetView::enabled);
        return new Needs(
                sorted.stream()
                        .filter(MailboxView::isBroken)
                        .filter(mailbox -> !isAnsweredByVersion3(mailbox, targets.orElse(List.of())))
                        .toList(),
                sorted.stream()
                        .filter(mailbox -> mailbox.isSuspect() || mailbox.isUnreachable())
                        .toList(),
                sorted.stream().filter(MailboxView::isAtRisk).toList(),
                linked.stream().filter(AccountView::isBroken).toList(),
                Stream.of(mailboxes, accounts, targets).flatMap(Needs::away).toList(),
                nothing,
                allOff);
    }

    /// Whether nothing needs the seller.
    public boolean isNothing() {
        return broken.isEmpty() && doubtful.isEmpty() && lost.isEmpty() && !firstSteps && !off && away.isEmpty();
    }

    /// A locked mailbox costs nothing where the API answers its buyers.
    private static boolean isAnsweredByVersion3(MailboxView mailbox, List<TargetView> targets) {
        return targets.stream().anyMatch(target -> target.id().equals(mailbox.id()) && target.runs(3));
    }

    private static Stream<Service> away(Part<?> part) {
        return switch (part) {
            case Part.Here<?> _ -> Stream.empty();
            case Part.Away<?>(var service) -> Stream.of(service);
        };
    }
}
