package pl.odzew.allegro.messaging;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The place for each kind of thread.
public final class MessageCenters {

    private final Map<Place, MessageCenter> centers = new EnumMap<>(Place.class);

    public MessageCenters(List<MessageCenter> centers) {
        centers.forEach(center -> this.centers.put(center.place(), center));
    }

    public MessageCenter at(Place place) {
        return requireNonNull(centers.get(place));
    }
}
