package org.threeshift.web.room;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.ComingBack;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Invited;
import org.threeshift.core.interview.Hosting.Joining;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Invitation.Opened;
import org.threeshift.core.people.Invitations;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.room.Door.Reason;

/** Finds out what a link leads to. Looking changes nothing: chat programs open links to show a preview. */
@Component
final class Doors {
    private final Invitations invitations;
    private final Hosting hosting;
    private final ComingBack comingBack;
    private final InterviewViews views;
    private final People people;

    Doors(Invitations invitations, Hosting hosting, ComingBack comingBack, InterviewViews views, People people) {
        this.invitations = invitations;
        this.hosting = hosting;
        this.comingBack = comingBack;
        this.views = views;
        this.people = people;
    }

    /** @param visitor absent when nobody is signed in */
    Door at(Token token, Optional<Person> visitor) {
        return switch (invitations.open(token)) {
            case Opened.Unknown() -> closed(Reason.UNKNOWN);
            case Opened.Expired(var invitation) ->
                new Door.Closed(
                        Reason.EXPIRED,
                        Optional.of(invitation).filter(one -> !one.back()).flatMap(one -> people.find(one.createdBy())),
                        Optional.empty());
            case Opened.Valid(var _) ->
                hosting.open(token).map(invited -> at(token, invited, visitor)).orElseGet(() -> closed(Reason.UNKNOWN));
        };
    }

    /** Takes the chair for somebody, and answers where they stand then. */
    Door enter(Token token, Person person) {
        return switch (hosting.join(token, person.id())) {
            case Joining.Joined(var interview) -> new Door.Entered(interview);
            case Joining.Expired() -> closed(Reason.EXPIRED);
            case Joining.Unknown() -> closed(Reason.UNKNOWN);
            // Somebody was quicker, or the interview went on meanwhile: look again.
            case Joining.Refused(var _) ->
                at(token, Optional.of(person)) instanceof Door.Closed closed ? closed : closed(Reason.TAKEN);
        };
    }

    private Door at(Token token, Invited invited, Optional<Person> visitor) {
        InterviewId interview = invited.interview();
        Optional<Person> host = people.find(invited.host());
        Optional<PersonId> asking = visitor.map(Person::id);
        if (asking.filter(person -> views.forInterviewer(interview, person).isPresent())
                .isPresent()) {
            return new Door.Closed(Reason.OWN, host, Optional.of(interview));
        }
        if (asking.filter(person -> views.forCandidate(interview, person).isPresent())
                .isPresent()) {
            return new Door.Entered(interview);
        }
        // Whoever is signed in as somebody else, its host above all, is not made another person by it.
        Optional<Person> back = visitor.isEmpty() ? comingBack.by(token) : Optional.empty();
        if (back.isPresent() && host.isPresent()) {
            return new Door.Back(invited, host.get(), back.get());
        }
        if (invited.usedBy().isPresent() && !invited.usedBy().equals(asking)) {
            return new Door.Closed(Reason.TAKEN, host, Optional.empty());
        }
        return switch (invited.phase()) {
            case SCHEDULED, LIVE -> new Door.Open(invited, host.orElseThrow());
            case CANCELLED -> new Door.Closed(Reason.CANCELLED, host, Optional.empty());
            case DEBRIEFING, PUBLISHED -> new Door.Closed(Reason.OVER, host, Optional.empty());
        };
    }

    private static Door.Closed closed(Reason reason) {
        return new Door.Closed(reason, Optional.empty(), Optional.empty());
    }
}
