package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.CandidateView.PosedQuestion;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Who sees what of a panel of two on the shipped bank. */
class InterviewViewsTest {
    private final PersonId host = new PersonId(new UUID(1, 1));
    private final PersonId rival = new PersonId(new UUID(1, 2));
    private final PersonId candidate = new PersonId(new UUID(1, 3));
    private final PersonId shadow = new PersonId(new UUID(1, 4));
    private final PersonId observer = new PersonId(new UUID(1, 5));
    private final InterviewId id = new InterviewId(UUID.randomUUID());
    private final InterviewLog log = new InMemoryInterviewLog();
    private final Banks banks = Banks.inMemory(InstantSource.fixed(Scene.NOW));
    private final Interviews interviews = new Interviews(log, new LocalBell());
    private final InterviewViews views = new InterviewViews(log, banks);
    private final Question first = shippedBank().questions().get(0);
    private final Question second = shippedBank().questions().get(1);

    @BeforeEach
    void schedule() {
        Agenda agenda = new Agenda(
                shippedBank().id(), shippedBank().version(), "two", "Two", 20, List.of(item(first), item(second)));
        send(
                host,
                new Command.Schedule(
                        Kind.PANEL,
                        Set.of(host, rival),
                        Optional.of(candidate),
                        "Ada",
                        agenda,
                        Scene.NOW,
                        ZoneId.of("UTC")));
    }

    @Test
    void nobody_sees_an_interview_from_a_chair_that_is_not_theirs() {
        assertThat(views.forInterviewer(id, candidate)).isEmpty();
        assertThat(views.forCandidate(id, host)).isEmpty();
        PersonId stranger = new PersonId(UUID.randomUUID());
        assertThat(views.forInterviewer(id, stranger)).isEmpty();
        assertThat(views.forCandidate(id, stranger)).isEmpty();
        assertThat(views.forCandidate(new InterviewId(UUID.randomUUID()), candidate))
                .isEmpty();
    }

    @Test
    void a_candidate_sees_what_was_posed_and_no_question_more() {
        assertThat(candidateView().posed()).isEmpty();
        begin();
        assertThat(candidateView().posed()).extracting(PosedQuestion::prompt).containsExactly(first.prompt());
        assertThat(candidateView().open()).isPresent();
        assertThat(candidateView().toString())
                .doesNotContain(second.id(), second.title(), second.prompt())
                .doesNotContain(first.traps().stream().map(trap -> trap.name()).toArray(String[]::new));
    }

    @Test
    void a_candidate_sees_nothing_of_what_interviewers_write() {
        begin();
        CandidateView before = candidateView();
        score(host, Level.FIVE);
        CandidateView after = candidateView();
        assertThat(after.posed()).isEqualTo(before.posed());
        assertThat(after.toString()).doesNotContain("Named the cost.");
    }

    @Test
    void a_rival_sees_nothing_of_another_sheet_before_their_own_is_locked() {
        begin();
        InterviewerView before = view(rival);
        score(host, Level.FIVE);
        send(host, new Command.MarkHeight(first.id(), first.shifts().getFirst()));
        send(host, new Command.AskProbe(first.id(), Rung.MANAGER));
        send(host, new Command.JudgeProbe(first.id(), Rung.MANAGER, true));
        Course.Posed posed =
                view(rival).course().orElseThrow().posed(first.id()).orElseThrow();
        assertThat(posed.heights()).isEmpty();
        assertThat(posed.probes()).hasSize(1).allMatch(probe -> probe.held().isEmpty());
        assertThat(view(rival).sheet()).isEqualTo(before.sheet());

        send(host, new Command.Finish());
        lock(host);
        send(candidate, selfScore());
        InterviewerView blind = view(rival);
        assertThat(blind.others()).isEmpty();
        assertThat(blind.sheetsOpen()).isEmpty();
        assertThat(blind.selfScored()).isEmpty();
        assertThat(blind.selfScore()).isEmpty();
        assertThat(blind.toString()).doesNotContain("Named the cost.", "Summed up.");
    }

    @Test
    void whoever_has_locked_sees_locked_sheets_and_no_drafts() {
        begin();
        score(host, Level.FIVE);
        score(rival, Level.TWO);
        send(host, new Command.Finish());
        lock(host);
        assertThat(view(host).others()).isEmpty();
        assertThat(view(host).sheetsOpen()).contains(1);
        assertThat(view(host).selfScored()).contains(false);
        lock(rival);
        assertThat(view(host).others()).extracting(Sheet::interviewer).containsExactly(rival);
        assertThat(view(rival).others()).extracting(Sheet::interviewer).containsExactly(host);
    }

    @Test
    void the_candidates_own_levels_show_to_interviewers_once_published() {
        begin();
        score(host, Level.FIVE);
        score(rival, Level.TWO);
        send(host, new Command.Finish());
        lock(host);
        lock(rival);
        send(candidate, selfScore());
        assertThat(view(host).selfScored()).contains(true);
        assertThat(view(host).selfScore()).isEmpty();
        assertThat(candidateView().selfScore()).isPresent();
        send(host, new Command.Publish(false));
        assertThat(view(host).selfScore()).isEqualTo(candidateView().selfScore());
    }

