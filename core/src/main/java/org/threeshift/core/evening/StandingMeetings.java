package org.threeshift.core.evening;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;

/** What becomes of the interviews of meetings that are planned: they are taken back, or stay and go where their evening goes. */
@Component
class StandingMeetings {
    private final PostgresMeetings meetings;
    private final Hosting hosting;
    private final InterviewStates states;
    private final Ids ids;

    StandingMeetings(PostgresMeetings meetings, Hosting hosting, InterviewStates states, Ids ids) {
        this.meetings = meetings;
        this.hosting = hosting;
        this.states = states;
        this.ids = ids;
    }

    /**
     * An evening before it is changed.
     *
     * @param heldOn to which questions each of its meetings is kept, by the first half
     */
    record Before(Evening evening, Map<InterviewId, Set<String>> heldOn) {
        Before {
            heldOn = Map.copyOf(heldOn);
        }

        private boolean lasts(Evening after) {
            return evening.shape().slotMinutes() == after.shape().slotMinutes();
        }
    }

    Before before(Evening evening) {
        return new Before(
                evening,
                meetings.limits(meetings.sittings(evening.id()).stream()
                        .map(Sitting::interview)
                        .toList()));
    }

    /**
     * Of these, those that are the same interview should the same two meet in the same slot of the changed evening: as long, and on
     * the same questions. What is held on others is another interview, as its host may have read the guides of these. One that
     * could not move with its evening before is planned anew.
     */
    List<Sitting> same(Before before, Evening after, EveningCards there, Collection<Sitting> standing) {
        List<Sitting> asLong = standing.stream()
                .filter(one -> before.lasts(after)
                        && one.span(before.evening())
                                .equals(before.evening().slot(one.meeting().slot())))
                .toList();
        Map<InterviewId, Agenda> agendas = new HashMap<>();
        states.find(asLong.stream().map(Sitting::interview).toList())
                .forEach((id, known) -> agendas.put(id, known.setup().agenda()));
        return asLong.stream()
                .filter(one -> one.meeting().slot() <= after.shape().slots()
                        && Optional.ofNullable(agendas.get(one.interview()))
                                .filter(agenda -> holds(agenda, one, before, there))
                                .isPresent())
                .toList();
    }

    private static boolean holds(Agenda agenda, Sitting sitting, Before before, EveningCards there) {
        return agenda.bankId().equals(there.bank().id())
                && agenda.bankVersion() == there.bank().version()
                && there.keeps(
                        sitting.meeting(),
                        before.heldOn().getOrDefault(sitting.interview(), Set.of()),
                        agenda.items().stream().map(AgendaItem::questionId).collect(Collectors.toSet()));
    }

    /** @return false when one of them has begun meanwhile */
    boolean takenBack(Collection<Sitting> sittings, String why, Instant now) {
        return sittings.stream()
                .allMatch(one -> hosting.callOffAsAgreed(one.interview(), ids.next(), by(one, now), why)
                        instanceof Outcome.Done);
    }

    /**
     * Moves them to their slots, in an order in which they make room for each other: of those that come later now, the last first.
     *
     * @return why one of them could not go; absent when all did
     */
    Optional<Refusal> moved(Collection<Sitting> sittings, Evening to, String why, Instant now) {
        return sittings.stream()
                .filter(one -> !one.startsAt().equals(Optional.of(start(one, to))))
                .sorted(Comparator.<Sitting>comparingInt(one -> later(one, to) ? 1 : -1)
                        .thenComparingInt(one -> later(one, to)
                                ? -one.meeting().slot()
                                : one.meeting().slot()))
                .map(one -> hosting.moveAsAgreed(
                        one.interview(),
                        ids.next(),
                        by(one, now),
                        new Command.MoveAsAgreed(start(one, to), to.agreed().zone(), why)))
                .flatMap(outcome ->
                        outcome instanceof Outcome.Refused(var refusal) ? Stream.of(refusal) : Stream.empty())
                .findFirst();
    }

    private static boolean later(Sitting sitting, Evening to) {
        return sitting.startsAt()
                .filter(start -> start.isBefore(start(sitting, to)))
                .isPresent();
    }

    private static Instant start(Sitting sitting, Evening evening) {
        return evening.slot(sitting.meeting().slot()).from();
    }

    private static By by(Sitting sitting, Instant now) {
        return new By(sitting.meeting().first(), now);
    }
}
