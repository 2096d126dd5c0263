package org.threeshift.web.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.exchange.FairTime;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.web.demonstration.Booking.Ending;

class ScriptTest {
    private static final Rehearsal REHEARSAL = new Rehearsal();
    private static final Duration ONE_WEEK = Duration.ofDays(7);

    @Test
    void the_same_material_and_moment_give_the_same_script() {
        assertThat(all(new Rehearsal())).isEqualTo(all(REHEARSAL));
    }

    @Test
    void at_any_hour_of_the_week_nothing_done_lies_in_the_future() {
        for (Rehearsal rehearsal : everyFiveHoursOfAWeek()) {
            assertThat(all(rehearsal))
                    .allSatisfy(sent -> assertThat(sent.by().at())
                            .isBefore(rehearsal.times().now()));
        }
    }

    @Test
    void at_any_hour_of_the_week_nobody_is_asked_for_in_two_interviews_at_once() {
        for (Rehearsal rehearsal : everyFiveHoursOfAWeek()) {
            List<Sitting> sittings = rehearsal.material().plan().interviews().stream()
                    .filter(booking -> booking.days().isPresent())
                    .map(booking -> Sitting.of(rehearsal, booking))
                    .toList();
            for (Sitting one : sittings) {
                assertThat(sittings.stream().filter(one::clashesWith)).isEmpty();
            }
        }
    }

    @Test
    void at_any_hour_of_the_week_coach_and_candidate_can_begin_the_longest_exchange_within_the_first_half_hour() {
        Duration longEnough = Duration.ofMinutes(30 + FairTime.LONGEST);
        for (Rehearsal rehearsal : everyFiveHoursOfAWeek()) {
            Instant now = rehearsal.times().now();
            assertThat(rehearsal.material().plan().interviews().stream()
                            .filter(booking -> booking.end() == Ending.SCHEDULED || booking.end() == Ending.LIVE)
                            .filter(booking -> Stream.concat(
                                            Stream.of(booking.candidate()), booking.interviewers().stream())
                                    .anyMatch(Set.of("miriam", "nadia")::contains))
                            .map(rehearsal::start))
                    .isNotEmpty()
                    .allSatisfy(start -> assertThat(start).isAfter(now.plus(longEnough)));
        }
    }

