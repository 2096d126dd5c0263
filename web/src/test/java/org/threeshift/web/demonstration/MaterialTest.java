package org.threeshift.web.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.web.demonstration.Library.QuestionNotes;
import org.threeshift.web.demonstration.Library.ShiftNotes;
import org.threeshift.web.demonstration.Library.TrapNotes;

class MaterialTest {
    private static final Rehearsal REHEARSAL = new Rehearsal();

    @Test
    void the_library_knows_each_shift_and_trap_of_each_question_that_is_asked() {
        assertThat(REHEARSAL.questionsAsked()).hasSizeGreaterThan(14).allSatisfy(question -> {
            QuestionNotes notes = REHEARSAL.material().library().of(question.id());
            assertThat(notes.shifts().keySet()).containsExactlyInAnyOrderElementsOf(question.shifts());
            assertThat(notes.traps().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            question.traps().stream().map(Question.Trap::id).toList());
            assertThat(notes.traps().values())
                    .allSatisfy(trap -> assertThat(question.shifts()).contains(trap.shift()));
        });
    }

    @Test
    void each_question_has_four_notes_or_more_of_each_quality() {
        assertThat(REHEARSAL.questionsAsked()).allSatisfy(question -> {
            Map<Shift, ShiftNotes> shifts =
                    REHEARSAL.material().library().of(question.id()).shifts();
            assertThat(shifts.values().stream().flatMap(notes -> notes.low().stream()))
                    .hasSizeGreaterThanOrEqualTo(4);
            assertThat(shifts.values().stream().flatMap(notes -> notes.middle().stream()))
                    .hasSizeGreaterThanOrEqualTo(4);
            assertThat(shifts.values().stream().flatMap(notes -> notes.high().stream()))
                    .hasSizeGreaterThanOrEqualTo(4);
        });
    }

    @Test
    void every_gap_of_every_note_is_filled_and_no_note_stands_twice() {
        List<String> filled = REHEARSAL.questionsAsked().stream()
                .flatMap(question -> rendered(REHEARSAL.material().library().of(question.id())))
                .toList();
        assertThat(filled)
                .hasSizeGreaterThan(1000)
                .allSatisfy(
                        note -> assertThat(note).doesNotContain("{", "}").hasSizeLessThan(Limits.EVIDENCE_CHARACTERS));
        List<String> asWritten = REHEARSAL.questionsAsked().stream()
                .flatMap(question -> notes(REHEARSAL.material().library().of(question.id())))
                .toList();
        assertThat(asWritten).doesNotHaveDuplicates();
    }

    @Test
    void a_gap_that_no_fact_fills_is_refused() {
        assertThatThrownBy(() -> Library.filled("Spent {much}.", Map.of("little", "$1")))
                .hasMessageContaining("{much}");
    }

    @Test
    void a_note_begins_with_a_capital() {
        assertThat(Library.filled("{channel} first.", Map.of("channel", "search")))
                .isEqualTo("Search first.");
    }

    @Test
    void a_note_with_an_arrow_answers_a_probe() {
        assertThat(Library.words("→ then {channel}.", Map.of("channel", "search")))
                .isEqualTo(new Library.Words("Then search.", true));
        assertThat(Library.words("then {channel}.", Map.of("channel", "search")))
                .isEqualTo(new Library.Words("Then search.", false));
    }

    @Test
    void a_level_gets_notes_of_its_own_quality() {
        var notes = new ShiftNotes(List.of("low"), List.of("middle"), List.of("high"), List.of("top"));
        assertThat(Stream.of(Level.values()).flatMap(level -> notes.fitting(level).stream()))
                .containsExactly("low", "low", "middle", "high", "top");
    }

    @Test
    void a_candidates_interviews_stand_in_the_order_of_time() {
        List<Booking> bookings = REHEARSAL.material().plan().interviews();
        for (Booking booking : bookings) {
            assertThat(bookings.stream()
                            .filter(other -> other.candidate().equals(booking.candidate()))
                            .map(other -> REHEARSAL.times().start(other, REHEARSAL.zone(other))))
                    .isSorted();
        }
    }

    /** Every note as it reads with each of its question's facts. */
    static Stream<String> rendered(QuestionNotes notes) {
        return notes.facts().stream()
                .flatMap(facts ->
                        notes(notes).map(note -> Library.words(note, facts).text()));
    }

    private static Stream<String> notes(QuestionNotes notes) {
        return Stream.concat(
                notes.shifts().values().stream().flatMap(MaterialTest::notes),
                notes.traps().values().stream().flatMap(MaterialTest::notes));
    }

    private static Stream<String> notes(ShiftNotes notes) {
        return Stream.of(notes.low(), notes.middle(), notes.high(), notes.top()).flatMap(List::stream);
    }

    private static Stream<String> notes(TrapNotes notes) {
        return Stream.of(notes.fell(), notes.recovered()).flatMap(List::stream);
    }
}
