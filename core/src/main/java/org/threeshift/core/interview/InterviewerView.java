package org.threeshift.core.interview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Missing;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.interview.model.Sheet;

/**
 * All that one interviewer may see of an interview: the guide and their own sheet. Before their own sheet is locked nothing
 * tells them what another interviewer or the candidate scored, or whether they did.
 *
 * @param seq       the last event that this view knows
 * @param candidateHere whether the candidate has entered the lobby
 * @param course    absent before the start; heights and probe judgements of others are left out until the own sheet is locked
 * @param finishedAt when it ended; absent before
 * @param sheet     the viewer's own
 * @param others    the others' locked sheets, once the own one is locked
 * @param sheetsOpen how many sheets are not locked yet; known once the own one is locked
 * @param selfScored whether the candidate has scored themselves; known once the own sheet is locked
 * @param selfScore the candidate's own levels, once published
 * @param missing   what the own sheet lacks before it can lock
 * @param cancelled why it was called off, when it was; empty for a no-show
 * @param guide     the agenda's questions with their guide, by id
 */
public record InterviewerView(
        InterviewId id,
        long seq,
        Phase phase,
        Setup setup,
        boolean candidateHere,
        Optional<Course> course,
        Optional<Instant> finishedAt,
        Sheet sheet,
        List<Sheet> others,
        Optional<Integer> sheetsOpen,
        Optional<Boolean> selfScored,
        Optional<SelfScore> selfScore,
        List<Missing> missing,
        Optional<String> cancelled,
        Map<String, Question> guide) {

    public InterviewerView {
        others = List.copyOf(others);
        missing = List.copyOf(missing);
        guide = Map.copyOf(guide);
    }
}
