package org.threeshift.core.interview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.people.PersonId;

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

    @Override
    public Append erase(Batch batch, List<Long> seqs, String invitee) {
        line.reach();
        return log.erase(batch, seqs, invitee);
    }

    @Override
    public List<Trace> traces(PersonId person, Set<String> names) {
        line.reach();
        return log.traces(person, names);
    }
}
