/// The gateway as a whole, told as stories against a broker, a database and [pl.odzew.allegro.marketplace].
@NullMarked
package pl.odzew.allegro;

import org.jspecify.annotations.NullMarked;
