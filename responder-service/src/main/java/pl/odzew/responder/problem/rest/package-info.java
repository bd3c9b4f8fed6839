/// How requests fail: RFC 9457 problems.
///
/// Receives exceptions from the resources; gives `application/problem+json` to the caller.
@NullMarked
package pl.odzew.responder.problem.rest;

import org.jspecify.annotations.NullMarked;
