package org.threeshift.web.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.CandidateView;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Makes an interview's page out of the view that its reader may have. */
@Component
final class InterviewCards {
    private final InterviewViews views;
    private final People people;

    InterviewCards(InterviewViews views, People people) {
        this.views = views;
        this.people = people;
    }

    /** Absent for whoever has no part in the interview. */
    Optional<InterviewCard> find(InterviewId id, Person reader) {
        return views.forInterviewer(id, reader.id())
                .map(view -> card(view, reader))
                .or(() -> views.forCandidate(id, reader.id()).map(view -> card(view, reader)));
    }

    private InterviewCard card(InterviewerView view, Person reader) {
        Setup setup = view.setup();
        var everybody = new ArrayList<>(setup.interviewers());
        everybody.addAll(setup.watchers().keySet());
        setup.candidate().ifPresent(everybody::add);
        List<Person> known = people.namesOf(everybody);
        Map<PersonId, String> names = names(known);
        return new InterviewCard(
                view.id(),
                view.phase(),
                setup.kind(),
                view.seat(),
                setup.host().equals(reader.id()),
                setup.agenda().title(),
                setup.agenda().minutes(),
                setup.agenda().items().size(),
                setup.startsAt(),
                setup.zone(),
                setup.candidate()
                        .map(id -> names.getOrDefault(id, setup.invitee()))
                        .orElse(setup.invitee()),
                hostFirst(setup.host(), setup.interviewers(), names),
                Seats.of(setup.lead(), setup.interviewers(), setup.watchers(), known),
                setup.candidate().isEmpty(),
                known.stream()
                        .filter(person -> setup.candidate().equals(Optional.of(person.id())))
                        .anyMatch(Person::guest),
                setup.meetingLink(),
                view.cancelled(),
                view.noShow());
    }

    private InterviewCard card(CandidateView view, Person reader) {
        var opposite = new ArrayList<>(view.interviewers());
        opposite.addAll(view.watchers().keySet());
        List<Person> known = people.namesOf(opposite);
        Map<PersonId, String> names = names(known);
        return new InterviewCard(
                view.id(),
                view.phase(),
                view.kind(),
                Seat.CANDIDATE,
                false,
                view.roundTitle(),
                view.minutes(),
                view.questions(),
                view.startsAt(),
                view.zone(),
                reader.name(),
                hostFirst(view.host(), view.interviewers(), names),
                Seats.of(view.lead(), view.interviewers(), view.watchers(), known),
                false,
                reader.guest(),
                view.meetingLink(),
                view.cancelled(),
                view.noShow());
    }

    private static Map<PersonId, String> names(List<Person> known) {
        return known.stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private static List<String> hostFirst(PersonId host, Set<PersonId> interviewers, Map<PersonId, String> names) {
        return interviewers.stream()
                .sorted(Comparator.comparing((PersonId id) -> !id.equals(host))
                        .thenComparing(id -> names.getOrDefault(id, "")))
                .map(id -> names.getOrDefault(id, ""))
                .toList();
    }
}
