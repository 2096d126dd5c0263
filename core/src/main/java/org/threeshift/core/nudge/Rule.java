package org.threeshift.core.nudge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.cohort.Follower;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.nudge.Nudge.Recipient;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/**
 * Who is due which message. Whoever owes a sheet hears of their own alone (docs/decisions/0009-blind-to-the-frame.md); of others'
 * only people hear who have nothing left to score.
 *
 * @param people    whoever may be written to, by id
 * @param followers coaches who may be told of the candidates' missing sheets
 */
record Rule(Map<PersonId, Person> people, List<Follower> followers) {
    Rule {
        people = Map.copyOf(people);
        followers = List.copyOf(followers);
    }

    /** Without those whom nobody can be told of: a guest has no address, and not every interview has a coach. */
    List<Nudge> due(List<Owed> owed, Instant now) {
        var nudges = new ArrayList<Nudge>();
        Map<InterviewId, List<Owed>> missing = new LinkedHashMap<>();
        for (Owed sheet : owed) {
            sheet.due(now).ifPresent(stage -> {
                if (stage == Stage.COACH) {
                    missing.computeIfAbsent(sheet.interview(), _ -> new ArrayList<>())
                            .add(sheet);
                } else {
                    reachable(sheet.interviewer())
                            .map(interviewer -> new Recipient(interviewer, Optional.empty()))
                            .ifPresent(one -> nudges.add(new Nudge(stage, List.of(sheet), List.of(one))));
                }
            });
        }
        missing.values().forEach(sheets -> {
            List<Recipient> to = lookingAfter(sheets.getFirst());
            if (!to.isEmpty()) {
                nudges.add(new Nudge(Stage.COACH, sheets, to));
            }
        });
        return List.copyOf(nudges);
    }

    /**
     * The coach who hosts it; otherwise the coaches whom the candidate has agreed to; otherwise the host, whoever that is. A host who
     * owes a sheet hears nothing, and neither does a coach with another part in the interview.
     */
    private List<Recipient> lookingAfter(Owed sheet) {
        Optional<Recipient> host = Optional.of(sheet.host())
                .filter(_ -> !sheet.hostOwes())
                .flatMap(this::reachable)
                .map(person -> new Recipient(person, Optional.empty()));
        if (host.filter(one -> one.person().role() == Role.COACH).isPresent()) {
            return host.stream().toList();
        }
        List<Recipient> coaches = coaches(sheet);
        return coaches.isEmpty() ? host.stream().toList() : coaches;
    }

    private List<Recipient> coaches(Owed sheet) {
        return sheet.candidate().stream()
                .flatMap(candidate -> followers.stream().filter(coach -> coach.sees(candidate, sheet.startedAt())))
                .filter(coach -> !sheet.seated().contains(coach.coach()))
                .flatMap(coach -> reachable(coach.coach())
                        .map(person -> Stream.of(new Recipient(person, Optional.of(coach.cohort()))))
                        .orElseGet(Stream::of))
                .collect(Collectors.toMap(
                        one -> one.person().id(), Function.identity(), (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private Optional<Person> reachable(PersonId id) {
        return Optional.ofNullable(people.get(id))
                .filter(person -> !person.suspended() && person.email().isPresent());
    }
}
