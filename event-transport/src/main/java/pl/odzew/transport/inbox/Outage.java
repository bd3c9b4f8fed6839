package pl.odzew.transport.inbox;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Tells failures that pass by themselves from those that belong to a record.
final class Outage {

    /// SQLSTATE classes: connection, transaction rollback (deadlock, serialization), resources, operator, system.
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    /// A standby that a failover has not promoted yet; the rest of class 25 is our own fault.
    private static final String READ_ONLY = "25006";

    private static final int CLASS_LENGTH = 2;

    private Outage() {}

    static boolean causes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean passes = switch (cause) {
                case PgException database -> isPassing(database.getSqlState());
                case IOException _, TimeoutException _, VertxException _ -> true;
                default -> false;
            };
            if (passes) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(@Nullable String sqlState) {
        return sqlState != null
                && sqlState.length() >= CLASS_LENGTH
                && (PASSING.contains(sqlState.substring(0, CLASS_LENGTH)) || sqlState.equals(READ_ONLY));
    }
}
