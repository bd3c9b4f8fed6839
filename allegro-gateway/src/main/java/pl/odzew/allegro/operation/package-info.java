/// What an operator sees of this service.
///
/// Receives figures from the database; gives them to `rest`.
@NullMarked
package pl.odzew.allegro.operation;

import org.jspecify.annotations.NullMarked;
