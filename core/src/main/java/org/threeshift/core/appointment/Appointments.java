package org.threeshift.core.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.people.PersonId;

/**
 * Takes people's time, or says who has none. Everything here is part of the caller's transaction where there is one, and takes
 * nothing back when it is refused: a caller can try another hour in the same transaction. Whoever asks for somebody's time waits
 * until nobody else is asking for it, so that whatever a caller checks after {@link #hold} stays so until it commits.
 */
@Service
public class Appointments {
    private final PostgresAppointments store;
    private final Ids ids;
    private final TransactionOperations transactions;

    Appointments(PostgresAppointments store, Ids ids, TransactionOperations transactions) {
        this.store = store;
        this.ids = ids;
        this.transactions = transactions;
    }

    /** Nobody else takes, moves or frees the time of these people until the caller's transaction ends. */
    public void hold(Collection<PersonId> people) {
        store.hold(people);
    }

    /**
     * Takes the time of all of them, or of nobody. What already has an appointment keeps it: asking again with the same is
     * answered with what stands.
     *
     * @param people at least one
     */
    public Taking take(Set<PersonId> people, Agreed when, What what) {
        return take(new Appointment(new AppointmentId(ids.next()), people, when, what, Optional.empty()));
    }

    /** As above, for an interview that is about to be set up: moving or calling off either does so to both. */
    public Taking take(Set<PersonId> people, Agreed when, What what, InterviewId interview) {
        return take(new Appointment(new AppointmentId(ids.next()), people, when, what, Optional.of(interview)));
    }

    /**
     * Takes the time of very many at once, which the caller {@link #hold holds} and knows to be free. Two statements, however many.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when somebody’s time is not free after all
     */
    public void takeAll(List<Appointment> wanted) {
        if (!wanted.isEmpty()) {
            store.addAll(wanted);
        }
    }

    private Taking take(Appointment wanted) {
        if (wanted.people().isEmpty()) {
            throw new IllegalArgumentException("An appointment is somebody's");
        }
        return together(() -> {
            store.hold(wanted.people());
            Optional<Appointment> standing = store.of(wanted.what());
            if (standing.isPresent()) {
                return new Taking.Taken(standing.get());
            }
            Set<PersonId> busy = store.busy(wanted.people(), wanted.agreed().span(), wanted.id());
            if (!busy.isEmpty()) {
                return new Taking.Busy(busy);
            }
            store.add(wanted);
            return new Taking.Taken(wanted);
        });
    }

    /** Moves an appointment of the same people to another time, which may overlap the one it has now. */
    public Taking move(AppointmentId id, Agreed when) {
        return together(() -> {
            store.holdThoseOf(id);
            Optional<Appointment> standing = store.find(id);
            if (standing.isEmpty()) {
                return new Taking.Gone();
            }
            Set<PersonId> busy = store.busy(standing.get().people(), when.span(), id);
            if (!busy.isEmpty()) {
                return new Taking.Busy(busy);
            }
            store.move(id, when);
            return new Taking.Taken(new Appointment(
                    id,
                    standing.get().people(),
                    when,
                    standing.get().what(),
                    standing.get().interview()));
        });
    }

    /** As it stands, and held as its people are until the caller's transaction ends. */
    public Optional<Appointment> held(AppointmentId id) {
        store.holdThoseOf(id);
        return store.find(id);
    }

    /** Who of its people has another appointment in a stretch of time. */
    public Set<PersonId> busy(Appointment appointment, Span span) {
        return store.busy(appointment.people(), span, appointment.id());
    }

    /**
     * Those that are ahead, a page at a time.
     *
     * @param after the last one of the page before; absent for the first page
     */
    public List<Appointment> ahead(Instant now, Optional<Appointment> after, int most) {
        return store.ahead(now, after, most);
    }

    /** Frees everybody's time. @return false when there was nothing to free */
    public boolean release(AppointmentId id) {
        return together(() -> {
            store.holdThoseOf(id);
            return store.remove(id);
        });
    }

    /** From now on whatever happens to the interview's time happens to the appointment. @return false when it is gone */
    public boolean becomes(AppointmentId id, InterviewId interview) {
        return store.join(id, interview);
    }

    public Optional<Appointment> of(What what) {
        return store.of(what);
    }

    /** What somebody has in a stretch of time, in its order. */
    public List<Appointment> of(PersonId person, Span within) {
        return store.of(person, within);
    }

    public Optional<Appointment> of(InterviewId interview) {
        return store.of(interview);
    }

    /** By whose rules alone an interview gets another hour; absent where its host decides. */
    public Optional<Refusal.Code> agreement(InterviewId interview) {
        return store.of(interview).map(Appointment::what).flatMap(what -> switch (what.kind()) {
            case PAIR -> Optional.of(Refusal.Code.HOUR_OF_PAIR);
            case BOOKING -> Optional.of(Refusal.Code.HOUR_BOOKED);
            case EVENT -> Optional.of(Refusal.Code.HOUR_OF_EVENT);
            case INTERVIEW -> Optional.empty();
        });
    }

    /** Before an interview's time or people change: nobody else changes their time until the caller's transaction ends. */
    public void hold(InterviewId interview) {
        hold(interview, Set.of());
    }

    /** @param others whose time it may take from then on */
    public void hold(InterviewId interview, Set<PersonId> others) {
        store.holdThoseOf(interview, others);
    }

    private <T> T together(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
