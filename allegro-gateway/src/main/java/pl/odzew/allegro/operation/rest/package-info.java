/// `/api/v1/operator/allegro-gateway`: states, leases and the budget, for the role `operator`.
///
/// Receives requests; gives counts and moments, and nothing of what sellers or buyers wrote.
@NullMarked
package pl.odzew.allegro.operation.rest;

import org.jspecify.annotations.NullMarked;
