package org.threeshift.core.evening;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.Cohort;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.hours.Span;
import org.threeshift.core.notice.Hours;
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
    private static final String GUESTS = "evening-guests:";

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
     * @param newcomers of them, who had no plan before
     * @param sittings of the plan: everybody is told whom they are yet to meet, or that it is nobody
     */
    void planned(
            Evening evening,
            Collection<PersonId> people,
            Collection<PersonId> newcomers,
            List<Sitting> sittings,
            Instant now) {
        notices.withdraw(PLANNED + evening.id(), people);
        notices.withdraw(WITHOUT + evening.id(), people);
        post(
                Kind.EVENING_PLANNED,
                PLANNED,
                evening,
                people,
                now,
                person -> Map.of("whom", whom(sittings, person), "anew", newcomers.contains(person) ? "" : "anew"));
    }

    /** Those to whom somebody is yet to talk, by their ids with commas between, in the order of the slots. */
    private static String whom(List<Sitting> sittings, PersonId person) {
        return joined(sittings.stream()
                .filter(one -> one.meeting().has(person) && (one.ahead() || one.live()))
                .map(one -> one.meeting().partnerOf(person))
                .distinct());
    }

    /**
     * On the same day: whoever is expected hears when it is now and was before, whom they meet, and what their answer is worth.
     *
     * @param before   when it was
     * @param oldNote  what the coach said of it before
     * @param sittings of the plan, if there is one
     */
    void changed(Evening after, Span before, String oldNote, List<Guest> guests, List<Sitting> sittings, Instant now) {
        Map<PersonId, Guest> expected =
                guests.stream().filter(Guest::expected).collect(Collectors.toMap(Guest::person, Function.identity()));
        changed(after, before, oldNote, expected.keySet(), now, person -> {
            String partners = whom(sittings, person);
            return Map.of(
                    "partners",
                    partners,
                    "answer",
                    answer(after, before, Objects.requireNonNull(expected.get(person)), partners));
        });
    }

    /** On another day: whatever they said, everybody is asked. */
    void askedAgain(Evening after, Evening before, Collection<PersonId> people, Instant now) {
        withdrawAll(after, people);
        notices.withdraw(WITHOUT + after.id(), people);
        changed(after, before.span(), before.note(), people, now, _ -> Map.of("partners", "", "answer", "again"));
    }

    private void changed(
            Evening after,
            Span before,
            String oldNote,
            Collection<PersonId> people,
            Instant now,
            Function<PersonId, Map<String, String>> more) {
        notices.withdraw(PLANNED + after.id(), people);
        notices.withdraw(CHANGED + after.id(), people);
        post(Kind.EVENING_CHANGED, CHANGED, after, people, now, person -> {
            var values = new HashMap<>(more.apply(person));
            values.put("takes", takes(after));
            values.put("reason", after.reason());
            values.put("hours", Hours.of(after.span(), before));
            values.put("new-note", after.note().equals(oldNote) ? "" : after.note());
            return values;
        });
    }

    /** As the sentences are named that say it; empty where there is nothing to say. */
    private static String answer(Evening after, Span before, Guest guest, String partners) {
        if (!guest.comes()) {
            return "open";
        }
        if (after.state() == Evening.State.PLANNED && partners.isEmpty()) {
            return "nobody";
        }
        return after.span().equals(before) ? "" : "stands";
    }

    /** The evening leaves the calendar of whoever it takes place without; who said so themselves needs not be told it as news. */
    void without(Evening evening, EveningsAnew.Cause cause, Instant now) {
        var people = cause.left().stream().map(Guest::person).toList();
        withdrawAll(evening, people);
        post(
                cause.by() == EveningsAnew.Cause.By.GUEST ? Kind.EVENING_DECLINED : Kind.EVENING_WITHOUT,
                WITHOUT,
                evening,
                people,
                now,
                _ -> Map.of());
    }

    /**
     * Of what the coach did not do: who was planned for and said that they can’t come after all, and who meets nobody now.
     *
     * @param alone whose meetings changed, and who has none
     */
    void toCoach(Evening evening, EveningsAnew.Cause cause, Set<PersonId> alone, Instant now) {
        String gone = cause.by() == EveningsAnew.Cause.By.GUEST
                ? joined(cause.left().stream().filter(Guest::comes).map(Guest::person))
                : "";
        if (cause.by() == EveningsAnew.Cause.By.COACH
                || (gone.isEmpty() && alone.isEmpty())
                || !cohorts.coaches(evening.coach(), evening.cohort())) {
            return;
        }
        post(
                Kind.EVENING_GUESTS,
                GUESTS,
                evening,
                List.of(evening.coach()),
                now,
                _ -> Map.of("gone", gone, "alone", joined(alone.stream())));
    }

    private static String joined(Stream<PersonId> people) {
        return people.map(PersonId::toString).collect(Collectors.joining(","));
    }

    /** @param asked everybody, of whom those are told who were expected */
    void off(Evening evening, List<Guest> asked, Instant now) {
        withdrawAll(evening, asked.stream().map(Guest::person).toList());
        notices.withdraw(GUESTS + evening.id(), List.of(evening.coach()));
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
                        values(kind, evening, more.apply(person)),
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

    private static Map<String, String> values(Kind kind, Evening evening, Map<String, String> more) {
        var values = new HashMap<>(more);
        values.put("by", evening.coach().toString());
        values.put("at", evening.span().from().toString());
        values.put("title", evening.title());
        values.keySet().retainAll(kind.places());
        return values;
    }
}
