package pl.odzew.mailbox.mailserver.control;

import pl.odzew.mailbox.mailserver.post.SubmissionFault;

/// What the next submissions meet.
///
/// @param count how many of them; 0 counts as one
record FaultSettings(SubmissionFault fault, int count) {}
