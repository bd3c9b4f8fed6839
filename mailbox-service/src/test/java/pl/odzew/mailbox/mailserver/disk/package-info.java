/// The post office's ledger as files, written through, so that a `kill -9` loses nothing that was said to
/// be there.
///
/// Receives: every change from the post office. Gives: all of it back at the next start.
@NullMarked
package pl.odzew.mailbox.mailserver.disk;

import org.jspecify.annotations.NullMarked;
