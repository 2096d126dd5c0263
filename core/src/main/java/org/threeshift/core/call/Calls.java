package org.threeshift.core.call;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threeshift.core.call.CallStore.Kept;
import org.threeshift.core.call.CallStore.Seat;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.PersonId;

/**
 * The calls of interviews. A page that comes in holds a place as long as it says so often enough; pages pass each other
 * signals, on whichever nodes they are. Whoever loses their part in the interview loses their place. Nothing of it is in an
 * interview's log.
 */
@Service
public class Calls {
    /** How long a silent page keeps its place. */
    public static final Duration LEASE = Duration.ofSeconds(25);
    /** How long people may go on talking once the scorecard is there: longer than any debrief. */
    public static final Duration AFTER_PUBLICATION = Duration.ofHours(3);
    /** Most people in one call. */
    public static final int PLACES = CallStore.PLACES;
    /** Most signals that one page sends in {@link #COUNTED_OVER}: three others, each found anew several times. */
    public static final int SIGNALS = 300;

    static final Duration COUNTED_OVER = Duration.ofSeconds(10);
    /** How long a signal waits for a receiver whose line is being restored. */
    static final Duration WAITS = Duration.ofMinutes(1);

    private final CallStore store;
    private final InterviewStates interviews;
    private final Bell bell;
    private final Ids ids;
    private final InstantSource time;

    Calls(CallStore store, InterviewStates interviews, Bell bell, Ids ids, InstantSource time) {
        this.store = store;
        this.interviews = interviews;
        this.bell = bell;
        this.ids = ids;
        this.time = time;
    }

    /**
     * Takes a place for a page of somebody. One is kept for the candidate and one for the lead: however many watch, those two
     * can talk.
     *
     * @param again the place's name that the page had before it was forgotten; the page keeps it if nobody else has it, so
     *     that the ways it has found to others stay good
     */
    public Entering enter(InterviewId interview, PersonId person, Optional<ConnectionId> again) {
        return switch (watch(interview, person)) {
            case Sight.Out(Gone why) ->
                switch (why) {
                    case CLOSED -> new Entering.Closed();
                    case MOVED -> new Entering.Moved();
                    case NOT_THERE, ELSEWHERE, LAPSED -> new Entering.NotThere();
                };
            case Sight.Here _ -> {
                Kept kept = interviews
                        .find(interview)
                        .map(known -> kept(known.setup(), person))
                        .orElse(Kept.NONE);
                Optional<Entering> in = Stream.concat(again.stream(), Stream.of(new ConnectionId(ids.next())))
                        .map(connection -> new Seat(interview, connection, person))
                        .filter(seat -> store.enter(seat, kept, LEASE))
                        .<Entering>map(seat -> new Entering.In(seat.connection()))
                        .findFirst();
                in.ifPresent(_ -> bell.ring(topic(interview)));
                yield in.orElseGet(Entering.Full::new);
            }
        };
    }

    /** What somebody sees who is not in, or not yet. */
    public Sight watch(InterviewId interview, PersonId person) {
        return interviews
                .find(interview)
                .map(known -> watch(interview, known, person))
                .orElseGet(() -> new Sight.Out(Gone.NOT_THERE));
    }

    private Sight watch(InterviewId interview, Interview.Known known, PersonId person) {
        List<Caller> callers = callers(interview, known);
        return switch (Standing.of(known, person, time.instant())) {
            case NO_PART -> new Sight.Out(Gone.NOT_THERE);
            case CLOSED -> new Sight.Out(Gone.CLOSED);
            case MEETS_ELSEWHERE -> new Sight.Out(Gone.MOVED);
            case MAY_JOIN -> new Sight.Here(callers, known.setup().seated(), List.of());
        };
    }

