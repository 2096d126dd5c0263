package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Plays;
import org.threeshift.core.interview.model.Plays.Play;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.Rehearsal;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;

class ReplayTest {
    private final InterviewLog log = new InMemoryInterviewLog();
    private final People people =
            People.inMemory(new Ids(InstantSource.fixed(Scene.NOW), new Random(3)), InstantSource.fixed(Scene.NOW));
    private final ReplayCommand command = new ReplayCommand(log, people, List.of());
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();

    @Test
    void a_published_interview_is_told_event_by_event_with_the_state_after_each() throws IOException {
        Rehearsal published = Rehearsal.published();
        published.play(
                Rehearsal.HOST, new Command.Amend(new Amendment.OfVerdict(Verdict.STRONG_YES), "On reflection."));
        assertThat(replay(published.id(), published.log())).isZero();
        String host = Rehearsal.HOST.toString();
        assertThat(out.toString().lines())
                .startsWith("Interview " + published.id() + ": 19 events")
                .contains(
                        "4 · 2026-03-01T10:00:00Z · %s · started · {}".formatted(host),
                        "    = live, on the table: nothing, posed: nothing",
                        "5 · 2026-03-01T10:00:00Z · %s · question-posed · {\"questionId\":\"budget\"}".formatted(host),
                        "    = live, on the table: budget, posed: budget",
                        "    = sheet of %s: budget/STRATEGY=4, no notes".formatted(host),
                        "    = debriefing since 2026-03-01T10:00:00Z, sheets locked: 1 of 2",
                        "    = self-score: budget/STRATEGY=4, budget/TEAM=NOT_OBSERVED",
                        "    = published at 2026-03-01T10:00:00Z",
                        "In the end")
                .endsWith(
                        "    = sheet of %s: budget/STRATEGY=4, budget/TEAM=NOT_OBSERVED, budget/freeze=AVOIDED, one note, locked 2026-03-01T10:00:00Z, verdict STRONG_YES, one amendment"
                                .formatted(host),
                        "    = sheet of %s: budget/STRATEGY=4, budget/TEAM=NOT_OBSERVED, budget/freeze=AVOIDED, one note, locked 2026-03-01T10:00:00Z, verdict NO"
                                .formatted(Rehearsal.SECOND),
                        "    = self-score: budget/STRATEGY=4, budget/TEAM=NOT_OBSERVED");
        assertThat(errors).isEmpty();
    }

    @Test
    void what_stands_on_a_published_interview_comes_last_and_after_no_other() throws IOException {
        Afterword afterword = (_, published) -> List.of("stands until " + published.publishedAt());
        var told = new ReplayCommand(log, people, List.of(afterword));
        Rehearsal published = Rehearsal.published();
        replay(published.id(), published.log());
        assertThat(out).doesNotContain("stands until");

        told.replay(published.id().toString(), out, errors);

        assertThat(out.toString().lines()).endsWith("    = stands until 2026-03-01T10:00:00Z");
        assertThat(out.toString().lines().filter(line -> line.contains("stands until")))
                .hasSize(1);
    }

    @Test
    void a_debrief_is_told_step_by_step_to_its_sentence() throws IOException {
        Rehearsal talking = Rehearsal.talking();
        talking.play(Rehearsal.SECOND, new Command.MoveDebrief(1));
        talking.play(Rehearsal.CANDIDATE, new Command.WordSentence("Say what it costs."));
        talking.play(Rehearsal.CANDIDATE, new Command.ConfirmSentence(1));
        talking.play(Rehearsal.HOST, new Command.ConfirmSentence(1));
        assertThat(replay(talking.id(), talking.log())).isZero();
        String candidate = Rehearsal.CANDIDATE.toString();
        String worded = "; wording 1 by %s, \"Say what it costs.\", confirmed by ".formatted(candidate);
        String both = String.join(
                ", ",
                java.util.stream.Stream.of(Rehearsal.HOST.toString(), candidate)
                        .sorted()
                        .toList());
        assertThat(out.toString().lines())
                .contains(
                        "    = debrief, open: gap 1 of 1, budget/STRATEGY, 3 apart, INTERVIEWERS; nothing worded",
                        "    = debrief, open: the joint sentence; nothing worded",
                        "    = debrief, open: the joint sentence" + worded + "nobody",
                        "    = debrief, open: the joint sentence" + worded + candidate,
                        "    = debrief, open: the joint sentence" + worded + both)
                .endsWith("    = debrief, over: the joint sentence" + worded + both);
    }

    @Test
    void people_are_called_by_their_names_where_they_have_one() throws IOException {
        PersonId carla = ((Outcome.Done) people.welcomeGuest("Carla Coach", ZoneId.of("UTC")))
                .person()
                .id();
        Scene scene = new Scene(carla);
        Batch batch = scene.next(scene.scheduled(), new InterviewEvent.Started(), new InterviewEvent.Cancelled("Ill."));
        assertThat(replay(scene.id, batch.events())).isZero();
        assertThat(out.toString())
                .contains("2 · 2026-03-01T10:00:00.123456Z · Carla Coach · started · {}")
                .contains("    = scheduled for 2026-03-01T11:00:00.123456+01:00[Europe/Berlin], in the lobby: nobody")
                .contains("    = called off at 2026-03-01T10:00:00.123456Z: Ill.");
    }

