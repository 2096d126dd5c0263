package org.threeshift.core.interview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.PersonId;

/** Lists of a person's interviews, from the projections: one query a list. */
public interface InterviewIndex {

    /** Scheduled and live, the next one first. */
    List<Entry> upcoming(PersonId person);

    /** Over but not published, the oldest first: somebody owes a sheet, a self-score or the publication. */
    List<Entry> debriefing(PersonId person);

    /** How many sheets the person owes. */
    int owed(PersonId person);

    /** Published, the newest first. */
    List<Entry> published(PersonId person, Seat seat, int limit);

    /** Published ones that the person shadowed or observed, the newest first. */
    List<Entry> watched(PersonId person, int limit);

    /** Called off or not attended, the newest first. */
    List<Entry> cancelled(PersonId person, int limit);

    /**
     * Whatever a person has a seat in, whatever became of it, the last made first.
     *
     * @param before only what was made before this one, to go on after a list's end; from the last made when absent
     */
    List<Entry> all(PersonId person, Optional<InterviewId> before, int limit);

    /** When each question of these banks, in whatever version, was last put to these people; nothing of one that never was. */
    List<LastPosed> lastPosed(Set<PersonId> candidates, Set<String> bankIds);

    /** When a question of a bank was last put to a candidate. */
    record LastPosed(PersonId candidate, String bankId, String questionId, Instant at) {}

    /**
     * One line of a list.
     *
     * @param seat        where the person sits
     * @param host        whether the person is the host
     * @param hostId      who the host is
     * @param sheetLocked whether the person's own sheet is locked; false for candidates
     * @param selfScored  whether the candidate has scored themselves; for interviewers false until their own sheet is locked
     * @param noShow      who did not come, when that ended it
     * @param owedSince   since when the person owes their sheet; absent for whoever owes none
     */
    record Entry(
            InterviewId id,
            Phase phase,
            Kind kind,
            Seat seat,
            boolean host,
            PersonId hostId,
            Optional<PersonId> candidate,
            String invitee,
            String roundTitle,
            int minutes,
            Instant startsAt,
            ZoneId zone,
            Optional<Instant> publishedAt,
            boolean sheetLocked,
            boolean selfScored,
            Optional<Absent> noShow,
            Optional<Instant> owedSince) {}
}
