package org.threeshift.web.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.CandidateView;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.pairs.WaitingRoom;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.preparation.Preparations;
import org.threeshift.core.presence.Attendance;
import org.threeshift.core.presence.Attendances;
import org.threeshift.web.exchange.ExchangeCards;
import org.threeshift.web.host.Seats;

/** Finds the room that an address names, for its candidate only. */
@Component
final class Rooms {
    private final InterviewViews views;
    private final People people;
    private final ExchangeCards exchanges;
    private final Talks talks;
    private final Preparations preparations;
    private final Pairs pairs;
    private final WaitingRoom waitingRoom;
    private final Attendances attendances;
    private final InstantSource time;

    Rooms(
            InterviewViews views,
            People people,
            ExchangeCards exchanges,
            Talks talks,
            Preparations preparations,
            Pairs pairs,
            WaitingRoom waitingRoom,
            Attendances attendances,
            InstantSource time) {
        this.views = views;
        this.people = people;
        this.exchanges = exchanges;
        this.talks = talks;
        this.preparations = preparations;
        this.pairs = pairs;
        this.waitingRoom = waitingRoom;
        this.attendances = attendances;
        this.time = time;
    }

    /** @param changing see {@link Stage#of} */
    Optional<Room> find(String id, Person person, boolean changing) {
        return InterviewId.parse(id)
                .flatMap(interview -> views.forCandidate(interview, person.id()))
                .map(view -> room(view, person, changing));
    }

    boolean isInterviewer(String id, Person person) {
        return InterviewId.parse(id)
                .flatMap(interview -> views.forInterviewer(interview, person.id()))
                .isPresent();
    }

    /** What the candidate's stage looks like now; absent once the person has no part in the interview. */
    Optional<String> version(InterviewId interview, Person person) {
        return views.forCandidate(interview, person.id())
                .map(view -> StageVersion.of(
                        view,
                        present(view),
                        exchangeVersion(view, person) + talks.version(view, person),
                        time.instant()));
    }

    private Room room(CandidateView view, Person person, boolean changing) {
        Set<PersonId> opposite = new HashSet<>(view.interviewers());
        opposite.addAll(view.watchers().keySet());
        List<Person> known = people.namesOf(opposite);
        List<Person> interviewers = known.stream()
                .filter(somebody -> view.interviewers().contains(somebody.id()))
                .sorted(Comparator.comparing((Person somebody) -> !somebody.id().equals(view.host())))
                .toList();
        Instant now = time.instant();
        Optional<TalkCard> talk = talks.of(view, person, interviewers, now);
        Stage stage = Stage.of(
                view, changing, talk.filter(card -> card.debrief().open()).isPresent(), now);
        return new Room(
                view,
                stage,
                person,
                interviewers,
                Seats.of(view.lead(), view.interviewers(), view.watchers(), known),
                now,
                SelfScoreForm.saved(view),
                "",
                view.kind() == Kind.PEER ? exchanges.of(view.id(), person.id()) : Optional.empty(),
                talk,
                stage == Stage.PREPARING ? preparations.ofCandidate(view.id(), person) : Optional.empty(),
                stage == Stage.STOOD_UP
                        && (pairs.of(view.id(), person.id()).isPresent() || waitingRoom.waitedInVain(person.id())),
                present(view),
                stage == Stage.CANCELLED && pairs.of(view.id(), person.id()).isPresent());
    }

    /** Of interest until it begins: from then on the log tells. */
    private boolean present(CandidateView view) {
        return view.phase() == Phase.SCHEDULED
                && attendances.of(Set.of(view.id())).getOrDefault(view.id(), List.of()).stream()
                        .anyMatch(one -> one.state() == Attendance.State.HERE
                                && view.interviewers().contains(one.person()));
    }

    /** Only peers exchange. */
    private String exchangeVersion(CandidateView view, Person person) {
        return view.kind() == Kind.PEER ? exchanges.version(view.id(), person.id()) : "";
    }
}
