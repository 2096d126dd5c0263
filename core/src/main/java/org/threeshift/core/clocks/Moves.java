package org.threeshift.core.clocks;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointment;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.Taking;
import org.threeshift.core.appointment.What;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.PersonId;

/** Moves an appointment with what hangs on it, and tells its people, in the caller's transaction. */
@Component
class Moves {
    private final Appointments appointments;
    private final Hosting hosting;
    private final InterviewStates states;
    private final Notices notices;
    private final Ids ids;

    Moves(Appointments appointments, Hosting hosting, InterviewStates states, Notices notices, Ids ids) {
        this.appointments = appointments;
        this.hosting = hosting;
        this.states = states;
        this.notices = notices;
        this.ids = ids;
    }

    /**
     * Also to the moment at which it is: calendars that knew it by its wall clock have to learn what that shows.
     *
     * @return false when that cannot be; the caller then rolls back
     */
    boolean make(Appointment appointment, Agreed to, Became became, Instant now) {
        Optional<Interview.Known> interview = appointment.interview().flatMap(states::find);
        UUID event = ids.next();
        if (interview.isPresent()) {
            // Its appointment follows it.
            InterviewId id = appointment.interview().orElseThrow();
            Setup setup = interview.get().setup();
            var move = new Command.MoveAsAgreed(
                    to.span().from(), to.zone(), Words.sentence("reason", Words.place(to.zone())));
            var by = new Command.By(setup.host(), now);
            if (!(hosting.moveAsAgreed(id, event, by, move) instanceof Outcome.Done)) {
                return false;
            }
        } else if (!(appointments.move(appointment.id(), to) instanceof Taking.Taken)) {
            return false;
        }
        // Whoever is asked to an evening is told of it as a whole, unless a meeting stays behind.
        if (appointment.what().kind() != What.Kind.EVENT || !became.moves()) {
            Set<PersonId> told = interview.map(known -> known.setup().seated()).orElse(appointment.people());
            told.forEach(person -> tell(person, appointment, interview, event, to, became, now));
        }
        return true;
    }

    /** The key is the one by which people are told of a move otherwise, so that they are told once. */
    private void tell(
            PersonId person,
            Appointment appointment,
            Optional<Interview.Known> interview,
            UUID event,
            Agreed to,
            Became became,
            Instant now) {
        Agreed before = appointment.agreed();
        notices.post(new Notice(
                "changed:" + event,
                Kind.CLOCKS_CHANGED,
                person,
                Map.of(
                        "other",
                        interview
                                .map(known -> opposite(known.setup(), person))
                                .orElseGet(() -> opposite(appointment, person)),
                        "round",
                        interview
                                .map(known -> known.setup().agenda().title())
                                .orElseGet(() -> Words.sentence("no-round")),
                        "at",
                        to.span().from().toString(),
                        "place",
                        Words.place(to.zone()),
                        "how",
                        Words.sentence(became.key(), Words.clock(before.wallClock()), Words.clock(to.wallClock()))),
                interview.isPresent() ? appointment.interview() : Optional.empty(),
                page(appointment),
                now,
                to.span().until()));
    }

    private static String opposite(Setup setup, PersonId person) {
        return setup.isCandidate(person)
                ? setup.host().toString()
                : setup.candidate().map(PersonId::toString).orElse(setup.invitee());
    }

    private static String opposite(Appointment appointment, PersonId person) {
        return appointment.people().stream()
                .filter(one -> !one.equals(person))
                .map(PersonId::toString)
                .findFirst()
                .orElse(person.toString());
    }

    private static String page(Appointment appointment) {
        What what = appointment.what();
        return switch (what.kind()) {
            case PAIR -> "/practice/pairs/" + what.id();
            case BOOKING -> "/bookings/" + what.id();
            case EVENT, INTERVIEW ->
                appointment.interview().map(id -> "/interviews/" + id).orElse("/interviews");
        };
    }
}
