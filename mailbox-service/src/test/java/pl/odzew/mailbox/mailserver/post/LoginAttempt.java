package pl.odzew.mailbox.mailserver.post;

import java.time.Instant;

/// One sign-in as the server saw it.
///
/// @param serverWords what was answered, without the tag; lines are joined by a line feed
public record LoginAttempt(Instant at, String address, Protocol protocol, boolean accepted, String serverWords) {}