    /** Whoever is in and has no right to be there any more is put out. */
    private List<Caller> callers(InterviewId interview, Interview.Known known) {
        List<Caller> all = store.callers(interview);
        List<Caller> staying = all.stream()
                .filter(caller -> Standing.of(known, caller.person(), time.instant()) == Standing.MAY_JOIN)
                .toList();
        if (staying.size() < all.size()) {
            all.stream()
                    .filter(caller -> !staying.contains(caller))
                    .forEach(caller -> store.leave(new Seat(interview, caller.connection(), caller.person())));
            bell.ring(topic(interview));
        }
        return staying;
    }

    /** @param after the last signal that the page has, 0 for none */
    public Sight look(InterviewId interview, PersonId person, ConnectionId connection, long after) {
        return switch (watch(interview, person)) {
            case Sight.Out out -> out;
            case Sight.Here(var callers, var seated, var _) ->
                callers.contains(new Caller(connection, person))
                        ? new Sight.Here(callers, seated, store.signals(connection, after))
                        : new Sight.Out(away(callers, person));
        };
    }

    /**
     * Sends signals, and lets the page keep its place: also with no signal at all.
     *
     * @param letters those to pages that have left are dropped
     */
    public Sending send(InterviewId interview, PersonId person, ConnectionId from, List<Letter> letters) {
        if (letters.stream().anyMatch(letter -> !fits(letter.body()))) {
            return new Sending.TooLong();
        }
        Sight sight = watch(interview, person);
        if (!(sight instanceof Sight.Here(var callers, var _, var _))) {
            return new Sending.Out(((Sight.Out) sight).why());
        }
        var seat = new Seat(interview, from, person);
        var counted = store.renew(seat, letters.size(), COUNTED_OVER, LEASE);
        if (counted.isEmpty()) {
            return new Sending.Out(away(callers, person));
        }
        if (counted.getAsInt() > SIGNALS) {
            return new Sending.TooMany();
        }
        boolean all = true;
        Set<ConnectionId> receivers = new LinkedHashSet<>();
        for (Letter letter : letters) {
            if (store.post(seat, letter)) {
                receivers.add(letter.to());
            } else {
                all &= callers.stream().noneMatch(caller -> caller.connection().equals(letter.to()));
            }
        }
        receivers.forEach(receiver -> bell.ring(receiver.value()));
        return all ? new Sending.Sent() : new Sending.TooMany();
    }

    public void leave(InterviewId interview, PersonId person, ConnectionId connection) {
        if (store.leave(new Seat(interview, connection, person))) {
            bell.ring(topic(interview));
        }
    }

    /**
     * Calls back whenever a look may show something else: for a page that is in, or one that only watches. Also when something
     * happens in the interview, which may have cost somebody their part in it.
     */
    public Bell.Listening listen(InterviewId interview, Optional<ConnectionId> connection, Runnable listener) {
        List<Bell.Listening> all = Stream.concat(
                        Stream.of(topic(interview), interview.value()), connection.map(ConnectionId::value).stream())
                .map(topic -> bell.listen(topic, listener))
                .toList();
        return () -> all.forEach(Bell.Listening::close);
    }

    /** Ends what is over. Some node should ask for it every few seconds; several may. */
    public void sweep() {
        store.sweep(WAITS).forEach(interview -> bell.ring(topic(interview)));
    }

    private static Kept kept(Setup setup, PersonId person) {
        if (setup.isCandidate(person) || setup.isLead(person)) {
            return Kept.NONE;
        }
        return new Kept(
                2,
                Stream.concat(Stream.of(setup.lead()), setup.candidate().stream())
                        .collect(Collectors.toSet()));
    }

    private static Gone away(List<Caller> callers, PersonId person) {
        return callers.stream().anyMatch(caller -> caller.person().equals(person)) ? Gone.ELSEWHERE : Gone.LAPSED;
    }

    private static boolean fits(String body) {
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        return bytes > 0 && bytes <= Signal.BYTES;
    }

    /** Another one than the interview's own: what happens in a call wakes nobody who follows the interview. */
    private static UUID topic(InterviewId interview) {
        return UUID.nameUUIDFromBytes(("call " + interview).getBytes(StandardCharsets.UTF_8));
    }
}
