package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.threeshift.core.interview.Projection.Changes;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Plays;
import org.threeshift.core.interview.model.Plays.Play;
import org.threeshift.core.interview.model.Recorded;

/** What holds for whatever is stored of any interview. */
class StoredLawsTest {
    @Provide
    Arbitrary<Play> plays() {
        return Plays.plays();
    }

    @Property
    void every_event_is_read_back_as_it_was_written(@ForAll("plays") Play play) {
        for (Recorded recorded : play.end().log()) {
            assertThat(EventJson.read(EventJson.write(recorded.event()))).isEqualTo(recorded.event());
        }
    }

    @Property
    void no_event_holds_what_postgresql_cannot(@ForAll("plays") Play play) {
        for (Recorded recorded : play.end().log()) {
            String payload = EventJson.write(recorded.event()).payload();
            assertThat(payload.codePoints())
                    .noneMatch(character -> character == 0
                            || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE));
            assertThat(payload).doesNotContain("\\u0000");
        }
    }

    /** As the database does it: rows with the same key are written over, rows that are gone are deleted. */
    @Property
    void writing_only_what_changed_makes_the_rows_of_the_fold(@ForAll("plays") Play play) {
        Interview state = new Interview.Unscheduled();
        Projection rows = Projection.of(state);
        for (Recorded recorded : play.end().log()) {
            Interview next = Evolve.evolve(state, recorded);
            rows = written(rows, Projection.of(next).since(Projection.of(state)));
            state = next;
            assertThat(rows).isEqualTo(Projection.of(state));
        }
    }

    private static Projection written(Projection rows, Changes changes) {
        return new Projection(
                over(rows.interview(), List.of(), changes.interview(), _ -> "the one"),
                over(
                        rows.participant(),
                        changes.participantGone(),
                        changes.participant(),
                        Projection.Participant::personId),
                over(rows.sheet(), changes.sheetGone(), changes.sheet(), Projection.SheetRow::interviewer),
                over(rows.rating(), changes.ratingGone(), changes.rating(), Projection.Rating::empty),
                over(
                        rows.trapJudgement(),
                        changes.trapJudgementGone(),
                        changes.trapJudgement(),
                        Projection.Trap::empty),
                over(rows.selfRating(), List.of(), changes.selfRating(), level -> level.questionId() + level.shift()));
    }

    private static <T> Set<T> over(Set<T> rows, List<?> gone, List<T> changed, Function<T, Object> key) {
        Map<Object, T> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(key.apply(row), row));
        gone.forEach(byKey::remove);
        changed.forEach(row -> byKey.put(key.apply(row), row));
        return Set.copyOf(byKey.values());
    }
}
