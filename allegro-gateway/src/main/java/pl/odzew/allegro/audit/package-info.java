/// What was changed for a seller, and by whom: kept for him to look up.
///
/// Receives entries from whatever changes an account, in the same transaction; gives them to sellers.
@NullMarked
package pl.odzew.allegro.audit;

import org.jspecify.annotations.NullMarked;
