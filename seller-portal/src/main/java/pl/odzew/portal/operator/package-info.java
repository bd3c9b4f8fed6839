/// How the installation is.
///
/// Receives what the services tell operators; gives it to their pages, and their orders back.
@NullMarked
package pl.odzew.portal.operator;

import org.jspecify.annotations.NullMarked;
