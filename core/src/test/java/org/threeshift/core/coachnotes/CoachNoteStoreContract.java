package org.threeshift.core.coachnotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.coachnotes.CoachNote.Wording;
import org.threeshift.core.people.PersonId;

/** What holds for coaches' notes wherever they are kept. */
abstract class CoachNoteStoreContract {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final UUID note = UUID.randomUUID();

    abstract CoachNoteStore store();

    abstract PersonId person();

    @Test
    void every_wording_is_kept_in_order_until_the_note_goes() {
        PersonId coach = person();
        PersonId candidate = person();
        store().add(note, coach, candidate, "First.", NOON);
        assertThat(store().reword(note, coach, "Second.", NOON.plusSeconds(60))).isTrue();
        assertThat(store().reword(note, coach, "Third.", NOON.plusSeconds(120))).isTrue();
        assertThat(store().of(coach, candidate)).singleElement().satisfies(kept -> {
            assertThat(kept.writtenAt()).isEqualTo(NOON);
            assertThat(kept.wordings())
                    .containsExactly(
                            new Wording("First.", NOON),
                            new Wording("Second.", NOON.plusSeconds(60)),
                            new Wording("Third.", NOON.plusSeconds(120)));
        });
        assertThat(store().delete(note, coach)).isTrue();
        assertThat(store().delete(note, coach)).isFalse();
        assertThat(store().of(coach, candidate)).isEmpty();
    }

    @Test
    void nobody_but_the_author_finds_changes_or_deletes_a_note() {
        PersonId coach = person();
        PersonId other = person();
        PersonId candidate = person();
        store().add(note, coach, candidate, "Mine.", NOON);
        assertThat(store().of(other, candidate)).isEmpty();
        assertThat(store().reword(note, other, "Theirs.", NOON)).isFalse();
        assertThat(store().delete(note, other)).isFalse();
        assertThat(store().of(coach, candidate)).extracting(CoachNote::text).containsExactly("Mine.");
    }

    @Test
    void a_note_is_shared_by_its_author_and_kept_private_again() {
        PersonId coach = person();
        PersonId candidate = person();
        store().add(note, coach, candidate, "Ours.", NOON);
        assertThat(store().of(coach, candidate).getFirst().sharedAt()).isEmpty();
        assertThat(store().share(note, candidate, Optional.of(NOON))).isFalse();
        assertThat(store().share(note, coach, Optional.of(NOON))).isTrue();
        assertThat(store().about(candidate).getFirst().sharedAt()).contains(NOON);
        assertThat(store().reword(note, coach, "Still ours.", NOON.plusSeconds(60)))
                .isTrue();
        assertThat(store().of(coach, candidate).getFirst().sharedAt()).contains(NOON);
        assertThat(store().share(note, coach, Optional.empty())).isTrue();
        assertThat(store().about(candidate).getFirst().sharedAt()).isEmpty();
    }

    @Test
    void notes_come_newest_first_and_those_about_somebody_in_the_order_of_time() {
        PersonId coach = person();
        PersonId other = person();
        PersonId candidate = person();
        store().add(note, coach, candidate, "Early.", NOON);
        store().add(UUID.randomUUID(), coach, candidate, "Late.", NOON.plusSeconds(60));
        store().add(UUID.randomUUID(), other, candidate, "Between.", NOON.plusSeconds(30));
        store().add(UUID.randomUUID(), coach, person(), "About somebody else.", NOON);
        assertThat(store().of(coach, candidate)).extracting(CoachNote::text).containsExactly("Late.", "Early.");
        assertThat(store().about(candidate)).extracting(CoachNote::text).containsExactly("Early.", "Between.", "Late.");
    }
}
