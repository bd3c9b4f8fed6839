package pl.odzew.responder.hours.jollyday;

import static de.focus_shift.jollyday.core.ManagerParameters.create;
import static java.util.stream.Collectors.toUnmodifiableSet;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pl.odzew.responder.hours.Country;
import pl.odzew.responder.hours.PublicHolidays;

/// Holidays by law, of the whole country; a year is worked out once.
@Singleton
public class JollydayHolidays implements PublicHolidays {

    private record CountrysYear(Country country, int year) {}

    private final Map<Country, HolidayManager> managers = new EnumMap<>(Country.class);
    private final Map<CountrysYear, Set<LocalDate>> known = new ConcurrentHashMap<>();

    public JollydayHolidays() {
        for (Country country : Country.values()) {
            managers.put(
                    country, HolidayManager.getInstance(create(country.name().toLowerCase(Locale.ROOT))));
        }
    }

    @Override
    public boolean isHoliday(LocalDate day, Country country) {
        return known.computeIfAbsent(new CountrysYear(country, day.getYear()), this::holidaysIn)
                .contains(day);
    }

    private Set<LocalDate> holidaysIn(CountrysYear wanted) {
        HolidayManager manager = managers.get(wanted.country());
        if (manager == null) {
            return Set.of();
        }
        return manager.getHolidays(Year.of(wanted.year())).stream()
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .map(Holiday::getDate)
                .collect(toUnmodifiableSet());
    }
}
