package org.threeshift.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class ViewingsTest {
    private final List<String> lines = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-18T10:00:00Z");
    private final Viewings viewings =
            new Viewings((deed, actor, about, detail) -> lines.add(deed.code() + " " + detail.get("as")), () -> now);
    private final InterviewId interview = new InterviewId(UUID.randomUUID());
    private final PersonId coach = new PersonId(UUID.randomUUID());
    private final PersonId candidate = new PersonId(UUID.randomUUID());

    @Test
    void a_reload_is_no_second_look() {
        look(coach, "page");
        now = now.plus(Viewings.ONE_LOOK).minusMillis(1);
        look(coach, "page");
        assertThat(lines).containsExactly("scorecard-viewed page");
    }

    @Test
    void a_later_look_and_another_form_and_another_person_are() {
        look(coach, "page");
        look(coach, "json");
        look(new PersonId(UUID.randomUUID()), "page");
        now = now.plus(Viewings.ONE_LOOK);
        look(coach, "page");
        assertThat(lines)
                .containsExactly(
                        "scorecard-viewed page",
                        "scorecard-viewed json",
                        "scorecard-viewed page",
                        "scorecard-viewed page");
    }

    private void look(PersonId viewer, String as) {
        viewings.scorecard(interview, viewer, Optional.of(candidate), as);
    }
}
