package org.threeshift.web.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.threeshift.core.interview.CandidateView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Arrival;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;

/**
 * A fingerprint of what a candidate sees. It is all that a live stream tells: the log's own sequence number would count
 * the interviewer's scores and notes aloud.
 */
final class StageVersion {
    private static final int HEX_DIGITS = 16;

    private StageVersion() {}

    /**
     * @param present whether an interviewer has it open
     * @param beside  how the debrief stands, and the exchange of which this is a half; empty when there is neither
     */
    static String of(CandidateView view, boolean present, String beside, Instant now) {
        String own = of(view, present, now);
        return beside.isEmpty() ? own : hash(own + "|" + beside);
    }

    /** The same on every node, and after a restart. */
    static String of(CandidateView view, boolean present, Instant now) {
        StringJoiner seen = new StringJoiner("|");
        seen.add(view.phase().name())
                .add(view.startsAt().toString())
                .add(view.zone().getId())
                .add(Boolean.toString(view.here()))
                .add(Boolean.toString(view.interviewerHere()))
                .add(Boolean.toString(present))
                .add(arrival(view, now))
                .add(view.startedAt().toString())
                .add(view.clock().toString())
                .add(view.lead().toString())
                .add(view.interviewers().stream()
                        .map(PersonId::toString)
                        .sorted()
                        .toList()
                        .toString())
                .add(new TreeMap<>(names(view.watchers())).toString())
                .add(view.meetingLink().toString())
                .add(view.selfScore().map(SelfScore::at).toString())
                .add(view.cancelled().toString())
                .add(view.cancelledBy().toString())
                .add(view.noShow().toString());
        view.posed()
                .forEach(question -> seen.add(Integer.toString(question.number()))
                        .add(question.spent().toString())
                        .add(question.since().toString())
                        .add(Boolean.toString(question.onTable())));
        return hash(seen.toString());
    }

    /** A map's own order differs from one start to the next. */
    private static Map<String, Seat> names(Map<PersonId, Seat> watchers) {
        return watchers.entrySet().stream()
                .collect(Collectors.toMap(watcher -> watcher.getKey().toString(), Map.Entry::getValue));
    }

    /** Before the start it changes by the clock alone: {@link Room#changesAt}. */
    private static String arrival(CandidateView view, Instant now) {
        return view.phase() == Phase.SCHEDULED
                ? Arrival.at(view.startsAt(), now).name()
                : "";
    }

    private static String hash(String seen) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(seen.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
