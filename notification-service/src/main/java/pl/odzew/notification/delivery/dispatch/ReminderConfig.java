package pl.odzew.notification.delivery.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import pl.odzew.notification.delivery.ReminderPolicy;

/// When sellers are reminded of trouble that lasts.
@ConfigMapping(prefix = "odzew.reminders")
public interface ReminderConfig {

    /// How often it is looked whether a reminder is due.
    @WithDefault("30S")
    Duration lookEvery();

    /// How long after the warning, one for each reminder.
    @WithDefault("1D,3D,7D")
    List<Duration> after();

    /// No reminder leaves from here …
    @WithDefault("21:00")
    LocalTime quietFrom();

    /// … to here. First warnings leave at any hour.
    @WithDefault("08:00")
    LocalTime quietTo();

    @WithDefault("Europe/Warsaw")
    ZoneId zone();

    /// Reminders that would follow within this time leave together.
    @WithDefault("12H")
    Duration together();

    default ReminderPolicy policy() {
        return new ReminderPolicy(after(), quietFrom(), quietTo(), zone());
    }
}
