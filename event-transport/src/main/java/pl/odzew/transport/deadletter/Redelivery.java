package pl.odzew.transport.deadletter;

/// What came of a second try.
public sealed interface Redelivery {

    record Taken() implements Redelivery {}

    /// It had had its effect before, by an earlier redelivery.
    record TakenBefore() implements Redelivery {}

    /// The consumer cannot take it still.
    record Failed(String cause) implements Redelivery {}

    /// This service's consumers have no such letter.
    record NotFound() implements Redelivery {}
}
