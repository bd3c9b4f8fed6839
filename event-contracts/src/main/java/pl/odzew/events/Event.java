package pl.odzew.events;

/// Something that happened and that other services may act on; one record for each CloudEvents type.
///
/// A new component of a record must be optional. A new meaning is a record of its own in a `v2` package.
public interface Event {

    /// The seller whom the event concerns; every event has one, so that a seller can be erased.
    SellerId sellerId();

    /// The Kafka key: events with the same key are read in the order in which they were written.
    String key();
}
