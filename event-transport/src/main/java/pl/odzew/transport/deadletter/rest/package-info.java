/// Dead letters as an operator sees them; the same resource in every service, below the service's name.
@NullMarked
package pl.odzew.transport.deadletter.rest;

import org.jspecify.annotations.NullMarked;
