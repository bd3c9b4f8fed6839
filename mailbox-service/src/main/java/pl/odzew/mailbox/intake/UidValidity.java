package pl.odzew.mailbox.intake;

/// Under which numbering UIDs were given; where it changed, none of the old ones means anything (RFC 3501 §2.3.1.1).
public record UidValidity(long value) {}
