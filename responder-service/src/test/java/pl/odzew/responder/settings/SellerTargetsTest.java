package pl.odzew.responder.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.odzew.events.autoresponder.v1.AutoresponderVersion.VERSION_1;
import static pl.odzew.events.autoresponder.v1.AutoresponderVersion.VERSION_2;
import static pl.odzew.events.autoresponder.v1.AutoresponderVersion.VERSION_3;

import org.junit.jupiter.api.Test;
import pl.odzew.events.Target;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.responder.Seller;

class SellerTargetsTest {

    private static final ReplyText TEXT = new ReplyText("Odpiszemy.");

    private final Seller anna = Seller.named("anna");
    private final SellerTargets withMailbox = SellerTargets.none().after(anna.connectsMailbox());
    private final SellerTargets withBoth = withMailbox.after(anna.linksAccount());

    @Test
    void mailboxIsBoundToTheAccountThatNamesItsAddress() {
        AutoresponderTarget mailbox = withBoth.find(anna.mailbox()).orElseThrow();

        assertThat(withBoth.accountOf(mailbox))
                .hasValueSatisfying(account -> assertThat(account.target()).isEqualTo(anna.account()));
        assertThat(withBoth.shopOf(anna.mailbox())).containsExactlyInAnyOrder(anna.mailbox(), anna.account());
    }

    @Test
    void otherSellersMailboxIsAShopOfItsOwn() {
        Seller other = Seller.named("celina");
        SellerTargets targets = withBoth.after(other.connectsMailbox());

        assertThat(targets.shopOf(other.mailbox())).containsExactly(other.mailbox());
    }

    @Test
    void eventThatIsNotNewerChangesNothing() {
        SellerTargets gone = withMailbox.after(anna.disconnectsMailbox());

        assertThat(gone.find(anna.mailbox())).isEmpty();
        assertThat(gone.after(anna.connectsMailbox())).isSameAs(gone);
    }

    @Test
    void version3NeedsAnAllegroAccount() {
        assertThat(change(withMailbox, anna.mailbox(), VERSION_3)).isEqualTo(new SettingsOutcome.NeedsAllegroAccount());
    }

    @Test
    void anAccountRunsVersion3Alone() {
        assertThat(change(withBoth, anna.mailbox(), VERSION_2)).isInstanceOf(SettingsOutcome.Changed.class);
        assertThat(change(withBoth, anna.account(), VERSION_2)).isEqualTo(new SettingsOutcome.VersionNotOffered());
        assertThat(change(withBoth, anna.account(), VERSION_1)).isEqualTo(new SettingsOutcome.VersionNotOffered());
    }

    @Test
    void goingBackToVersion1TurnsTheAccountOff() {
        // Given
        SellerTargets version3 = changed(withBoth, anna.mailbox(), VERSION_3);

        // When
        SellerTargets version1 = changed(version3, anna.mailbox(), VERSION_1);

        // Then
        assertThat(version3.mailboxesUnderVersion3()).containsExactly(anna.mailbox());
        assertThat(version1.mailboxesUnderVersion3()).isEmpty();
        assertThat(version1.find(anna.account()))
                .hasValueSatisfying(account -> assertThat(account.enabled()).isFalse());
    }

    @Test
    void turningTheAccountOffShowsOnItsMailboxes() {
        // Given
        SellerTargets version3 = changed(withBoth, anna.mailbox(), VERSION_3);

        // When
        var off = (SettingsOutcome.Changed) version3.change(anna.account(), new SettingsChange(VERSION_3, false, TEXT));

        // Then
        assertThat(off.targets().find(anna.mailbox()))
                .hasValueSatisfying(mailbox -> assertThat(mailbox.enabled()).isFalse());
    }

    private static SettingsOutcome change(SellerTargets targets, Target target, AutoresponderVersion version) {
        return targets.change(target, new SettingsChange(version, true, TEXT));
    }

    private static SellerTargets changed(SellerTargets targets, Target target, AutoresponderVersion version) {
        return ((SettingsOutcome.Changed) change(targets, target, version)).targets();
    }
}
