package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.interview.model.Rehearsal.CANDIDATE;
import static org.threeshift.core.interview.model.Rehearsal.HOST;
import static org.threeshift.core.interview.model.Rehearsal.OBSERVER;
import static org.threeshift.core.interview.model.Rehearsal.SECOND;
import static org.threeshift.core.interview.model.Rehearsal.SHADOW;
import static org.threeshift.core.interview.model.Rehearsal.STRANGER;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;

class SeatingTest {
    private static final Optional<URI> LINK = Optional.of(URI.create("https://meet.example.org/ada"));

    @Test
    void an_interview_is_set_up_with_its_watchers_and_its_link() {
        Setup setup = setup(Rehearsal.unscheduled()
                .does(
                        HOST,
                        new Command.Schedule(
                                Kind.PANEL,
                                Set.of(HOST, SECOND),
                                Optional.of(CANDIDATE),
                                "Ada",
                                Rehearsal.AGENDA,
                                Rehearsal.START,
                                Rehearsal.BERLIN,
                                Map.of(SHADOW, Seat.SHADOW, OBSERVER, Seat.OBSERVER),
                                LINK)));
        assertThat(setup.watchers()).isEqualTo(Map.of(SHADOW, Seat.SHADOW, OBSERVER, Seat.OBSERVER));
        assertThat(setup.meetingLink()).isEqualTo(LINK);
        assertThat(setup.seat(HOST)).contains(Seat.INTERVIEWER);
        assertThat(setup.seat(CANDIDATE)).contains(Seat.CANDIDATE);
        assertThat(setup.seat(SHADOW)).contains(Seat.SHADOW);
        assertThat(setup.seat(STRANGER)).isEmpty();
    }

    @Test
    void a_panel_member_can_be_won_until_it_starts_and_a_watcher_also_later() {
        assertThat(setup(Rehearsal.scheduled().does(HOST, new Command.GiveSeat(STRANGER, Seat.INTERVIEWER)))
                        .interviewers())
                .containsExactlyInAnyOrder(HOST, SECOND, STRANGER);
        Rehearsal live = Rehearsal.posed().does(HOST, new Command.GiveSeat(SHADOW, Seat.SHADOW));
        assertThat(live.held().sheets()).containsKeys(HOST, SECOND, SHADOW);
        assertThat(live.ask(HOST, new Command.GiveSeat(SECOND, Seat.INTERVIEWER)))
                .isEqualTo(Decision.already());
    }

    @Test
    void a_shadow_who_will_score_after_all_counts_from_then_on() {
        Setup setup = setup(Rehearsal.watched().does(HOST, new Command.GiveSeat(SHADOW, Seat.INTERVIEWER)));
        assertThat(setup.isInterviewer(SHADOW)).isTrue();
        assertThat(setup.watchers()).containsOnlyKeys(OBSERVER);
    }

    @Test
    void nobody_but_a_panel_gets_another_interviewer() {
        Rehearsal alone = Rehearsal.unscheduled()
                .does(
                        HOST,
                        new Command.Schedule(
                                Kind.PEER,
                                Set.of(HOST),
                                Optional.of(CANDIDATE),
                                "Ada",
                                Rehearsal.AGENDA,
                                Rehearsal.START,
                                Rehearsal.BERLIN));
        assertThat(alone.ask(HOST, new Command.GiveSeat(SECOND, Seat.INTERVIEWER)))
                .isEqualTo(Decision.refused(Refusal.Code.PANEL_TOO_LARGE, "8"));
        assertThat(setup(alone.does(HOST, new Command.GiveSeat(SECOND, Seat.SHADOW)))
                        .isShadow(SECOND))
                .isTrue();
    }

    @Test
    void an_observer_has_no_sheet_and_a_shadow_has_one_that_does_not_count() {
        Rehearsal over = Rehearsal.scored(watchedAndPosed(), HOST, Rehearsal.HOSTS_NOTE);
        Rehearsal.scored(over, SECOND, Rehearsal.SECONDS_NOTE);
        Rehearsal.scored(over, SHADOW, new EvidenceId(new java.util.UUID(7, 3)));
        over.does(HOST, new Command.Finish());
        assertThat(over.held().sheets()).containsOnlyKeys(HOST, SECOND, SHADOW);
        assertThat(over.held().drafts()).isEqualTo(2);

        over.does(SHADOW, new Command.LockSheet(Verdict.NO, "Training."));
        assertThat(over.held().counting()).isEmpty();
        assertThat(over.held().drafts()).isEqualTo(2);
        over.does(HOST, new Command.LockSheet(Verdict.YES, "Good."))
                .does(SECOND, new Command.LockSheet(Verdict.YES, "Good."));
        assertThat(over.held().counting()).extracting(Sheet::interviewer).containsExactly(HOST, SECOND);
    }

