package org.threeshift.core.evening;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.Cohort;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.PersonId;

/** Tells people of an evening as a whole, in the transaction of what it tells. What was not told yet of an earlier version is not told. */
@Component
class EveningNotices {
    private static final String ASKED = "evening-asked:";
    private static final String PLANNED = "evening-planned:";
    private static final String CHANGED = "evening-changed:";
    private static final String WITHOUT = "evening-without:";

    private final Notices notices;
    private final Cohorts cohorts;

    EveningNotices(Notices notices, Cohorts cohorts) {
        this.notices = notices;
        this.cohorts = cohorts;
    }

    void asked(Evening evening, Collection<PersonId> people, Instant now) {
        notices.withdraw(WITHOUT + evening.id(), people);
        String cohort = cohorts.invitedTo(evening.cohort()).map(Cohort::name).orElse("");
        post(
                Kind.EVENING_ASKED,
                ASKED,
                evening,
                people,
                now,
                _ -> Map.of("takes", takes(evening), "note", evening.note(), "cohort", cohort));
    }

    /**
     * Whoever is not named here keeps what they were told, or are about to be.
     *
     * @param sittings of the plan: everybody is told whom they are yet to meet, or that it is nobody
     */
    void planned(Evening evening, Collection<PersonId> people, List<Sitting> sittings, Instant now) {
        notices.withdraw(PLANNED + evening.id(), people);
        notices.withdraw(WITHOUT + evening.id(), people);
        post(Kind.EVENING_PLANNED, PLANNED, evening, people, now, person -> Map.of("whom", whom(sittings, person)));
    }

    /** Those to whom somebody is yet to talk, by their ids with commas between, in the order of the slots. */
    private static String whom(List<Sitting> sittings, PersonId person) {
        return sittings.stream()
                .filter(one -> one.meeting().has(person) && (one.ahead() || one.live()))
                .map(one -> one.meeting().partnerOf(person).toString())
                .distinct()
                .collect(Collectors.joining(","));
    }

    void changed(Evening evening, Collection<PersonId> people, Instant now) {
        notices.withdraw(PLANNED + evening.id(), people);
        notices.withdraw(CHANGED + evening.id(), people);
        post(
                Kind.EVENING_CHANGED,
                CHANGED,
                evening,
                people,
                now,
                _ -> Map.of("takes", takes(evening), "reason", evening.reason()));
    }

    /** The evening leaves their calendar. */
    void without(Evening evening, Collection<PersonId> people, Instant now) {
        withdrawAll(evening, people);
        post(Kind.EVENING_WITHOUT, WITHOUT, evening, people, now, _ -> Map.of());
    }

    /** @param asked everybody, of whom those are told who were expected */
    void off(Evening evening, List<Guest> asked, Instant now) {
        withdrawAll(evening, asked.stream().map(Guest::person).toList());
        post(Kind.EVENING_OFF, "evening-off:", evening, expected(asked), now, _ -> Map.of("reason", evening.reason()));
    }

    static List<PersonId> expected(List<Guest> guests) {
        return guests.stream().filter(Guest::expected).map(Guest::person).toList();
    }

    private void withdrawAll(Evening evening, Collection<PersonId> people) {
        List.of(ASKED, PLANNED, CHANGED).forEach(key -> notices.withdraw(key + evening.id(), people));
    }

    private void post(
            Kind kind,
            String key,
            Evening evening,
            Collection<PersonId> people,
            Instant now,
            Function<PersonId, Map<String, String>> more) {
        Instant until = evening.span().until();
        if (people.isEmpty() || !until.isAfter(now)) {
            return;
        }
        notices.postAll(people.stream()
                .map(person -> new Notice(
                        key + evening.id() + ":" + evening.version(),
                        kind,
                        person,
                        values(evening, more.apply(person)),
                        Optional.empty(),
                        "/evenings/" + evening.id(),
                        now,
                        until))
                .toList());
    }

    private static String takes(Evening evening) {
        Shape shape = evening.shape();
        return EveningWords.of("takes", shape.slots(), shape.slotMinutes());
    }

    private static Map<String, String> values(Evening evening, Map<String, String> more) {
        var values = new HashMap<>(more);
        values.put("by", evening.coach().toString());
        values.put("at", evening.span().from().toString());
        values.put("title", evening.title());
        return values;
    }
}
