/// The mail catcher: the SMTP server to which Odzew hands its mails for sellers where there is no real one.
///
/// Receives whatever is sent to it, for any recipient, and delivers nothing. Gives it to people as pages and to tests
/// and the demo as JSON, through [MailCatcherControl]. Whoever takes it from the test-jar declares GreenMail itself.
@NullMarked
package pl.odzew.notification.catcher;

import org.jspecify.annotations.NullMarked;
