/// Tests of the core without its surroundings.
@NullMarked
package pl.odzew.allegro.replying;

import org.jspecify.annotations.NullMarked;
