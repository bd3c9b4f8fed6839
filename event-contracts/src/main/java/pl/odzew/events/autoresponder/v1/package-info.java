/// The topic `autoresponder.settings`: a seller's whole settings, each time they change.
///
/// Written by responder-service alone; read by allegro-gateway and notification-service.
@NullMarked
package pl.odzew.events.autoresponder.v1;

import org.jspecify.annotations.NullMarked;
