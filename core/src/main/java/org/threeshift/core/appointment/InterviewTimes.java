package org.threeshift.core.appointment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.appointment.PostgresInterviewTimes.Ahead;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Timekeeping;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.PersonId;

/**
 * Lets the appointments of interviews be what these are: as long as they, at the same time, and free again once they are over. One that
 * somebody plans by hand takes the time of everybody who sits in a chair; whoever only watches can leave, and so gives none.
 */
@Service
public class InterviewTimes implements Timekeeping {
    private final Appointments appointments;
    private final PostgresAppointments store;
    private final PostgresInterviewTimes interviews;
    private final WhoIsBusy whoIsBusy;
    private final ZoneDatabase zones;
    private final Ids ids;
    private final TransactionOperations transactions;

    InterviewTimes(
            Appointments appointments,
            PostgresAppointments store,
            PostgresInterviewTimes interviews,
            WhoIsBusy whoIsBusy,
            ZoneDatabase zones,
            Ids ids,
            TransactionOperations transactions) {
        this.appointments = appointments;
        this.store = store;
        this.interviews = interviews;
        this.whoIsBusy = whoIsBusy;
        this.zones = zones;
        this.ids = ids;
        this.transactions = transactions;
    }

    @Override
    public Optional<Refusal.Code> agreement(InterviewId interview) {
        return appointments.agreement(interview);
    }

    @Override
    public Optional<Refusal> take(Planned planned) {
        Set<PersonId> here = store.hold(planned.people());
        boolean takes = planned.length().isPositive()
                && store.of(planned.interview()).isEmpty()
                && !interviews.stands(planned.interview());
        if (!takes || here.isEmpty()) {
            return Optional.empty();
        }
        Agreed agreed = agreed(Span.of(planned.from(), planned.length()), planned.zone());
        return take(planned.interview(), here, agreed, planned.host());
    }

    private Optional<Refusal> take(InterviewId interview, Set<PersonId> people, Agreed agreed, PersonId reader) {
        var wanted =
                new Appointment(new AppointmentId(ids.next()), people, agreed, what(interview), Optional.of(interview));
        Set<PersonId> busy = appointments.busy(wanted, agreed.span());
        if (!busy.isEmpty()) {
            return Optional.of(whoIsBusy.refusal(busy, reader));
        }
        store.add(wanted);
        return Optional.empty();
    }

    @Override
    public void release(InterviewId interview) {
        store.of(what(interview)).ifPresent(taken -> store.remove(taken.id()));
    }

    @Override
    public void hold(InterviewId interview, Set<PersonId> newcomers) {
        appointments.hold(interview, newcomers);
    }

    @Override
    public Optional<Refusal> follow(Change change) {
        Optional<Appointment> own = store.of(change.interview());
        return switch (change.after()) {
            case Interview.Cancelled off -> {
                own.ifPresentOrElse(
                        appointment -> store.remove(appointment.id()),
                        () -> endsWithSecond(change.interview(), off.at()));
                yield Optional.empty();
            }
            case Interview.Debriefing over -> ended(change.interview(), own, over.finishedAt());
            case Interview.Published over -> ended(change.interview(), own, over.finishedAt());
            case Interview.Scheduled _, Interview.Live _ ->
                own.map(appointment -> goesOn(appointment, change))
                        .orElseGet(() -> moved(change) ? anew(change) : Optional.empty());
        };
    }

    private Optional<Refusal> ended(InterviewId interview, Optional<Appointment> own, Instant at) {
        own.filter(_ -> !interviews.secondHalfComes(interview)).ifPresent(appointment -> end(appointment, at));
        if (own.isEmpty()) {
            endsWithSecond(interview, at);
        }
        return Optional.empty();
    }

    private void endsWithSecond(InterviewId second, Instant at) {
        store.ofFirstHalf(second).ifPresent(appointment -> end(appointment, at));
    }

    @Override
    public void endsWithFirst(InterviewId first, Interview.Known now) {
        if (now instanceof Interview.Debriefing || now instanceof Interview.Published) {
            Instant at = now instanceof Interview.Debriefing over
                    ? over.finishedAt()
                    : ((Interview.Published) now).finishedAt();
            ended(first, store.of(first), at);
        }
    }

