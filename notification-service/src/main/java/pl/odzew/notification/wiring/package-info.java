/// Beans of types that are not ours, for constructors to ask for.
@NullMarked
package pl.odzew.notification.wiring;

import org.jspecify.annotations.NullMarked;
