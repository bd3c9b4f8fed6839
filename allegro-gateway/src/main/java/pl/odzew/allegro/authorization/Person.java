package pl.odzew.allegro.authorization;

import static java.util.Objects.requireNonNull;

import pl.odzew.events.SellerId;

/// Who acts: several people may work for one seller.
///
/// @param name the token's own name for the person
public record Person(SellerId seller, String name) {

    public Person {
        requireNonNull(seller, "seller is null");
        requireNonNull(name, "name is null");
    }
}
