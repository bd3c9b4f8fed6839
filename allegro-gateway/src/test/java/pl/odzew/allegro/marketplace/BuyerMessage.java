package pl.odzew.allegro.marketplace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a buyer writes to a seller.
///
/// @param createdAt when it was written; a moment in the past makes it a message that surfaces late
/// @param status DELIVERED unless told
/// @param role of the author: USER unless told; SYSTEM or CHATBOT write in the buyer's thread too
/// @param issue whether it belongs into a POST_PURCHASE_ISSUE thread of its order
/// @param claim CLAIM or DISPUTE where it belongs into the chat of one, under `/sale/issues`
/// @param type of the message as Allegro names it; MESSAGE_CENTER, or ASK_QUESTION about an offer, unless
/// told
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BuyerMessage(
        String buyer,
        String text,
        @Nullable String offerId,
        @Nullable String orderId,
        @Nullable Instant createdAt,
        @Nullable String status,
        @Nullable String role,
        boolean issue,
        @Nullable String claim,
        @Nullable String type) {

    public static BuyerMessage of(String buyer, String text) {
        return new BuyerMessage(buyer, text, null, null, null, null, null, false, null, null);
    }

    public BuyerMessage aboutOffer(String offer) {
        return new BuyerMessage(buyer, text, offer, orderId, createdAt, status, role, issue, claim, type);
    }

    public BuyerMessage writtenAt(Instant instant) {
        return new BuyerMessage(buyer, text, offerId, orderId, instant, status, role, issue, claim, type);
    }

    public BuyerMessage withStatus(String other) {
        return new BuyerMessage(buyer, text, offerId, orderId, createdAt, other, role, issue, claim, type);
    }

    public BuyerMessage asRole(String other) {
        return new BuyerMessage(buyer, text, offerId, orderId, createdAt, status, other, issue, claim, type);
    }

    public BuyerMessage asIssueOf(String order) {
        return new BuyerMessage(buyer, text, offerId, order, createdAt, status, role, true, claim, type);
    }

    public BuyerMessage asClaimOf(String order) {
        return new BuyerMessage(buyer, text, offerId, order, createdAt, status, role, false, "CLAIM", type);
    }

    public BuyerMessage ofType(String other) {
        return new BuyerMessage(buyer, text, offerId, orderId, createdAt, status, role, issue, claim, other);
    }
}
