package pl.odzew.responder.answering;

import static java.util.Objects.requireNonNull;

import pl.odzew.events.message.v1.Buyer;

/// Who wrote about an order before: an order has one buyer, by whatever name he is shown.
public record OrderMate(String orderId, Buyer buyer) {

    public OrderMate {
        requireNonNull(orderId, "orderId is null");
        requireNonNull(buyer, "buyer is null");
    }
}
