package pl.odzew.responder.answering.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/// A row of `buyer_identity`.
@Entity
@Table(name = "buyer_identity")
@IdClass(BuyerIdentityRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate, or of(), fills the fields.
class BuyerIdentityRow {

    record Key(String sellerId, String maskedLocalPart) implements Serializable {}

    @Id
    @Column(name = "seller_id")
    String sellerId;

    @Id
    @Column(name = "masked_local_part")
    String maskedLocalPart;

    String login;

    static BuyerIdentityRow of(String sellerId, String maskedLocalPart, String login) {
        var row = new BuyerIdentityRow();
        row.sellerId = sellerId;
        row.maskedLocalPart = maskedLocalPart;
        row.login = login;
        return row;
    }
}
