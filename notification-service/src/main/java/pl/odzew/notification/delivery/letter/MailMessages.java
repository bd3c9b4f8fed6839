package pl.odzew.notification.delivery.letter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.mailbox.v1.AuthFailureReason;

/// The sentences of the mails; their words stand in `messages/mail_pl.properties` and its like.
@MessageBundle("mail")
public interface MailMessages {

    @Message
    String languageTag();

    @Message
    String warningTitle(String address);

    @Message
    String warningTitleMany(int count);

    @Message
    String worksAgainTitle(String address);

    @Message
    String worksAgainTitleMany(int count);

    @Message
    String accountTitle(String login);

    @Message
    String accountTitleMany(int count);

    @Message
    String accountWorksAgainTitle(String login);

    @Message
    String accountWorksAgainTitleMany(int count);

    @Message
    String warningPreview();

    @Message
    String worksAgainPreview();

    @Message
    String reason(AuthFailureReason reason);

    @Message
    String accountReason(AccountAuthFailureReason reason);

    @Message
    String mailbox();

    @Message
    String account();

    @Message
    String since();

    @Message
    String time(String date);

    @Message
    String googleSaid();

    @Message
    String serverSaid();

    @Message
    String allegroSaid();

    @Message
    String interruption();

    @Message
    String fromTo(String from, String to);

    @Message
    String standsLabel();

    @Message
    String stands();

    @Message
    String standsMany();

    @Message
    String worksLabel();

    @Message
    String works();

    @Message
    String accountStands();

    @Message
    String accountWorks();

    @Message
    String whatToDo();

    @Message
    String oneIsEnough();

    @Message
    String way(int number);

    @Message
    String appPasswordHeading();

    @Message
    String appPasswordTwoStep();

    @Message
    String openSecurity();

    @Message
    String appPasswordOpen();

    @Message
    String appPasswordAccount(String address);

    @Message
    String appPasswordAccountMany();

    @Message
    String openAppPasswords();

    @Message
    String appPasswordCreate();

    @Message
    String appPasswordCopy();

    @Message
    String appPasswordPaste();

    @Message
    String openSettings();

    @Message
    String appPasswordMissing();

    @Message
    String appPasswordMissingThen(int number);

    @Message
    String appPasswordLater();

    @Message
    String versionThreeHeading();

    @Message
    String versionThreeWhy();

    @Message
    String versionThreeOpen();

    @Message
    String openVersionThree();

    @Message
    String versionThreeLink();

    @Message
    String versionThreeSwitch();

    @Message
    String signInHeading();

    @Message
    String signInOpenNamed(String address);

    @Message
    String signInOpenNamedMany();

    @Message
    String signInOpen(String address);

    @Message
    String signInOpenMany();

    @Message
    String openSignIn();

    @Message
    String signInConfirm();

    @Message
    String checkAgain();

    @Message
    String signInNotEnough();

    @Message
    String correctPasswordHeading();

    @Message
    String correctPasswordTry();

    @Message
    String correctPasswordPaste();

    @Message
    String enableImapHeading();

    @Message
    String enableImapOpen();

    @Message
    String askAdministratorHeading();

    @Message
    String askAdministratorTell();

    @Message
    String googleSignInHeading();

    @Message
    String googleSignInOpen();

    @Message
    String googleSignInConsent(String address);

    @Message
    String googleSignInConsentMany();

    @Message
    String linkAgainHeading();

    @Message
    String linkAgainOpen();

    @Message
    String openAccount();

    @Message
    String linkAgainConsent(String login);

    @Message
    String linkAgainConsentMany();

    @Message
    String worksAgainWhat();

    @Message
    String worksAgainWhatMany();

    @Message
    String accountWorksAgainWhat();

    @Message
    String worksAgainWaiting();

    @Message
    String openDecisions();

    @Message
    String footerWhy();

    @Message
    String footerSafety(String portal);

    @Message
    String verifyTitle();

    @Message
    String verifyPreview();

    @Message
    String verifyWhat(String email);

    @Message
    String verifyButton();

    @Message
    String verifyLife();

    @Message
    String verifyNotYou();

    @Message
    String pageVerifyTitle();

    @Message
    String pageVerifyAsk(String email);

    @Message
    String pageVerifyDone(String email);

    @Message
    String pageDeadTitle();

    @Message
    String pageDead();

    @Message
    String pageUnsubscribeTitle();

    @Message
    String pageUnsubscribeReminders();

    @Message
    String pageUnsubscribeAnnouncements();

    @Message
    String pageUnsubscribeButton();

    @Message
    String pageUnsubscribeDone();

    @Message
    String pageUnsubscribeBack();

    @Message
    String openContact();

    @Message
    String unsubscribe();

    @Message
    String reminderTitle(String address);

    @Message
    String reminderTitleMany(int count);

    @Message
    String accountReminderTitle(String login);

    @Message
    String accountReminderTitleMany(int count);

    @Message
    String reminderPreview();

    @Message
    String reminderWhat();

    @Message
    String takenBackTitle(String address);

    @Message
    String takenBackTitleMany(int count);

    @Message
    String takenBackPreview();

    @Message
    String takenBackWhat();

    @Message
    String takenBackWhatMany();

    @Message
    String takenBackNothing();

    @Message
    String reminderOf(String subject);

    @Message
    String announcedFor();

    @Message
    String announcedMailboxes();

    @Message
    String announcedDone();

    @Message
    String openGuide();

    @Message
    String guideWhat();

    @Message
    String digestTitle();

    @Message
    String digestPreview();

    @Message
    String digestWhat();

    @Message
    String digestBlocked();

    @Message
    String digestBlockedThen();

    @Message
    String digestDailyLimit();

    @Message
    String digestDailyLimitThen();

    @Message
    String digestUnknown();

    @Message
    String digestUnknownThen();

    @Message
    String digestFailing();

    @Message
    String digestFailingThen();

    @Message
    String digestCount(long count);
}
