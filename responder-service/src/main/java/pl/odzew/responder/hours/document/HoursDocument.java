package pl.odzew.responder.hours.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When a seller works, as he sends it.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WorkingHours", description = "When the seller works, by the wall clock of his time zone.")
public record HoursDocument(
        @Schema(description = "IANA time zone; Europe/Warsaw by default", examples = "Europe/Warsaw") @Nullable
        String zone,

        @Schema(
                description = "Intervals of each day; a day without any is free. Absent: the seller works always.",
                examples = "{\"MONDAY\":[{\"from\":\"09:00\",\"to\":\"12:00\"},{\"from\":\"12:30\",\"to\":\"17:00\"}]}")
        @Nullable
        Map<String, @Nullable List<@Nullable IntervalDocument>> week,

        @Schema(description = "Countries whose public holidays are free: PL, CZ, SK, HU", examples = "[\"PL\"]")
        @Nullable
        List<@Nullable String> holidays,

        @Schema(description = "One-off closures, holidays from a day to a day") @Nullable
        List<@Nullable ClosureDocument> closures) {

    public static final HoursDocument EMPTY = new HoursDocument(null, null, null, null);

    /// @param from as in `09:00`
    /// @param to as in `17:00`; `24:00` is midnight at the end of the day
    @Schema(name = "Interval")
    public record IntervalDocument(
            @Schema(examples = "09:00") @Nullable String from,
            @Schema(examples = "17:00") @Nullable String to) {}

    /// @param to the last day, inclusive; absent for a single day
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Closure")
    public record ClosureDocument(
            @Schema(examples = "2026-12-24") @Nullable String from,
            @Schema(examples = "2027-01-02") @Nullable String to,
            @Schema(examples = "Urlop") @Nullable String name) {}
}
