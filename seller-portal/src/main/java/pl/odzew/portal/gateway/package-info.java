/// The one origin of the services' API.
///
/// Receives requests of programs; says which service answers them, and describes all in one document.
@NullMarked
package pl.odzew.portal.gateway;

import org.jspecify.annotations.NullMarked;
