package org.threeshift.core.clocks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointment;
import org.threeshift.core.appointment.AppointmentId;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.InterviewTimes;
import org.threeshift.core.appointment.ZoneDatabase;

/**
 * Looks whether what people agreed on is still when they meant it, by what is known of the clocks of the world today, and moves what is
 * not. Each appointment is a transaction of its own, with its interview and what its people are told, so that any number of nodes may
 * be at it and one that ends in the middle leaves nothing half done. What was moved is as it should be, so that nothing moves twice.
 */
@Service
public class ChangedClocks {
    private static final Logger LOG = LoggerFactory.getLogger(ChangedClocks.class);
    private static final int PAGE = 500;

    private final Appointments appointments;
    private final InterviewTimes interviews;
    private final ZoneDatabase zones;
    private final PostgresZoneVersion versions;
    private final Moves moves;
    private final List<AgreedBeside> beside;
    private final TransactionOperations transactions;
    private final InstantSource time;

    ChangedClocks(
            Appointments appointments,
            InterviewTimes interviews,
            ZoneDatabase zones,
            PostgresZoneVersion versions,
            Moves moves,
            ObjectProvider<AgreedBeside> beside,
            TransactionOperations transactions,
            InstantSource time) {
        this.appointments = appointments;
        this.interviews = interviews;
        this.zones = zones;
        this.versions = versions;
        this.moves = moves;
        this.beside = beside.orderedStream().toList();
        this.transactions = transactions;
        this.time = time;
    }

    /** Does nothing on a node that knows less of the world's clocks than another one did: it would move everything back. */
    public void round() {
        Instant now = time.instant();
        String newest = versions.seen(zones.version(), now);
        if (!newest.equals(zones.version())) {
            LOG.warn(
                    "This node's zone database is {}, another one's {}: it moves no appointments",
                    zones.version(),
                    newest);
            return;
        }
        interviews.takeWhereFree(now);
        List<AppointmentId> waiting = astray(now);
        // What is in the way of one may have to move itself.
        for (int left = Integer.MAX_VALUE; !waiting.isEmpty() && waiting.size() < left; ) {
            left = waiting.size();
            waiting = waiting.stream().filter(id -> !settled(id, false)).toList();
        }
        waiting.forEach(id -> settled(id, true));
        beside.forEach(one -> one.follow(zones, now));
    }

    /** In an order in which those that follow each other make room for each other: of what comes later now, the last first. */
    private List<AppointmentId> astray(Instant now) {
        List<Shift> found = new ArrayList<>();
        Optional<Appointment> last = Optional.empty();
        List<Appointment> page;
        do {
            page = appointments.ahead(now, last, PAGE);
            for (Appointment appointment : page) {
                Agreed before = appointment.agreed();
                Agreed after = today(before);
                if (!after.equals(before)) {
                    found.add(new Shift(
                            appointment.id(),
                            before.span().from(),
                            after.span().from().isAfter(before.span().from())));
                }
                last = Optional.of(appointment);
            }
        } while (page.size() == PAGE);
        found.sort(Shift.ORDER);
        return found.stream().map(Shift::id).toList();
    }

    private record Shift(AppointmentId id, Instant start, boolean later) {
        private static final Comparator<Shift> ORDER = Comparator.comparing(Shift::later)
                .thenComparing((one, other) -> one.later()
                        ? other.start().compareTo(one.start())
                        : one.start().compareTo(other.start()));
    }

    private Agreed today(Agreed agreed) {
        return agreed.by(zones.rules(agreed.zone()));
    }

    /**
     * One that fails must not keep the others waiting.
     *
     * @param insist whether one that cannot move is to stay, and to be told so
     * @return whether nothing is left to do about it in this round
     */
    private boolean settled(AppointmentId id, boolean insist) {
        try {
            return !Thread.currentThread().isInterrupted()
                    && Boolean.TRUE.equals(transactions.execute(status -> settle(id, insist, status)));
        } catch (NonTransientDataAccessException | IllegalStateException e) {
            LOG.error("Appointment {} is looked at again in the next round", id, e);
            return true;
        }
    }

    /** As it stands once nobody else changes it. */
    private boolean settle(AppointmentId id, boolean insist, TransactionStatus status) {
        Instant now = time.instant();
        Optional<Appointment> held = appointments
                .held(id)
                .filter(appointment -> appointment.agreed().span().from().isAfter(now));
        if (held.isEmpty()) {
            return true;
        }
        Appointment appointment = held.get();
        Agreed before = appointment.agreed();
        Agreed wanted = today(before);
        if (wanted.equals(before)) {
            return true;
        }
        boolean passed = !wanted.span().from().isAfter(now);
        boolean taken = !appointments.busy(appointment, wanted.span()).isEmpty();
        if ((passed || taken) && !insist) {
            return false;
        }
        Agreed stays = Agreed.of(before.span(), before.zone(), zones.rules(before.zone()));
        Became became = passed ? Became.PASSED : taken ? Became.TAKEN : Became.of(before, wanted);
        if (!moves.make(appointment, passed || taken ? stays : wanted, became, now)) {
            status.setRollbackOnly();
        }
        return true;
    }
}
