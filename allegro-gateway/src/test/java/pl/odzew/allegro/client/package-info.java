@NullMarked
package pl.odzew.allegro.client;

import org.jspecify.annotations.NullMarked;
