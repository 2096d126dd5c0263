package org.threeshift.core.interview;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Invitation.Opened;
import org.threeshift.core.people.Invitations;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Links by which somebody who took the candidate's chair without an account comes in again, on another device or after their browser
 * has forgotten them. Whoever has one is that guest: {@code docs/decisions/0043-everybody-in-their-calendar.md} says why its host makes it.
 */
@Service
public class ComingBack {
    /** Interviews of one guest that are looked at: whoever has more is no passer-by. */
    private static final int LOOKED_AT = 50;

    private final InterviewStates states;
    private final InterviewIndex index;
    private final Invitations invitations;
    private final People people;
    private final InstantSource time;

    ComingBack(
            InterviewStates states, InterviewIndex index, Invitations invitations, People people, InstantSource time) {
        this.states = states;
        this.index = index;
        this.invitations = invitations;
        this.people = people;
        this.time = time;
    }

    /** Whether somebody may make such a link: see {@link #link}. */
    public boolean offered(InterviewId interview, Person host) {
        return guest(interview, host).isPresent();
    }

    /**
     * A link for the guest on the candidate's chair, which ends the one before. Absent for everybody but the host, once the interview is
     * over, and for a guest who sits in another host's interview too, which is none of this one's business.
     */
    public Optional<Token> link(InterviewId interview, Person host) {
        return guest(interview, host)
                .flatMap(guest -> states.find(interview)
                        .map(known -> invitations.createBack(
                                interview.value(),
                                guest.id(),
                                Hosting.expiry(known.setup().startsAt(), time.instant()))));
    }

    /** Who comes in again by it; absent for every other link, once the interview is over, and once they have an account. */
    public Optional<Person> by(Token link) {
        return invitations.open(link) instanceof Opened.Valid(var invitation) && invitation.back()
                ? guest(new InterviewId(invitation.interviewId()))
                        .filter(guest -> invitation.usedBy().equals(Optional.of(guest.id())))
                : Optional.empty();
    }

    private Optional<Person> guest(InterviewId interview, Person host) {
        PersonId reader = host.id();
        return states.find(interview)
                .filter(known -> known.setup().host().equals(reader))
                .flatMap(_ -> guest(interview))
                .filter(guest -> index.all(guest.id(), Optional.empty(), LOOKED_AT).stream()
                        .allMatch(entry -> entry.hostId().equals(reader)));
    }

    private Optional<Person> guest(InterviewId interview) {
        return states.find(interview)
                .filter(ComingBack::isAhead)
                .flatMap(known -> known.setup().candidate())
                .flatMap(people::find)
                .filter(Person::guest);
    }

    /** Afterwards what they gave themselves and their scorecard are there: that is for nobody who may hold a link. */
    private static boolean isAhead(Known known) {
        return known instanceof Interview.Scheduled || known instanceof Interview.Live;
    }
}
