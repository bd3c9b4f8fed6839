/// Fetches the files that go with replies from responder-service.
///
/// Receives a file's id and digest from the sender; gives its bytes, asked for with the service's own client
/// credentials.
@NullMarked
package pl.odzew.mailbox.sending.http;

import org.jspecify.annotations.NullMarked;