    /** What is over before its hour has taken no time at all. */
    private void end(Appointment appointment, Instant at) {
        Instant until = at.truncatedTo(ChronoUnit.MICROS);
        Span span = appointment.agreed().span();
        if (!until.isAfter(span.from())) {
            store.remove(appointment.id());
        } else if (until.isBefore(span.until())) {
            store.end(appointment.id(), until);
        }
    }

    private Optional<Refusal> goesOn(Appointment appointment, Change change) {
        Setup setup = change.after().setup();
        Agreed wanted = moved(change)
                ? agreed(Span.of(setup.startsAt(), appointment.agreed().span().length()), setup.zone())
                : appointment.agreed();
        if (!wanted.equals(appointment.agreed())
                && appointments.move(appointment.id(), wanted) instanceof Taking.Busy(var whom)) {
            return Optional.of(whoIsBusy.refusal(whom, actor(change)));
        }
        return appointment.what().kind() == What.Kind.INTERVIEW
                ? seated(appointment, wanted.span(), change)
                : Optional.empty();
    }

    /**
     * Whoever is put in a chair must have the time. Who comes of their own accord has come, and is kept out by nothing: their time is
     * taken if it is free.
     */
    private Optional<Refusal> seated(Appointment appointment, Span span, Change change) {
        Set<PersonId> sat = change.before() instanceof Interview.Known known ? chairs(known.setup()) : Set.of();
        Setup setup = change.after().setup();
        Set<PersonId> newcomers = chairs(setup);
        newcomers.removeAll(appointment.people());
        // Who is erased keeps a chair in the log, and gives no time.
        for (PersonId person : newcomers.isEmpty() ? newcomers : store.hold(newcomers)) {
            if (store.busy(Set.of(person), span, appointment.id()).isEmpty()) {
                store.join(appointment.id(), person);
            } else if (setup.isInterviewer(person) && !sat.contains(person)) {
                return Optional.of(whoIsBusy.refusal(Set.of(person), actor(change)));
            }
        }
        return Optional.empty();
    }

    /** Of an interview that had no appointment so far, or was the second half of an exchange, which ends with that. */
    private Optional<Refusal> anew(Change change) {
        endsWithSecond(change.interview(), change.events().getLast().at());
        Setup setup = change.after().setup();
        Set<PersonId> here = store.hold(chairs(setup));
        Span span = Span.of(setup.startsAt(), interviews.length(change.interview()));
        return here.isEmpty()
                ? Optional.empty()
                : take(change.interview(), here, agreed(span, setup.zone()), actor(change));
    }

    /**
     * Takes the time of those who have agreed on interviews that are ahead and have no appointment: set up before there were any for
     * them, or by an import. Whoever has another one keeps that.
     */
    public void takeWhereFree(Instant now) {
        interviews
                .without(now)
                .forEach(interview -> transactions.executeWithoutResult(_ -> takeWhereFree(interview, now)));
    }

    private void takeWhereFree(InterviewId interview, Instant now) {
        appointments.hold(interview);
        interviews.ahead(interview, now).ifPresent(ahead -> take(interview, ahead));
    }

    private void take(InterviewId interview, Ahead ahead) {
        Agreed agreed = agreed(ahead.span(), ahead.zone());
        var id = new AppointmentId(ids.next());
        Set<PersonId> free = new HashSet<>(ahead.people());
        free.removeAll(store.busy(free, agreed.span(), id));
        if (!free.isEmpty()) {
            store.add(new Appointment(id, free, agreed, what(interview), Optional.of(interview)));
        }
    }

    private Agreed agreed(Span span, ZoneId zone) {
        return Agreed.of(span, zone, zones.rules(zone));
    }

    private static What what(InterviewId interview) {
        return new What(What.Kind.INTERVIEW, interview.value());
    }

    private static boolean moved(Change change) {
        return change.events().stream().anyMatch(recorded -> recorded.event() instanceof InterviewEvent.Rescheduled);
    }

    private static PersonId actor(Change change) {
        return change.events().getLast().actor();
    }

    private static Set<PersonId> chairs(Setup setup) {
        Set<PersonId> chairs = new HashSet<>(setup.interviewers());
        setup.candidate().ifPresent(chairs::add);
        return chairs;
    }
}
