package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Evidence;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/** Eight interviewers of one panel write at the same moment, on two nodes. */
class EightRatersIT {
    private static final int RATERS = 8;
    private static final int ROUNDS = 25;
    private static final int WRITES_A_ROUND = 4;
    private static final List<TrapJudgement> JUDGEMENTS = List.of(TrapJudgement.values());

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private final InterviewLog log = new PostgresInterviewLog(database.jdbcClient());
    private final StoredRows rows = new StoredRows(database.jdbcClient());
    private final Interviews here = new Interviews(log, new LocalBell());
    private final Interviews there = new Interviews(log, new LocalBell());
    private final InterviewId id = new InterviewId(UUID.randomUUID());

    @Test
    void nothing_is_lost_and_no_sheet_mixes_two_writers() throws Exception {
        List<PersonId> panel = Stream.generate(rows::somebody).limit(RATERS).toList();
        begin(panel);
        var start = new CyclicBarrier(RATERS);
        var raters = new ArrayList<Callable<Boolean>>();
        for (int seat = 0; seat < RATERS; seat++) {
            PersonId rater = panel.get(seat);
            Interviews node = seat % 2 == 0 ? here : there;
            raters.add(() -> {
                start.await();
                IntStream.range(0, ROUNDS).forEach(round -> write(node, rater, round));
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(RATERS)) {
            for (Future<Boolean> rater : threads.invokeAll(raters)) {
                assertThat(rater.get()).isTrue();
            }
        }

        List<Recorded> events = log.read(id, 0);
        assertThat(events)
                .extracting(Recorded::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 4 + (long) RATERS * ROUNDS * WRITES_A_ROUND)
                        .boxed()
                        .toList());
        Interview.Live state = (Interview.Live) Evolve.fold(events);
        panel.forEach(rater -> assertSheet(state.sheet(rater), rater));
        assertThat(rows.of(id)).isEqualTo(Projection.of(state));
    }

    private void begin(List<PersonId> panel) {
        PersonId host = panel.getFirst();
        var commands = List.of(
                new Command.Schedule(
                        Kind.PANEL,
                        Set.copyOf(panel),
                        Optional.empty(),
                        "Ada",
                        Scene.AGENDA,
                        Scene.NOW,
                        ZoneId.of("UTC")),
                new Command.Start(),
                new Command.Pose("hire"),
                new Command.Pose("budget"));
        commands.forEach(command -> send(here, host, command));
    }

    /** Each write changes something, so that each leaves its event. */
    private void write(Interviews node, PersonId rater, int round) {
        send(node, rater, new Command.Rate("budget", Shift.STRATEGY, level(round)));
        send(node, rater, new Command.Rate("hire", Shift.ACCOUNTABILITY, level(round + 1)));
        send(node, rater, new Command.JudgeTrap("budget", "freeze", judgement(round)));
        send(node, rater, new Command.NoteEvidence(new EvidenceId(UUID.randomUUID()), "budget", noteOf(rater, round)));
    }

    private static void assertSheet(Sheet sheet, PersonId rater) {
        int last = ROUNDS - 1;
        assertThat(sheet.level("budget", Shift.STRATEGY)).contains(level(last));
        assertThat(sheet.level("hire", Shift.ACCOUNTABILITY)).contains(level(last + 1));
        assertThat(sheet.trap("budget", "freeze")).contains(judgement(last));
        assertThat(sheet.evidence())
                .extracting(Evidence::text)
                .containsExactlyElementsOf(IntStream.range(0, ROUNDS)
                        .mapToObj(round -> noteOf(rater, round))
                        .toList());
    }

    private static Level level(int round) {
        return Level.ofKey(round % 6);
    }

    private static TrapJudgement judgement(int round) {
        return JUDGEMENTS.get(round % JUDGEMENTS.size());
    }

    private static String noteOf(PersonId rater, int round) {
        return rater + " in round " + round;
    }

    private void send(Interviews node, PersonId actor, Command command) {
        assertThat(node.send(id, new Sent(UUID.randomUUID(), new By(actor, Scene.NOW), command)))
                .isInstanceOf(Outcome.Done.class);
    }
}