    @Test
    void it_is_told_who_sits_where_who_leads_and_what_is_to_be_asked_when_that_changes() throws IOException {
        Rehearsal watched = Rehearsal.watched();
        watched.play(Rehearsal.HOST, new Command.PassLead(Rehearsal.SECOND));
        watched.play(Rehearsal.SECOND, new Command.ReorderAgenda(List.of("hire", "budget")));
        watched.play(Rehearsal.SECOND, new Command.Start());
        watched.play(Rehearsal.SECOND, new Command.SkipQuestion("budget"));
        watched.play(Rehearsal.SECOND, new Command.Pause());
        replay(watched.id(), watched.log());
        String passed = "    = led by %s, interviewers: %s, %s, shadows: %s, observers: %s, call: built in"
                .formatted(Rehearsal.SECOND, Rehearsal.HOST, Rehearsal.SECOND, Rehearsal.SHADOW, Rehearsal.OBSERVER);
        assertThat(out.toString().lines())
                .contains(
                        passed,
                        "    = agenda: hire, budget",
                        "    = left out: budget",
                        "    = paused since 2026-03-01T10:00:00Z")
                .filteredOn(passed::equals)
                .as("once where it changed, and once in the end")
                .hasSize(2);
    }

    @Test
    void what_was_taken_back_is_told_with_what_stands_afterwards() throws IOException {
        Rehearsal posed = Rehearsal.posed();
        posed.play(Rehearsal.HOST, new Command.Rate("budget", Shift.TEAM, Level.TWO));
        posed.play(Rehearsal.HOST, new Command.Undo());
        replay(posed.id(), posed.log());
        assertThat(out.toString())
                .contains(
                        "· undone · {\"reversal\":{\"of\":\"level\",\"questionId\":\"budget\",\"shift\":\"TEAM\",\"restored\":null}}")
                .contains("    = sheet of %s: blank".formatted(Rehearsal.HOST));
    }

    @Test
    void a_long_payload_is_cut_short() throws IOException {
        Scene scene = new Scene(Rehearsal.HOST);
        replay(scene.id, scene.next(scene.scheduled()).events());
        assertThat(out.toString().lines().skip(1).findFirst().orElseThrow())
                .endsWith("…")
                .hasSizeLessThan(260);
    }

    @Test
    void what_somebody_typed_does_not_steer_the_terminal() throws IOException {
        Scene scene = new Scene(Rehearsal.HOST);
        replay(
                scene.id,
                scene.next(scene.scheduled(), new InterviewEvent.Cancelled("\u001b[2J\u009b2J gone"))
                        .events());
        assertThat(out.toString()).doesNotContain("\u001b", "\u009b").contains("[2J");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "marketing-manager", "0199d5a0-1c2d-7e3f-8a4b", "'; drop table interview_event"})
    void what_is_no_id_is_refused_in_one_sentence(String text) throws IOException {
        assertThat(command.replay(text, out, errors)).isEqualTo(2);
        assertThat(errors.toString())
                .startsWith("\"" + text + "\" is no interview's id")
                .hasLineCount(1);
        assertThat(out).isEmpty();
    }

    @Test
    void an_id_that_no_interview_has_is_refused_in_one_sentence() throws IOException {
        UUID id = UUID.randomUUID();
        assertThat(command.replay(id.toString(), out, errors)).isEqualTo(2);
        assertThat(errors.toString()).startsWith("There is no interview " + id).hasLineCount(1);
        assertThat(out).isEmpty();
    }

    @Test
    void a_log_that_cannot_be_folded_is_told_as_far_as_it_goes() throws IOException {
        Scene scene = new Scene(Rehearsal.HOST);
        var impossible =
                new Recorded(scene.id, 2, UUID.randomUUID(), scene.host, Scene.NOW, new InterviewEvent.Published(true));
        List<Recorded> events = List.of(scene.next(scene.scheduled()).events().getFirst(), impossible);
        assertThat(replay(scene.id, events)).isEqualTo(1);
        assertThat(out.toString()).contains("· scheduled ·");
        assertThat(errors.toString()).startsWith("Event 2 of interview").hasLineCount(1);
    }

    @Provide
    net.jqwik.api.Arbitrary<Play> plays() {
        return Plays.plays();
    }

    @Property(tries = 200)
    void whatever_happened_can_be_told(@ForAll("plays") Play play) throws IOException {
        List<Recorded> events = play.end().log();
        var told = new StringBuilder();
        new Replay(play.end().id(), events, PersonId::toString, List.of()).print(told);
        assertThat(told.toString().lines().filter(line -> line.matches("\\d+ · .*")))
                .hasSize(events.size());
    }

    private int replay(InterviewId id, List<Recorded> events) throws IOException {
        Interview nothing = new Interview.Unscheduled();
        log.append(new Batch(id, 0, events, nothing, nothing));
        return command.replay(id.toString(), out, errors);
    }
}
