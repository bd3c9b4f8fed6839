/// Tests of the core without its surroundings.
@NullMarked
package pl.odzew.allegro.messaging;

import org.jspecify.annotations.NullMarked;
