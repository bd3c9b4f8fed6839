/// The topic `allegro.account.events`: what happens to an Allegro account that a seller linked.
///
/// Written by allegro-gateway; read by notification-service, responder-service, mailbox-service and internal teams.
@NullMarked
package pl.odzew.events.account.v1;

import org.jspecify.annotations.NullMarked;
