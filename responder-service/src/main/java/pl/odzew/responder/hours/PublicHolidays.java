package pl.odzew.responder.hours;

import java.time.LocalDate;

/// Which days are public holidays.
@FunctionalInterface
public interface PublicHolidays {

    PublicHolidays NONE = (_, _) -> false;

    boolean isHoliday(LocalDate day, Country country);
}
