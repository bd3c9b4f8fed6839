package pl.odzew.mailbox.watch.imap;

/// How much of an answer we take before we call it an attack or a broken server; in bytes.
///
/// @param line of one response, its literals not counted
/// @param literal of one literal
/// @param answer of everything that comes until the next command is sent
record Limits(int line, int literal, long answer) {

    private static final int LINE = 64 * 1024;
    private static final int SLACK = 4 * 1024;

    /// For commands whose answer is small.
    static final Limits SMALL = new Limits(LINE, 8 * 1024, 1024 * 1024);

    /// For a search: a line may name every mail of a large folder, ten digits each.
    static final Limits SEARCH = new Limits(4 * 1024 * 1024, 0, 5L * 1024 * 1024);

    /// For a fetch of so many mails with at most so many bytes each.
    static Limits fetch(int mails, int maxBytes) {
        return new Limits(LINE, maxBytes + SLACK, Math.addExact(LINE, (long) mails * (maxBytes + 2L * SLACK)));
    }
}