    @Test
    void whatever_a_rival_or_a_shadow_writes_a_blind_view_shows_the_same() {
        send(host, new Command.GiveSeat(shadow, Seat.SHADOW));
        send(host, new Command.GiveSeat(observer, Seat.OBSERVER));
        begin();
        Map<PersonId, InterviewerView> before = Map.of(rival, view(rival), observer, view(observer));
        List<PersonId> writing = List.of(host, shadow);
        for (PersonId writer : writing) {
            score(writer, Level.FIVE);
            send(writer, new Command.MarkHeight(first.id(), first.shifts().getFirst()));
            send(writer, new Command.Undo());
        }
        before.forEach((viewer, earlier) -> {
            assertThat(view(viewer).seq()).isGreaterThan(earlier.seq());
            assertThat(view(viewer).showsTheSameAs(earlier)).isTrue();
        });
        send(host, new Command.Finish());
        Map<PersonId, InterviewerView> over = Map.of(rival, view(rival), observer, view(observer));
        assertThat(over)
                .allSatisfy((viewer, now) -> assertThat(now.showsTheSameAs(Objects.requireNonNull(before.get(viewer))))
                        .isFalse());
        writing.forEach(this::lock);
        send(candidate, selfScore());
        over.forEach((viewer, earlier) ->
                assertThat(view(viewer).showsTheSameAs(earlier)).isTrue());
    }

    @Test
    void once_all_counting_sheets_are_locked_everybody_at_the_console_sees_them_and_the_shadows_apart() {
        send(host, new Command.GiveSeat(shadow, Seat.SHADOW));
        send(host, new Command.GiveSeat(observer, Seat.OBSERVER));
        begin();
        List.of(host, rival, shadow).forEach(one -> score(one, Level.FIVE));
        send(host, new Command.Finish());
        lock(host);
        lock(rival);
        assertThat(view(observer).panel()).extracting(Sheet::interviewer).containsExactly(host, rival);
        assertThat(view(observer).shadows()).isEmpty();
        assertThat(view(shadow).panel()).isEmpty();
        lock(shadow);
        assertThat(view(shadow).panel()).extracting(Sheet::interviewer).containsExactly(host, rival);
        assertThat(view(host).shadows()).extracting(Sheet::interviewer).containsExactly(shadow);
        assertThat(view(host).panel()).extracting(Sheet::interviewer).containsExactly(host, rival);
    }

    @Test
    void when_the_host_closes_the_scoring_a_draft_stays_out_and_its_writer_sees_the_rest() {
        begin();
        score(host, Level.FIVE);
        send(host, new Command.Finish());
        lock(host);
        send(host, new Command.CloseScoring());
        assertThat(view(rival).scoringClosed()).isTrue();
        assertThat(view(rival).panel()).extracting(Sheet::interviewer).containsExactly(host);
    }

    @Test
    void a_view_follows_what_another_node_writes() {
        begin();
        long seen = view(host).seq();
        var elsewhere = new Interviews(log, new LocalBell());
        elsewhere.send(
                id,
                new Sent(
                        UUID.randomUUID(),
                        new By(host, Scene.NOW),
                        new Command.Rate(first.id(), first.shifts().getFirst(), Level.TWO)));
        assertThat(view(host).seq()).isEqualTo(seen + 1);
        assertThat(view(host).sheet().level(first.id(), first.shifts().getFirst()))
                .contains(Level.TWO);
    }

    private void begin() {
        send(candidate, new Command.Join(Seat.CANDIDATE));
        send(host, new Command.Start());
        send(host, new Command.Pose(first.id()));
    }

    private void score(PersonId interviewer, Level level) {
        for (Shift shift : first.shifts()) {
            send(interviewer, new Command.Rate(first.id(), shift, level));
        }
        first.traps()
                .forEach(
                        trap -> send(interviewer, new Command.JudgeTrap(first.id(), trap.id(), TrapJudgement.AVOIDED)));
        send(interviewer, new Command.NoteEvidence(new EvidenceId(UUID.randomUUID()), first.id(), "Named the cost."));
    }

    private void lock(PersonId interviewer) {
        send(interviewer, new Command.LockSheet(Verdict.YES, "Summed up."));
    }

    private Command selfScore() {
        return new Command.SelfScore(first.shifts().stream()
                .map(shift -> new SelfRating(first.id(), shift, Level.THREE))
                .toList());
    }

    private InterviewerView view(PersonId interviewer) {
        return views.forInterviewer(id, interviewer).orElseThrow();
    }

    private CandidateView candidateView() {
        return views.forCandidate(id, candidate).orElseThrow();
    }

    private void send(PersonId actor, Command command) {
        assertThat(interviews.send(id, new Sent(UUID.randomUUID(), new By(actor, Scene.NOW), command)))
                .isInstanceOf(Outcome.Done.class);
    }

    private Bank shippedBank() {
        return banks.newest("marketing-manager").orElseGet(this::publish);
    }

    private Bank publish() {
        try (InputStream file =
                Objects.requireNonNull(Banks.class.getResourceAsStream("/banks/marketing-manager.yaml"))) {
            banks.publish(file.readAllBytes(), "marketing-manager.yaml");
            return banks.newest("marketing-manager").orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AgendaItem item(Question question) {
        return new AgendaItem(
                question.id(),
                question.title(),
                question.shifts(),
                question.traps().stream()
                        .map(trap -> new AgendaItem.Trap(trap.id(), trap.name()))
                        .toList(),
                question.minutes());
    }
}
