/// What surrounds every page: navigation, language, safety headers, and what stands in place of a page in trouble.
///
/// Receives every request and every exception; gives the frame to the pages of the features.
@NullMarked
package pl.odzew.portal.frame.web;

import org.jspecify.annotations.NullMarked;
