package pl.odzew.mailbox.mailserver.letters;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicInteger;

/// A buyer at Allegro, known to a seller by a masked address alone.
///
/// @param name as Allegro shows it
/// @param login at Allegro
/// @param maskedLocalPart stands for this buyer and this seller, for ever
public record Buyer(String name, String login, String maskedLocalPart) {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

    public Buyer {
        requireNonNull(name, "name is null");
        requireNonNull(login, "login is null");
        requireNonNull(maskedLocalPart, "maskedLocalPart is null");
    }

    public static Buyer jan() {
        return new Buyer("Jan K.", "jan_kowalski", "8awgqyk6a5");
    }

    /// Nobody's masked address is given twice within a process.
    public static Buyer somebody() {
        int number = NUMBER.incrementAndGet();
        long seed = (System.nanoTime() ^ (number * 0x9E3779B97F4A7C15L)) & Long.MAX_VALUE;
        StringBuilder local = new StringBuilder();
        for (int i = 0; i < 10; i++, seed /= LETTERS.length()) {
            local.append(LETTERS.charAt((int) (seed % LETTERS.length())));
        }
        return new Buyer("Kupujący " + number, "kupujacy_" + number, local.toString());
    }

    /// Where an answer about this transaction must go, the `+id` included.
    public String maskedAddress(String transaction) {
        return maskedLocalPart + "+" + transaction + "@allegromail.pl";
    }

    /// Begins a mail to a seller about a transaction, such as `cub31c122`.
    public BuyersLetter writesTo(String seller, String transaction) {
        return new BuyersLetter(this, seller, transaction);
    }
}
