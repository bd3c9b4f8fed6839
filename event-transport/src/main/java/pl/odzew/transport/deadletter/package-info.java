/// What a service's consumers could not take, seen and tried again by an operator.
///
/// Receives nothing by itself: reads `<topic>.dlq`, where the inbox has put what it gave up, and hands a
/// letter to the one consumer that it died in.
@NullMarked
package pl.odzew.transport.deadletter;

import org.jspecify.annotations.NullMarked;
