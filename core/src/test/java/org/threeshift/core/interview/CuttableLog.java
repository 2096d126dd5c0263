package org.threeshift.core.interview;

import java.util.List;
import java.util.Map;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;

/** A log at the end of a line that can be cut. */
record CuttableLog(InterviewLog log, Line line) implements InterviewLog {
    @Override
    public Append append(Batch batch) {
        line.reach();
        Append answer = log.append(batch);
        line.answer();
        return answer;
    }

    @Override
    public List<Recorded> read(InterviewId interview, long afterSeq) {
        line.reach();
        return log.read(interview, afterSeq);
    }

    @Override
    public Map<InterviewId, List<Recorded>> read(Map<InterviewId, Long> afterSeq) {
        line.reach();
        return log.read(afterSeq);
    }
}
