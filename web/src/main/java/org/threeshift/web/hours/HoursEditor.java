package org.threeshift.web.hours;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.id.Edition;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.ZoneQuestions;
import org.threeshift.core.practice.Wish;
import org.threeshift.web.hours.HoursForm.DateLine;
import org.threeshift.web.hours.HoursForm.Line;
import org.threeshift.web.hours.HoursReader.Reading;

/**
 * What a page with {@code hours/editor.jte} does with it. The page has one address: GET shows {@link #shown}, POST passes what came
 * to {@link #sent}.
 */
@Component
public final class HoursEditor {
    private final OpenHours hours;
    private final ZoneQuestions zones;
    private final InstantSource time;

    HoursEditor(OpenHours hours, ZoneQuestions zones, InstantSource time) {
        this.hours = hours;
        this.zones = zones;
        this.time = time;
    }

    /** What became of a form that was sent. */
    public sealed interface Answer {
        /** A button of the form itself was pressed: it is shown again, and nothing is kept. */
        record Changed(HoursForm form) implements Answer {}

        record Saved(WeeklyHours hours) implements Answer {}

        /** Nothing is kept; what is wrong stands beside each line. */
        record Refused(HoursForm form) implements Answer {}

        /**
         * Nothing is kept: other hours stand by now than those that were shown.
         *
         * @param form   as it was typed; sent again, it takes the place of what stands
         * @param stands what stands
         */
        record Overtaken(HoursForm form, HoursForm stands) implements Answer {}
    }

    /** What they said; a week without hours in their own zone before they have. */
    public HoursForm shown(Person person, Purpose purpose) {
        WeeklyHours said = hours.find(person.id(), purpose).orElseGet(() -> WeeklyHours.never(person.zone()));
        return HoursForm.of(said, today(said.zone().getId()), least(purpose)).from(hours.edition(said));
    }

    /** Whether the zone in the form is one that nobody has chosen: then the browser's is put in. */
    public boolean guesses(Person person, Purpose purpose) {
        return zones.open(person.id()) && hours.find(person.id(), purpose).isEmpty();
    }

    public Answer sent(Person person, Purpose purpose, MultiValueMap<String, String> sent) {
        HoursForm typed = HoursForm.typed(sent);
        Optional<String> change = Optional.ofNullable(sent.getFirst("change"));
        if (change.isPresent()) {
            return new Answer.Changed(typed.changed(change.get()));
        }
        return switch (HoursReader.read(typed, today(typed.zone()), meant(person, purpose, sent))) {
            case Reading.Fine(var read) -> {
                if (!put(person, purpose, read, typed.edition())) {
                    HoursForm stands = shown(person, purpose);
                    yield new Answer.Overtaken(typed.from(new Edition(stands.edition())), stands);
                }
                zones.answerIfAsked(person, read.zone());
                yield new Answer.Saved(read);
            }
            case Reading.Wrong(var form) -> new Answer.Refused(form);
        };
    }

    /** Whoever does not say what they saw, such as a program, means what they send. */
    private boolean put(Person person, Purpose purpose, WeeklyHours read, String seen) {
        if (seen.isEmpty()) {
            hours.put(person, purpose, read);
            return true;
        }
        return hours.put(person, purpose, read, new Edition(seen));
    }

    /** Long nights are asked about once: those that are kept already are meant. */
    private Predicate<Line> meant(Person person, Purpose purpose, MultiValueMap<String, String> sent) {
        if (sent.containsKey("nights")) {
            return _ -> true;
        }
        HoursForm kept = shown(person, purpose);
        Set<List<String>> known = Stream.concat(
                        kept.week().values().stream().flatMap(List::stream),
                        kept.dates().stream().map(DateLine::line))
                .map(line -> List.of(line.from(), line.until()))
                .collect(Collectors.toSet());
        return line -> known.contains(List.of(line.from(), line.until()));
    }

    /** A coach says with each kind of session how long it lasts; a practice has a shortest length. */
    private static Duration least(Purpose purpose) {
        return switch (purpose) {
            case PRACTICE -> Wish.SHORTEST;
            case COACHING -> Duration.ZERO;
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
