package org.threeshift.web.hours;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.people.Person;
import org.threeshift.web.hours.HoursReader.Reading;

/**
 * What a page with {@code hours/editor.jte} does with it. The page has one address: GET shows {@link #shown}, POST passes what came
 * to {@link #sent}.
 */
@Component
public final class HoursEditor {
    private final OpenHours hours;
    private final InstantSource time;

    HoursEditor(OpenHours hours, InstantSource time) {
        this.hours = hours;
        this.time = time;
    }

    /** What became of a form that was sent. */
    public sealed interface Answer {
        /** A button of the form itself was pressed: it is shown again, and nothing is kept. */
        record Changed(HoursForm form) implements Answer {}

        record Saved(WeeklyHours hours) implements Answer {}

        /** Nothing is kept; what is wrong stands beside each line. */
        record Refused(HoursForm form) implements Answer {}
    }

    /** What they said; a week without hours in their own zone before they have. */
    public HoursForm shown(Person person, Purpose purpose) {
        WeeklyHours said = hours.find(person.id(), purpose).orElseGet(() -> WeeklyHours.never(person.zone()));
        return HoursForm.of(said, today(said.zone().getId()));
    }

    public Answer sent(Person person, Purpose purpose, MultiValueMap<String, String> sent) {
        HoursForm typed = HoursForm.typed(sent);
        Optional<String> change = Optional.ofNullable(sent.getFirst("change"));
        if (change.isPresent()) {
            return new Answer.Changed(typed.changed(change.get()));
        }
        return switch (HoursReader.read(typed, today(typed.zone()))) {
            case Reading.Fine(var read) -> {
                hours.put(person, purpose, read);
                yield new Answer.Saved(read);
            }
            case Reading.Wrong(var form) -> new Answer.Refused(form);
        };
    }

    private LocalDate today(String zone) {
        try {
            return LocalDate.ofInstant(time.instant(), ZoneId.of(zone));
        } catch (DateTimeException noZone) {
            return LocalDate.ofInstant(time.instant(), ZoneId.of("UTC"));
        }
    }
}
