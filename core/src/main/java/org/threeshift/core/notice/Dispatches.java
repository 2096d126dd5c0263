package org.threeshift.core.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Attendance;
import org.threeshift.core.presence.Attendances;

/** Puts notices into words for the one whom they tell, as long as what they say is so. */
@Component
public class Dispatches {
    private final PostgresDue store;
    private final People people;
    private final Attendances attendances;
    private final InstantSource time;

    Dispatches(PostgresDue store, People people, Attendances attendances, InstantSource time) {
        this.store = store;
        this.people = people;
        this.attendances = attendances;
        this.time = time;
    }

    /**
     * The notice as it is now, for whoever carries it away some time after it was handed over. In the caller's transaction, until whose
     * end its interview stays as it is. Absent when it does not stand any more or is no news, and for somebody who is suspended.
     */
    public Optional<Dispatch> again(UUID notice) {
        return store.find(notice).flatMap(waiting -> of(waiting, time.instant()));
    }

    Optional<Dispatch> of(Waiting notice, Instant now) {
        List<Person> named = people.namesOf(Stream.concat(Stream.of(notice.to()), Naming.ids(notice.values()))
                .collect(Collectors.toUnmodifiableSet()));
        return named.stream()
                .filter(person -> person.id().equals(notice.to()) && !person.suspended())
                .findFirst()
                .filter(_ -> now.isBefore(notice.until()) && stands(notice))
                .map(to -> new Dispatch(
                        notice.id(),
                        notice.kind(),
                        to,
                        Wording.inWords(Naming.of(named).named(notice.values()), to.zone(), now),
                        notice.about(),
                        notice.link(),
                        notice.until()));
    }

    private boolean stands(Waiting notice) {
        return notice.about().isEmpty()
                || (store.standing(notice.about().get(), notice.to())
                                .filter(standing -> standing.bears(notice))
                                .isPresent()
                        && (notice.kind() != Kind.PARTNER_WAITING || missed(notice)));
    }

    /** Whether somebody is still there and the person is not. */
    private boolean missed(Waiting notice) {
        var interview = notice.about().orElseThrow();
        List<Attendance> here = attendances.of(Set.of(interview)).getOrDefault(interview, List.of());
        Set<PersonId> there = here.stream()
                .filter(one -> one.state() == Attendance.State.HERE)
                .map(Attendance::person)
                .collect(Collectors.toUnmodifiableSet());
        return !there.isEmpty() && !there.contains(notice.to());
    }
}
