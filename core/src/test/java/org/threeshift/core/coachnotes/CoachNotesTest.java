package org.threeshift.core.coachnotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.coachnotes.CoachNotes.Outcome;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

class CoachNotesTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));

    private final Set<PersonId> members = new HashSet<>();
    private final Person coach = person(1, "Dana Okafor", Role.COACH);
    private final Person other = person(2, "Otto Brandt", Role.COACH);
    private final Person candidate = person(3, "Mira Rossi", Role.MEMBER);
    private final CoachNotes notes = new CoachNotes(
            new InMemoryCoachNotes(),
            (author, about) -> author.equals(coach.id()) && members.contains(about),
            (author, about) -> author.equals(coach.id()) && about.equals(candidate.id()),
            new Ids(NOON, new Random(1)),
            NOON);

    @BeforeEach
    void a_member() {
        members.add(candidate.id());
    }

    @Test
    void whoever_left_is_noted_about_no_more_and_the_old_notes_can_go() {
        notes.write(coach, candidate.id(), "Before.");
        members.clear();
        UUID note = notes.of(coach, candidate.id()).getFirst().id();
        assertThat(notes.write(coach, candidate.id(), "After.")).isEqualTo(new Outcome.NotThere());
        assertThat(notes.reword(coach, candidate.id(), note, "After.")).isEqualTo(new Outcome.NotThere());
        assertThat(notes.delete(coach, candidate.id(), note)).isEqualTo(new Outcome.Done());
    }

    @Test
    void a_coach_notes_rewords_and_deletes_and_the_old_words_stay_until_then() {
        assertThat(notes.write(coach, candidate.id(), "  Talks too fast. ")).isEqualTo(new Outcome.Done());
        UUID note = notes.of(coach, candidate.id()).getFirst().id();
        notes.reword(coach, candidate.id(), note, "Talks fast when unsure.");
        notes.reword(coach, candidate.id(), note, "Talks fast when unsure.");
        CoachNote now = notes.of(coach, candidate.id()).getFirst();
        assertThat(now.text()).isEqualTo("Talks fast when unsure.");
        assertThat(now.earlier()).extracting(CoachNote.Wording::text).containsExactly("Talks too fast.");
        assertThat(notes.delete(coach, candidate.id(), note)).isEqualTo(new Outcome.Done());
        assertThat(notes.of(coach, candidate.id())).isEmpty();
    }

    @Test
    void nobody_else_reads_or_changes_it() {
        notes.write(coach, candidate.id(), "Mine.");
        UUID note = notes.of(coach, candidate.id()).getFirst().id();
        for (Person somebody : new Person[] {other, candidate}) {
            assertThat(notes.of(somebody, candidate.id())).isEmpty();
            assertThat(notes.write(somebody, candidate.id(), "Theirs.")).isEqualTo(new Outcome.NotThere());
            assertThat(notes.reword(somebody, candidate.id(), note, "Theirs.")).isEqualTo(new Outcome.NotThere());
            assertThat(notes.delete(somebody, candidate.id(), note)).isEqualTo(new Outcome.NotThere());
        }
        assertThat(notes.of(coach, candidate.id())).extracting(CoachNote::text).containsExactly("Mine.");
    }

    @Test
    void a_shared_note_is_read_by_the_candidate_and_by_no_coach_who_does_not_follow_them() {
        notes.write(coach, candidate.id(), "Begin with the number.");
        notes.write(coach, candidate.id(), "Mine.");
        UUID note = notes.of(coach, candidate.id()).stream()
                .filter(one -> one.text().equals("Begin with the number."))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(notes.sharedWith(candidate)).isEmpty();
        assertThat(notes.share(candidate, candidate.id(), note, true)).isEqualTo(new Outcome.NotThere());
        assertThat(notes.share(coach, candidate.id(), note, true)).isEqualTo(new Outcome.Done());
        assertThat(notes.sharedWith(candidate)).extracting(CoachNote::text).containsExactly("Begin with the number.");
        assertThat(notes.sharedBeside(coach, candidate.id())).isEmpty();
        assertThat(notes.sharedBeside(other, candidate.id())).isEmpty();
        members.clear();
        assertThat(notes.share(coach, candidate.id(), note, false)).isEqualTo(new Outcome.Done());
        assertThat(notes.share(coach, candidate.id(), note, true)).isEqualTo(new Outcome.NotThere());
        assertThat(notes.sharedWith(candidate)).isEmpty();
    }

    @Test
    void nothing_and_too_much_are_refused() {
        assertThat(notes.write(coach, candidate.id(), " \n ")).isEqualTo(new Outcome.Empty());
        assertThat(notes.write(coach, candidate.id(), "x".repeat(CoachNote.CHARACTERS + 1)))
                .isEqualTo(new Outcome.TooLong());
        assertThat(notes.of(coach, candidate.id())).isEmpty();
    }

    private static Person person(int number, String name, Role role) {
        return new Person(
                new PersonId(new UUID(0, number)), name, Optional.empty(), role, ZoneId.of("UTC"), role == Role.MEMBER);
    }
}
