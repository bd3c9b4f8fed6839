/// The topics `messages.mailbox` and `messages.allegro`: what buyers wrote, and that a person has answered them.
///
/// Written by mailbox-service and allegro-gateway; read by responder-service. These events hold buyers' words: nobody
/// else may read the topics, and they forget after seven days.
@NullMarked
package pl.odzew.events.message.v1;

import org.jspecify.annotations.NullMarked;
