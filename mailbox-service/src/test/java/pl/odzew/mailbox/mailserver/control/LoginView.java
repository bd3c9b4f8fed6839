package pl.odzew.mailbox.mailserver.control;

import pl.odzew.mailbox.mailserver.post.LoginAttempt;
import pl.odzew.mailbox.mailserver.post.Protocol;

/// A sign-in as the server saw it.
///
/// @param at ISO 8601
public record LoginView(String at, Protocol protocol, boolean accepted, String serverWords) {

    static LoginView of(LoginAttempt attempt) {
        return new LoginView(attempt.at().toString(), attempt.protocol(), attempt.accepted(), attempt.serverWords());
    }
}
