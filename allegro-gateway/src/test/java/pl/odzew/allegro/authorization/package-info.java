/// Tests of the core without its surroundings.
@NullMarked
package pl.odzew.allegro.authorization;

import org.jspecify.annotations.NullMarked;
