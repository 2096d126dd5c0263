package org.threeshift.core.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.Afterword;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.rubric.Shift;

/** Tells after a replay what the levels on the sheets come to, unrounded: the scorecard's own numbers, from the log alone. */
@Component
final class Figures implements Afterword {

    @Override
    public List<String> lines(InterviewId id, Interview.Published interview) {
        return Arrays.stream(Shift.values())
                .map(shift -> line(shift, score(interview, shift)))
                .toList();
    }

    /** Without the guide: which shifts a question probes stands on the sheets. */
    static Score score(Interview.Published interview, Shift shift) {
        return Score.of(interview.course().posed().stream()
                .flatMap(posed ->
                        interview.counting().stream().flatMap(sheet -> mark(sheet, posed.questionId(), shift).stream()))
                .toList());
    }

    private static Optional<Mark> mark(Sheet sheet, String questionId, Shift shift) {
        return sheet.level(questionId, shift).map(level -> new Mark(questionId, sheet.interviewer(), level));
    }

    private static String line(Shift shift, Score score) {
        Score.Basis basis = score.basis();
        return switch (score) {
            case Score.Scored(var mean, var band, var _) ->
                Sentences.text(
                        "figures.score",
                        shift.name(),
                        Double.toString(mean),
                        Double.toString(band.low()),
                        Double.toString(band.high()),
                        basis.questions(),
                        basis.levels(),
                        basis.interviewers());
            case Score.TooLittle nothing ->
                Sentences.text("figures.none", shift.name(), nothing.reason().name(), basis.levels());
        };
    }
}
