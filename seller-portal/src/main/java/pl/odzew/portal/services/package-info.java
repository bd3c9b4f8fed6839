/// What it means that pages are made of what other services say: a part may be away, a request may be refused.
///
/// Receives answers from the clients of the features; gives parts to their pages.
@NullMarked
package pl.odzew.portal.services;

import org.jspecify.annotations.NullMarked;
