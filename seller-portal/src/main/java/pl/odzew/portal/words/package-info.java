/// What pages say: sentences in each language, plural forms, points in time.
///
/// Receives keys, numbers and instants from the pages; gives words.
@NullMarked
package pl.odzew.portal.words;

import org.jspecify.annotations.NullMarked;
