package pl.odzew.responder.answering.kafka;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.responder.answering.SellerDesk;

/// What the consumers have in common.
final class Work {

    private Work() {}

    static SellerDesk deskOf(CloudEvent event, Map<SellerId, SellerDesk> desks) {
        return requireNonNull(desks.get(event.data().sellerId()), "no desk was opened for the seller");
    }
}
