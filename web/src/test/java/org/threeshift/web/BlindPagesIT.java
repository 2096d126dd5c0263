package org.threeshift.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Pages, lists and the API answer a rival, a shadow, an observer and the candidate alike, whatever an interviewer writes. */
class BlindPagesIT {
    private static final List<String> VIEWERS = List.of("rival", "shadow", "observer", "candidate");

    private static final List<String> PAGES = List.of(
            "/home",
            "/interviews",
            "/interviews/{live}",
            "/room/{live}",
            "/room/{live}/stage",
            "/scorecards",
            "/scorecards/{live}",
            "/api/interviews/{live}/scorecard",
            "/api/interviews/{live}/call");

    /** Tokens, and times that run. */
    private static final String CHANGING =
            "in the log: [0-9a-f-]{36}|nonce=\"[^\"]+\"|\"request\":\"[^\"]+\"|name=\"_csrf\" value=\"[^\"]+\"|data-clock=\"[^\"]+\"|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|\\d+:\\d\\d";

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    private static AccessCast cast;

    @BeforeAll
    static void installation() {
        cast = new AccessCast(threeshift);
    }

    @Test
    void no_page_tells_what_an_interviewer_writes_or_that_they_do() {
        Map<String, String> live = everything();
        cast.send(cast.live(), cast.host(), writing());
        assertThat(everything()).isEqualTo(live);

        cast.send(cast.live(), cast.host(), List.of(new Command.Finish()));
        Map<String, String> over = everything();
        assertThat(over).as("the end is told").isNotEqualTo(live);
        cast.send(cast.live(), cast.host(), List.of(new Command.LockSheet(Verdict.NO, "Summed up.")));
        assertThat(everything()).isEqualTo(over);
    }

    private static List<Command> writing() {
        AgendaItem item = cast.onTable();
        var commands = new ArrayList<Command>();
        for (Shift shift : item.shifts()) {
            commands.add(new Command.Rate(item.questionId(), shift, Level.TWO));
            commands.add(new Command.MarkHeight(item.questionId(), shift));
        }
        item.traps()
                .forEach(trap -> commands.add(new Command.JudgeTrap(item.questionId(), trap.id(), TrapJudgement.FELL)));
        commands.add(new Command.AskProbe(item.questionId(), Rung.MANAGER));
        commands.add(new Command.JudgeProbe(item.questionId(), Rung.MANAGER, false));
        commands.add(new Command.NoteEvidence(new EvidenceId(UUID.randomUUID()), item.questionId(), "Said it slowly."));
        return commands;
    }

    private static Map<String, String> everything() {
        Map<String, String> answers = new LinkedHashMap<>();
        cast.visitors().forEach((who, visitor) -> {
            if (VIEWERS.contains(who)) {
                for (String page : PAGES) {
                    var answer = visitor.get(cast.placed(page), "Accept", "*/*");
                    answers.put(
                            who + " " + page,
                            answer.statusCode() + answer.body().replaceAll(CHANGING, "…"));
                }
            }
        });
        return answers;
    }
}
