/// The topic `autoresponder.settings`: a seller's whole settings, each time they change.
///
/// Written by responder-service alone, read by allegro-gateway and by whoever shows or follows what
/// sellers set; as the topic is compacted, its last event of a seller is how things stand.
@NullMarked
package pl.odzew.events.autoresponder.v1;

import org.jspecify.annotations.NullMarked;
