package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.InterviewIndex.Entry;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;

/** What every index of interviews does, fed through the service by one panel of two on one candidate. */
abstract class InterviewIndexContract {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private PersonId host = new PersonId(UUID.randomUUID());
    private PersonId other = host;
    private PersonId candidate = host;
    private Instant now = Scene.NOW;

    abstract InterviewLog log();

    abstract InterviewIndex index();

    /** Somebody whom the place of the log knows. */
    abstract PersonId person();

    @BeforeEach
    void people() {
        host = person();
        other = person();
        candidate = person();
    }

    @Test
    void nobody_finds_what_they_have_no_part_in() {
        scheduled(1);
        published();
        PersonId stranger = person();
        assertThat(index().upcoming(stranger)).isEmpty();
        assertThat(index().debriefing(stranger)).isEmpty();
        assertThat(index().cancelled(stranger, 9)).isEmpty();
        assertThat(index().published(stranger, Seat.CANDIDATE, 9)).isEmpty();
    }

    @Test
    void a_line_says_what_a_home_page_shows() {
        Instant inThreeHours = now.plus(Duration.ofHours(3));
        InterviewId id = scheduled(3);
        assertThat(index().upcoming(host))
                .containsExactly(new Entry(
                        id,
                        Phase.SCHEDULED,
                        Kind.PANEL,
                        Seat.INTERVIEWER,
                        true,
                        host,
                        Optional.of(candidate),
                        "Ada",
                        "Screen",
                        20,
                        inThreeHours,
                        BERLIN,
                        Optional.empty(),
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(index().upcoming(other))
                .extracting(Entry::seat, Entry::host)
                .containsExactly(inSeat(Seat.INTERVIEWER));
        assertThat(index().upcoming(candidate))
                .extracting(Entry::seat, Entry::host)
                .containsExactly(inSeat(Seat.CANDIDATE));
    }

    @Test
    void what_comes_next_stands_first_live_ones_too() {
        InterviewId later = scheduled(5);
        InterviewId sooner = scheduled(2);
        InterviewId running = scheduled(0);
        send(running, host, new Command.Start());
        over();
        assertThat(index().upcoming(candidate)).extracting(Entry::id).containsExactly(running, sooner, later);
        assertThat(index().upcoming(candidate)).extracting(Entry::phase).startsWith(Phase.LIVE, Phase.SCHEDULED);
    }

    @Test
    void what_is_owed_longest_stands_first() {
        InterviewId first = over();
        InterviewId second = over();
        published();
        assertThat(index().debriefing(host)).extracting(Entry::id).containsExactly(first, second);
        assertThat(index().debriefing(candidate)).extracting(Entry::id).containsExactly(first, second);
    }

    @Test
    void a_sheet_is_owed_from_the_end_until_it_is_locked_or_the_host_goes_on_without_it() {
        InterviewId id = scheduled(0);
        PersonId shadow = person();
        send(id, host, new Command.GiveSeat(shadow, Seat.SHADOW));
        assertThat(owed(host)).isZero();
        finish(id);
        Instant over = now;
        assertThat(index().debriefing(host)).extracting(Entry::owedSince).containsExactly(Optional.of(over));
        assertThat(index().debriefing(other)).extracting(Entry::owedSince).containsExactly(Optional.of(over));
        assertThat(owed(shadow) + owed(candidate)).isZero();
        lock(id, host);
        assertThat(List.of(owed(host), owed(other))).containsExactly(0, 1);
        send(id, host, new Command.CloseScoring());
        assertThat(index().debriefing(other)).extracting(Entry::owedSince).containsExactly(Optional.empty());
        assertThat(owed(other)).isZero();
    }

    /** Both ways of asking say the same. */
    private int owed(PersonId person) {
        int counted = index().owed(person);
        assertThat(index().all(person, Optional.empty(), 99).stream()
                        .filter(entry -> entry.owedSince().isPresent()))
                .hasSize(counted);
        return counted;
    }

    @Test
    void a_self_score_shows_to_an_interviewer_only_once_their_own_sheet_is_locked() {
        InterviewId id = over();
        send(id, candidate, selfScore());
        assertThat(index().debriefing(host))
                .extracting(Entry::sheetLocked, Entry::selfScored)
                .containsExactly(tuple(false, false));
        lock(id, host);
        assertThat(index().debriefing(host))
                .extracting(Entry::sheetLocked, Entry::selfScored)
                .containsExactly(tuple(true, true));
        assertThat(index().debriefing(other))
                .extracting(Entry::sheetLocked, Entry::selfScored)
                .containsExactly(tuple(false, false));
        assertThat(index().debriefing(candidate))
                .extracting(Entry::sheetLocked, Entry::selfScored)
                .containsExactly(tuple(false, true));
    }

    @Test
    void the_newest_scorecard_stands_first_and_lists_have_an_end() {
        List<InterviewId> ids = Stream.generate(this::published).limit(3).toList();
        assertThat(index().published(candidate, Seat.CANDIDATE, 2))
                .extracting(Entry::id)
                .containsExactly(ids.get(2), ids.get(1));
        assertThat(index().published(host, Seat.INTERVIEWER, 9))
                .extracting(Entry::id)
                .containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(index().published(host, Seat.CANDIDATE, 9)).isEmpty();
        assertThat(index().published(candidate, Seat.CANDIDATE, 1).getFirst().publishedAt())
                .isPresent();
    }

    @Test
    void whoever_shadowed_or_observed_finds_it_apart_from_what_they_held() {
        PersonId shadow = person();
        PersonId observer = person();
        InterviewId id = scheduled(0);
        send(id, host, new Command.GiveSeat(shadow, Seat.SHADOW));
        send(id, host, new Command.GiveSeat(observer, Seat.OBSERVER));
        assertThat(index().upcoming(shadow)).extracting(Entry::seat).containsExactly(Seat.SHADOW);
        publish(id);
        InterviewId other = published();
        assertThat(index().watched(shadow, 9))
                .extracting(Entry::id, Entry::seat)
                .containsExactly(tuple(id, Seat.SHADOW));
        assertThat(index().watched(observer, 9))
                .extracting(Entry::id, Entry::seat)
                .containsExactly(tuple(id, Seat.OBSERVER));
        assertThat(index().watched(shadow, 0)).isEmpty();
        assertThat(index().published(shadow, Seat.INTERVIEWER, 9)).isEmpty();
        assertThat(index().watched(host, 9)).isEmpty();
        assertThat(index().published(host, Seat.INTERVIEWER, 9))
                .extracting(Entry::id)
                .containsExactly(other, id);
    }

    @Test
    void everything_somebody_has_a_seat_in_is_one_list_in_pages() {
        send(scheduled(1), host, new Command.Cancel("Ill."));
        List<InterviewId> made = Stream.of(scheduled(2), over(), published())
                .sorted(Comparator.comparing(InterviewId::toString).reversed())
                .toList();
        List<Entry> all = index().all(candidate, Optional.empty(), 9);
        assertThat(all).hasSize(4).extracting(Entry::id).containsAll(made);
        assertThat(index().all(candidate, Optional.empty(), 2)).isEqualTo(all.subList(0, 2));
        assertThat(index().all(candidate, Optional.of(all.get(1).id()), 2)).isEqualTo(all.subList(2, 4));
        assertThat(index().all(candidate, Optional.of(all.get(3).id()), 2)).isEmpty();
        assertThat(index().all(person(), Optional.empty(), 9)).isEmpty();
    }

    @Test
    void what_was_called_off_and_what_nobody_came_to_are_one_list() {
        InterviewId off = scheduled(1);
        send(off, host, new Command.Cancel("Ill."));
        InterviewId absent = scheduled(0);
        now = now.plus(Duration.ofMinutes(10));
        send(absent, host, new Command.ReportNoShow(Absent.CANDIDATE));
        assertThat(index().cancelled(candidate, 9))
                .extracting(Entry::id, Entry::noShow)
                .containsExactly(tuple(absent, Optional.of(Absent.CANDIDATE)), tuple(off, Optional.empty()));
        assertThat(index().cancelled(candidate, 1)).extracting(Entry::id).containsExactly(absent);
        assertThat(index().upcoming(candidate)).isEmpty();
    }

    @Test
    void what_was_put_to_a_candidate_is_known_by_the_last_time() {
        over();
        over();
        Instant last = now;
        scheduled(0);
        String bank = Scene.AGENDA.bankId();
        assertThat(index().lastPosed(Set.of(candidate, host), Set.of(bank, "another-bank")))
                .containsExactly(new InterviewIndex.LastPosed(candidate, bank, "hire", last.minusSeconds(1)));
        assertThat(index().lastPosed(Set.of(candidate), Set.of("another-bank"))).isEmpty();
        assertThat(index().lastPosed(Set.of(host), Set.of(bank))).isEmpty();
    }

    private static Tuple inSeat(Seat seat) {
        return tuple(seat, false);
    }

    private InterviewId scheduled(int inHours) {
        var id = new InterviewId(UUID.randomUUID());
        send(
                id,
                host,
                new Command.Schedule(
                        Kind.PANEL,
                        Set.of(host, other),
                        Optional.of(candidate),
                        "Ada",
                        Scene.AGENDA,
                        now.plus(Duration.ofHours(inHours)),
                        BERLIN));
        return id;
    }

    private InterviewId over() {
        InterviewId id = scheduled(0);
        finish(id);
        return id;
    }

    private void finish(InterviewId id) {
        send(id, host, new Command.Start());
        send(id, host, new Command.Pose("hire"));
        send(id, host, new Command.Finish());
    }

    private InterviewId published() {
        InterviewId id = scheduled(0);
        publish(id);
        return id;
    }

    private void publish(InterviewId id) {
        finish(id);
        lock(id, host);
        lock(id, other);
        send(id, candidate, selfScore());
        send(id, host, new Command.Publish(false));
    }

    private void lock(InterviewId id, PersonId interviewer) {
        send(id, interviewer, new Command.Rate("hire", Shift.ACCOUNTABILITY, Level.FOUR));
        send(id, interviewer, new Command.NoteEvidence(new EvidenceId(UUID.randomUUID()), "hire", "Named the cost."));
        send(id, interviewer, new Command.LockSheet(Verdict.YES, "Good."));
    }

    private static Command selfScore() {
        return new Command.SelfScore(List.of(new SelfRating("hire", Shift.ACCOUNTABILITY, Level.NOT_OBSERVED)));
    }

    private void send(InterviewId id, PersonId actor, Command command) {
        now = now.plusSeconds(1);
        var sent = new Sent(UUID.randomUUID(), new By(actor, now), command);
        assertThat(new Interviews(log(), new LocalBell()).send(id, sent)).isInstanceOf(Outcome.Done.class);
    }
}
