package pl.odzew.portal.autoresponder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.odzew.portal.accounts.AccountView;

class SwitchTest {

    private static final String ADDRESS = "anna@gmail.com";

    @Test
    void withoutAnAccountItBeginsWithLinkingOne() {
        TargetView mailbox = mailbox(null);

        assertThat(Switch.of(mailbox, List.of(mailbox), List.of())).isEqualTo(new Switch.Linking());
    }

    @Test
    void withTheMailboxesOwnAccountItIsOneClick() {
        // Given
        TargetView mailbox = mailbox("account");
        TargetView account = account("account", false);

        // When
        Switch state = Switch.of(mailbox, List.of(mailbox, account), List.of(linked("anna_sklep", ADDRESS)));

        // Then
        assertThat(state).isEqualTo(new Switch.Ready("anna_sklep"));
    }

    @Test
    void whereTheAccountAnswersNothingIsLeftToDo() {
        TargetView mailbox = mailbox("account");
        TargetView account = account("account", true);

        assertThat(Switch.of(mailbox, List.of(mailbox, account), List.of()).name())
                .isEqualTo("Done");
    }

    @Test
    void anAccountThatTheAutoresponderHasNotHeardOfIsWaitedFor() {
        TargetView mailbox = mailbox(null);
        AccountView account = linked("anna_sklep", ADDRESS.toUpperCase(java.util.Locale.ROOT));

        assertThat(Switch.of(mailbox, List.of(mailbox), List.of(account))).isEqualTo(new Switch.Settling(account));
    }

    @Test
    void withAnotherAccountTheSellerChooses() {
        TargetView mailbox = mailbox(null);
        TargetView account = account("account", false);

        assertThat(Switch.of(mailbox, List.of(mailbox, account), List.of(linked("inny", "inny@wp.pl"))))
                .isEqualTo(new Switch.OtherAccount(List.of(account)));
    }

    private static TargetView mailbox(@Nullable String boundTo) {
        return new TargetView("mailbox", "MAILBOX", ADDRESS, 1, true, "Dziękujemy", boundTo);
    }

    private static TargetView account(String id, boolean enabled) {
        return new TargetView(id, "ALLEGRO", "anna_sklep", 3, enabled, "Dziękujemy", null);
    }

    private static AccountView linked(String login, String address) {
        return new AccountView("account", login, "LINKED", null, null, List.of(address), null);
    }
}
