package pl.odzew.portal.services;

import static java.util.Objects.requireNonNull;

/// A service cannot be asked now; later it may answer.
public final class AwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Service service;

    public AwayException(Service service, Throwable cause) {
        super(service.application() + " is away: " + cause.getMessage(), cause);
        this.service = requireNonNull(service, "service is null");
    }

    public Service service() {
        return service;
    }
}
