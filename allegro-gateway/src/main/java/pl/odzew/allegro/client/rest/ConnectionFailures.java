package pl.odzew.allegro.client.rest;

import java.net.ConnectException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.client.AllegroException;

/// Tells a connection that never came about from one that broke: only the first proves that nothing was taken.
public final class ConnectionFailures {

    private ConnectionFailures() {}

    public static Throwable classified(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case AllegroException known -> {
                    return known;
                }
                case ConnectException _, UnknownHostException _ -> {
                    return new AllegroException.Transient(
                            AllegroException.Transient.Code.UNREACHABLE,
                            cause.getClass().getSimpleName());
                }
                default -> {}
            }
        }
        return new AllegroException.Transient(
                AllegroException.Transient.Code.NO_ANSWER, failure.getClass().getSimpleName());
    }
}
