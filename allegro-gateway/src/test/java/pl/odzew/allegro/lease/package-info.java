@NullMarked
package pl.odzew.allegro.lease;

import org.jspecify.annotations.NullMarked;
