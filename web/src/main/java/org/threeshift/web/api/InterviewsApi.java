package org.threeshift.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.page.Texts;

/** One's own interviews, in whatever seat and phase. */
@RestController
final class InterviewsApi {
    private static final int MOST = 100;

    private final InterviewIndex index;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    InterviewsApi(InterviewIndex index, CurrentPerson currentPerson, Texts texts) {
        this.index = index;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    /** @param next to be asked for as {@code before}; null when this was the last page */
    record PageOfInterviews(List<Line> interviews, @Nullable String next) {}

    /**
     * @param phase       SCHEDULED, LIVE, DEBRIEFING, PUBLISHED or CANCELLED
     * @param kind        PEER, COACH_LED or PANEL
     * @param seat        the reader's own: CANDIDATE, INTERVIEWER, SHADOW or OBSERVER
     * @param host        the host's id
     * @param candidate   the candidate's id; null until somebody has opened the invitation
     * @param invitee     what the host calls the candidate
     * @param sheetLocked whether the reader's own sheet is locked; false for candidates
     * @param selfScored  whether the candidate has scored themselves; for interviewers false until their own sheet is locked
     * @param noShow      CANDIDATE or INTERVIEWER, whoever did not come
     */
    record Line(
            String id,
            String phase,
            String kind,
            String seat,
            String host,
            @Nullable String candidate,
            String invitee,
            String round,
            int minutes,
            Instant startsAt,
            String zone,
            @Nullable Instant publishedAt,
            boolean sheetLocked,
            boolean selfScored,
            @Nullable String noShow) {
        static Line of(InterviewIndex.Entry entry) {
            return new Line(
                    entry.id().toString(),
                    entry.phase().name(),
                    entry.kind().name(),
                    entry.seat().name(),
                    entry.hostId().toString(),
                    entry.candidate().map(PersonId::toString).orElse(null),
                    entry.invitee(),
                    entry.roundTitle(),
                    entry.minutes(),
                    entry.startsAt(),
                    entry.zone().getId(),
                    entry.publishedAt().orElse(null),
                    entry.sheetLocked(),
                    entry.selfScored(),
                    entry.noShow().map(Absent::name).orElse(null));
        }
    }

    /**
     * The last made first.
     *
     * @param wanted how many, 1 to 100, as it was sent
     * @param before an interview's id
     */
    @GetMapping("/api/interviews")
    PageOfInterviews mine(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @RequestParam(name = "limit", defaultValue = "20")
                    String wanted,
            @RequestParam(defaultValue = "") String before) {
        int limit = wanted.matches("[0-9]{1,3}") ? Integer.parseInt(wanted) : 0;
        if (limit < 1 || limit > MOST) {
            throw problem("api.interviews.limit");
        }
        Optional<InterviewId> last = InterviewId.parse(before);
        if (last.isEmpty() && !before.isEmpty()) {
            throw problem("api.interviews.before");
        }
        List<InterviewIndex.Entry> found = index.all(currentPerson.required().id(), last, limit + 1);
        List<Line> lines = found.stream().limit(limit).map(Line::of).toList();
        return new PageOfInterviews(
                lines, found.size() > limit ? lines.getLast().id() : null);
    }

    private ErrorResponseException problem(String key) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, texts.text(key)), null);
    }
}