    @Test
    void an_open_sheet_of_a_shadow_keeps_nobody_from_publishing() {
        Rehearsal over = Rehearsal.scored(watchedAndPosed(), HOST, Rehearsal.HOSTS_NOTE);
        Rehearsal.scored(over, SECOND, Rehearsal.SECONDS_NOTE)
                .does(HOST, new Command.Finish(), new Command.LockSheet(Verdict.YES, "Good."))
                .does(SECOND, new Command.LockSheet(Verdict.YES, "Good."))
                .does(HOST, new Command.Publish(true));
        assertThat(over.held()).isInstanceOf(Interview.Published.class);
    }

    @Test
    void a_shadow_who_goes_takes_sheet_and_heights_along() {
        Rehearsal posed = watchedAndPosed()
                .does(
                        SHADOW,
                        new Command.Rate("budget", Shift.TEAM, Level.TWO),
                        new Command.MarkHeight("budget", Shift.TEAM))
                .does(SECOND, new Command.MarkHeight("budget", Shift.TEAM));
        posed.does(HOST, new Command.WithdrawSeat(SHADOW));
        assertThat(posed.held().sheets()).containsOnlyKeys(HOST, SECOND);
        assertThat(posed.held().course().posed("budget").orElseThrow().heights())
                .extracting(Course.Height::by)
                .containsExactly(SECOND);

        posed.does(HOST, new Command.GiveSeat(SHADOW, Seat.SHADOW));
        assertThat(posed.held().sheet(SHADOW)).isEqualTo(Sheet.blank(SHADOW));
        assertThat(posed.play(SHADOW, new Command.MarkHeight("budget", Shift.TEAM)))
                .isEqualTo(Decision.happened(new InterviewEvent.HeightReached("budget", Shift.TEAM)));
    }

    @Test
    void a_shadow_who_only_watches_from_now_on_has_no_sheet_any_more() {
        Rehearsal posed = watchedAndPosed()
                .does(SHADOW, new Command.Rate("budget", Shift.TEAM, Level.TWO))
                .does(HOST, new Command.GiveSeat(SHADOW, Seat.OBSERVER));
        assertThat(posed.held().sheets()).doesNotContainKey(SHADOW);
        assertThat(posed.ask(SHADOW, new Command.Rate("budget", Shift.TEAM, Level.TWO)))
                .isEqualTo(Decision.refused(Refusal.Code.ONLY_INTERVIEWER));
    }

    @Test
    void whoever_is_off_has_no_part_in_it() {
        Rehearsal watched = Rehearsal.watched().does(HOST, new Command.WithdrawSeat(OBSERVER));
        assertThat(watched.ask(OBSERVER, new Command.Join(Seat.OBSERVER)))
                .isEqualTo(Decision.refused(Refusal.Code.NOT_FOUND));
        assertThat(watched.ask(HOST, new Command.WithdrawSeat(OBSERVER))).isEqualTo(Decision.already());
    }

    @Test
    void everybody_enters_on_their_own_seat_only() {
        Rehearsal watched = Rehearsal.watched().does(OBSERVER, new Command.Join(Seat.OBSERVER));
        assertThat(((Interview.Scheduled) watched.state()).here()).containsExactly(OBSERVER);
        assertThat(watched.ask(SHADOW, new Command.Join(Seat.OBSERVER)))
                .isEqualTo(Decision.refused(Refusal.Code.ONLY_INTERVIEWER));
        assertThat(watched.ask(SHADOW, new Command.Join(Seat.CANDIDATE)))
                .isEqualTo(Decision.refused(Refusal.Code.CANDIDATE_IS_INTERVIEWER));
    }

    @Test
    void the_host_moves_the_call_to_a_link_and_back_until_it_is_published() {
        Rehearsal scheduled = Rehearsal.scheduled().does(HOST, new Command.SetMeetingLink(LINK));
        assertThat(setup(scheduled).meetingLink()).isEqualTo(LINK);
        assertThat(scheduled.ask(HOST, new Command.SetMeetingLink(LINK))).isEqualTo(Decision.already());
        scheduled.does(HOST, new Command.SetMeetingLink(Optional.empty()));
        assertThat(setup(scheduled).meetingLink()).isEmpty();
        assertThat(Rehearsal.published().ask(HOST, new Command.SetMeetingLink(LINK)))
                .isEqualTo(Decision.refused(Refusal.Code.PUBLISHED));
    }

    private static Rehearsal watchedAndPosed() {
        return Rehearsal.watched().does(HOST, new Command.Start(), new Command.Pose("budget"));
    }

    private static Setup setup(Rehearsal rehearsal) {
        return ((Interview.Known) rehearsal.state()).setup();
    }
}
