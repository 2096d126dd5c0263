package org.threeshift.core.presence;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.PersonId;

/**
 * Who is here. Whoever has a part in an interview sees who else of it is, and nothing of what they do. Nobody is told that a
 * lease has run out: each browser learns it with its own next beat, so that no node has to keep watch over others' leases.
 */
@Service
public class Presence implements Attendances {
    /** Leases that nobody will ask for again. */
    private static final Duration OLD = Duration.ofHours(1);

    private static final long TOPIC = 0x7072_6573_656e_6365L;

    private final Leases leases;
    private final Bell bell;

    Presence(Leases leases, Bell bell) {
        this.leases = leases;
        this.bell = bell;
    }

    /** What rings when somebody came, or came back. It never rings for what anybody does in the interview. */
    public static UUID topic(InterviewId interview) {
        UUID id = interview.value();
        return new UUID(id.getMostSignificantBits() ^ TOPIC, id.getLeastSignificantBits());
    }

    /** A tab of somebody is here, and hears who else is, or has gone since when; absent for whoever has no part in the interview. One statement. */
    public Optional<List<Attendance>> beat(InterviewId interview, PersonId person, ConnectionId tab) {
        return leases.renew(interview, person, tab).map(before -> {
            if (!Attendance.isHere(person, before)) {
                bell.ring(topic(interview));
                leases.dropOlderThan(OLD);
            }
            return Attendance.in(before.renewed(person, tab));
        });
    }

    @Override
    public Map<InterviewId, List<Attendance>> of(Set<InterviewId> interviews) {
        Map<InterviewId, List<Attendance>> here = new HashMap<>();
        leases.of(interviews)
                .forEach((id, reading) -> here.put(
                        id,
                        Attendance.in(reading).stream()
                                .filter(one -> one.state() != Attendance.State.GONE)
                                .toList()));
        return here;
    }

    /** A tab closes. Its person is gone when no other tab of theirs is here and none comes back within seconds. */
    public void leave(InterviewId interview, PersonId person, ConnectionId tab) {
        leases.leave(interview, person, tab);
    }
}
