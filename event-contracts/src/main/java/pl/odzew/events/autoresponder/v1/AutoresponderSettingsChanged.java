package pl.odzew.events.autoresponder.v1;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import pl.odzew.events.Event;
import pl.odzew.events.SellerId;

/// `autoresponder.settings-changed.v1`: the seller's settings as they are now; the key is the seller id.
///
/// @param version grows by one with each change of this seller's settings
/// @param stopped whether the seller's stop switch holds all replies
public record AutoresponderSettingsChanged(
        SellerId sellerId, long version, boolean stopped, List<TargetSettings> targets, Instant changedAt)
        implements Event {

    public AutoresponderSettingsChanged {
        requireNonNull(sellerId, "sellerId is null");
        targets = List.copyOf(targets);
        requireNonNull(changedAt, "changedAt is null");
    }

    @Override
    @JsonIgnore
    public String key() {
        return sellerId.value();
    }
}