    @Test
    void interviews_of_other_days_fall_into_working_hours() {
        for (Rehearsal rehearsal : everyFiveHoursOfAWeek()) {
            assertThat(rehearsal.material().plan().interviews().stream()
                            .filter(booking -> booking.days().isPresent()))
                    .allSatisfy(booking -> {
                        ZonedDateTime start = rehearsal.start(booking).atZone(rehearsal.zone(booking));
                        assertThat(start.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                        assertThat(start.getHour()).isBetween(9, 16);
                    });
        }
    }

    @Test
    void everything_that_can_be_judged_occurs() {
        List<Command> commands = all(REHEARSAL).stream().map(Sent::command).toList();
        assertThat(of(commands, Command.Rate.class).map(Command.Rate::level)).containsAll(EnumSet.allOf(Level.class));
        assertThat(of(commands, Command.JudgeTrap.class).map(Command.JudgeTrap::judgement))
                .containsAll(EnumSet.allOf(TrapJudgement.class));
        assertThat(of(commands, Command.JudgeProbe.class).map(Command.JudgeProbe::held))
                .contains(true, false);
        assertThat(of(commands, Command.Amend.class)).hasSize(4);
    }

    @Test
    void no_two_summaries_of_a_candidate_are_the_same() {
        REHEARSAL
                .material()
                .cast()
                .people()
                .keySet()
                .forEach(candidate -> assertThat(REHEARSAL.material().plan().interviews().stream()
                                .filter(booking -> booking.candidate().equals(candidate))
                                .flatMap(booking -> of(commands(booking), Command.LockSheet.class))
                                .map(Command.LockSheet::summary))
                        .doesNotHaveDuplicates());
    }

    @Test
    void no_two_interviewers_of_an_interview_note_the_same() {
        assertThat(REHEARSAL.material().plan().interviews())
                .allSatisfy(booking -> assertThat(of(commands(booking), Command.NoteEvidence.class)
                                .map(Command.NoteEvidence::text))
                        .doesNotHaveDuplicates());
    }

    @Test
    void the_live_interview_stands_in_its_third_question() {
        Booking live = booking(Ending.LIVE);
        List<Command> commands = commands(live);
        String third =
                REHEARSAL.bank().round(live.round()).orElseThrow().questions().get(2);
        assertThat(of(commands, Command.Pose.class).map(Command.Pose::questionId))
                .hasSize(3)
                .last()
                .isEqualTo(third);
        assertThat(of(commands, Command.CloseQuestion.class)).hasSize(2);
        assertThat(of(commands, Command.Rate.class)).hasSizeGreaterThan(3);
    }

    @Test
    void what_is_open_lacks_what_it_is_open_for() {
        assertThat(of(commands(booking(Ending.SHEET_OPEN)), Command.LockSheet.class))
                .isEmpty();
        assertThat(of(commands(booking(Ending.OTHER_SHEET_OPEN)), Command.LockSheet.class))
                .hasSize(1);
        assertThat(of(commands(booking(Ending.SELF_SCORE_OPEN)), Command.SelfScore.class))
                .isEmpty();
        List<Command> ready = commands(booking(Ending.READY));
        assertThat(of(ready, Command.LockSheet.class)).hasSize(1);
        assertThat(of(ready, Command.SelfScore.class)).hasSize(1);
        assertThat(of(ready, Command.Publish.class)).isEmpty();
    }

    @Test
    void a_panel_with_a_shadow_and_an_observer_waits_with_all_its_sheets_locked() {
        Booking watched = REHEARSAL.material().plan().interviews().stream()
                .filter(booking -> !booking.watchers().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(watched.end()).isEqualTo(Ending.READY);
        assertThat(watched.watchers()).containsValues(Seat.SHADOW, Seat.OBSERVER);
        assertThat(of(commands(watched), Command.LockSheet.class))
                .hasSize(watched.interviewers().size()
                        + watched.shadows().orElseThrow().size());
        assertThat(of(commands(watched), Command.Join.class).map(Command.Join::seat))
                .contains(Seat.SHADOW, Seat.OBSERVER);
    }

    private static Booking booking(Ending ending) {
        return REHEARSAL.material().plan().interviews().stream()
                .filter(booking -> booking.end() == ending && booking.watchers().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static List<Sent> all(Rehearsal rehearsal) {
        return rehearsal.material().plan().interviews().stream()
                .flatMap(booking -> rehearsal.script(booking).stream())
                .toList();
    }

    private static List<Command> commands(Booking booking) {
        return REHEARSAL.script(booking).stream().map(Sent::command).toList();
    }

    private static <T> Stream<T> of(List<Command> commands, Class<T> type) {
        return commands.stream().filter(type::isInstance).map(type::cast);
    }

    private static List<Rehearsal> everyFiveHoursOfAWeek() {
        Instant monday = Instant.parse("2026-03-16T00:00:10Z");
        return IntStream.range(0, (int) ONE_WEEK.toHours() / 5)
                .mapToObj(step -> new Rehearsal(monday.plus(Duration.ofHours(5L * step))))
                .toList();
    }

    private record Sitting(Booking booking, Instant start, Instant end, Set<PersonId> people) {
        static Sitting of(Rehearsal rehearsal, Booking booking) {
            Instant start = rehearsal.start(booking);
            int minutes = rehearsal.bank().round(booking.round()).orElseThrow().minutes();
            return new Sitting(
                    booking,
                    start,
                    start.plus(Duration.ofMinutes(minutes)),
                    Stream.of(
                                    Stream.of(booking.candidate()),
                                    booking.interviewers().stream(),
                                    booking.watchers().keySet().stream())
                            .flatMap(everybody -> everybody)
                            .map(rehearsal::person)
                            .collect(java.util.stream.Collectors.toUnmodifiableSet()));
        }

        boolean clashesWith(Sitting other) {
            return !booking.equals(other.booking)
                    && start.isBefore(other.end)
                    && other.start.isBefore(end)
                    && people.stream().anyMatch(other.people::contains);
        }
    }
}
