package pl.odzew.mailbox.connection;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.SellerId;

/// The addresses from which Allegro takes mail for the seller's buyers, as far as an account that he linked names them.
public interface LinkedAddresses {

    /// In lower case; empty where nothing is known, and nothing follows from it.
    CompletionStage<Set<String>> of(SellerId seller);
}
