package pl.odzew.mailbox.intake;

/// A message's unique identifier within a folder, valid under one [UidValidity] (RFC 3501 §2.3.1.1).
public record Uid(long value) implements Comparable<Uid> {

    private static final long MAX = 0xFFFF_FFFFL;

    public Uid {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("a UID is an unsigned number of 32 bits");
        }
    }

    public Uid next() {
        return new Uid(value + 1);
    }

    @Override
    public int compareTo(Uid other) {
        return Long.compare(value, other.value);
    }
}
