package pl.odzew.endtoend;

import java.time.Instant;
import java.util.List;
import pl.odzew.mailbox.mailserver.control.AccountSettings;
import pl.odzew.mailbox.mailserver.control.LoginView;
import pl.odzew.mailbox.mailserver.control.MailServerControl;
import pl.odzew.mailbox.mailserver.control.OutsideView;
import pl.odzew.mailbox.mailserver.post.Letter;
import pl.odzew.mailbox.mailserver.post.LoginPolicy;
import pl.odzew.mailbox.mailserver.post.Refusal;
import pl.odzew.mailbox.mailserver.post.RefusalCase;

/// What the story does at Google and what it sees there.
public record Gmail(MailServerControl control) {

    public void opens(String address, String password) {
        control.account(address, password);
    }

    public Instant delivers(String address, Letter letter) {
        return control.deliver(address, letter).delivered();
    }

    /// From now on only app passwords open the account; sessions that are open end.
    public void wantsAppPasswords(String address) {
        control.put(
                address, AccountSettings.policy(LoginPolicy.APP_PASSWORDS_ONLY).andDrop());
    }

    public void givesAppPassword(String address, String password) {
        control.put(address, AccountSettings.appPassword(password));
    }

    /// Refuses every sign-in; sessions that are open end.
    public void refuses(String address, RefusalCase why) {
        control.refuse(address, Refusal.of(why), true);
    }

    public void letsIn(String address) {
        control.acceptAgain(address);
    }

    List<LoginView> refusedLogins(String address) {
        return control.logins(address).stream()
                .filter(login -> !login.accepted())
                .toList();
    }

    /// Mails that left for an address outside.
    List<OutsideView> mailsTo(String address) {
        return control.outsideTo(address);
    }
}
