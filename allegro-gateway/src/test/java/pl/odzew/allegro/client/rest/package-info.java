/// Tests of the core without its surroundings.
@NullMarked
package pl.odzew.allegro.client.rest;

import org.jspecify.annotations.NullMarked;
