package org.threeshift.core.interview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Missing;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.people.PersonId;

/**
 * All that one interviewer may see of an interview: the guide and their own sheet. Before their own sheet is locked nothing
 * tells them what another interviewer or the candidate scored, or whether they did.
 *
 * @param seq       the last event that this view knows
 * @param seat      where the viewer sits: scores, shadows or observes
 * @param candidateHere whether the candidate has entered the lobby
 * @param awaited   the interviewers who have not entered the lobby; none once the interview started
 * @param course    absent before the start; heights and probe judgements of others are left out until the own sheet is locked
 * @param finishedAt when it ended; absent before
 * @param sheet     the viewer's own
 * @param panel     all sheets that count, once every one of them is locked or the host closed the scoring, and the own one
 *                  with them: before, nobody has anything to lean on
 * @param shadows   the shadows' locked sheets, with the panel's: they never count
 * @param sheetsOpen how many counting sheets are not locked yet; known once the own one is locked
 * @param scoringClosed whether the host went on without the sheets that are still drafts
 * @param selfScored whether the candidate has scored themselves; known once the own sheet is locked
 * @param selfScore the candidate's own levels, once published
 * @param debrief   once it was opened
 * @param missing   what the own sheet lacks before it can lock
 * @param cancelled why it was called off, when it was; empty for a no-show
 * @param noShow    who did not come, when that ended it
 * @param guide     the agenda's questions with their guide, by id
 */
public record InterviewerView(
        InterviewId id,
        long seq,
        Phase phase,
        Setup setup,
        Seat seat,
        boolean candidateHere,
        Set<PersonId> awaited,
        Optional<Course> course,
        Optional<Instant> finishedAt,
        Sheet sheet,
        List<Sheet> panel,
        List<Sheet> shadows,
        Optional<Integer> sheetsOpen,
        boolean scoringClosed,
        Optional<Boolean> selfScored,
        Optional<SelfScore> selfScore,
        Optional<DebriefView> debrief,
        List<Missing> missing,
        Optional<String> cancelled,
        Optional<Absent> noShow,
        Map<String, Question> guide) {

    public InterviewerView {
        awaited = Set.copyOf(awaited);
        panel = List.copyOf(panel);
        shadows = List.copyOf(shadows);
        missing = List.copyOf(missing);
        guide = Map.copyOf(guide);
    }

    /**
     * Whether both show the same, however far the log has grown between them. What a rival writes makes no difference, so
     * whoever compares before a screen is touched sends nothing that would tell of it.
     */
    public boolean showsTheSameAs(InterviewerView other) {
        return at(0).equals(other.at(0));
    }

    private InterviewerView at(long event) {
        return new InterviewerView(
                id,
                event,
                phase,
                setup,
                seat,
                candidateHere,
                awaited,
                course,
                finishedAt,
                sheet,
                panel,
                shadows,
                sheetsOpen,
                scoringClosed,
                selfScored,
                selfScore,
                debrief,
                missing,
                cancelled,
                noShow,
                guide);
    }

    /** The panel's sheets without the viewer's own. */
    public List<Sheet> others() {
        return panel.stream()
                .filter(one -> !one.interviewer().equals(sheet.interviewer()))
                .toList();
    }

    /** Whether the viewer poses the questions. */
    public boolean leads() {
        return setup.isLead(sheet.interviewer());
    }
}
