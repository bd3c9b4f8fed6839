package pl.odzew.allegro.authorization;

import static java.util.Objects.requireNonNull;

/// OAuth's `state`: names one attempt to link, serves once.
public record LinkState(String value) {

    public LinkState {
        requireNonNull(value, "value is null");
    }
}
