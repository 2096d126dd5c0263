package org.threeshift.core.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeshift.core.mail.Topic;

class StageTest {
    private static final Instant ENDED = Instant.parse("2026-11-18T10:00:00Z");

    /** How long ago it ended, of which stages somebody was told, and which message is due. */
    @ParameterizedTest(name = "{0} after the end, told of {1}: {2}")
    @CsvSource(textBlock = """
            -PT5M,        -,        -
            PT0S,         -,        -
            PT59M59.999S, -,        -
            PT1H,         -,        HOUR
            PT23H59M,     -,        HOUR
            PT2H,         HOUR,     -
            PT24H,        HOUR,     DAY
            PT24H,        -,        DAY
            PT30H,        DAY,      -
            PT47H59M,     HOUR+DAY, -
            PT48H,        HOUR+DAY, COACH
            PT48H,        -,        COACH
            PT90H,        HOUR,     COACH
            PT50H,        COACH,    -
            PT2H,         COACH,    -
            PT335H59M,    -,        COACH
            PT336H,       -,        -
            PT9000H,      HOUR,     -
            """)
    void the_current_message_is_due_and_none_that_was_missed(Duration owed, String gone, String due) {
        assertThat(Stage.due(ENDED, ENDED.plus(owed), stages(gone)))
                .isEqualTo(stages(due).stream().findAny());
    }

    /** Whenever the job runs, however long it was off. */
    @Property
    void each_message_goes_out_once_at_most_in_order_and_not_before_its_time(
            @ForAll @Size(max = 60) List<@IntRange(min = -120, max = 30_000) Integer> minutes) {
        Map<Stage, Duration> told = new EnumMap<>(Stage.class);
        minutes.stream().sorted().map(Duration::ofMinutes).forEach(owed -> {
            Optional<Stage> due = Stage.due(ENDED, ENDED.plus(owed), told.keySet());
            due.ifPresent(stage -> {
                assertThat(told.keySet()).allMatch(earlier -> earlier.compareTo(stage) < 0);
                assertThat(owed).isGreaterThanOrEqualTo(stage.after()).isLessThan(Stage.AT_MOST);
                told.put(stage, owed);
            });
            assertThat(Stage.due(ENDED, ENDED.plus(owed), told.keySet())).isEmpty();
        });
        assertThat(told.values().stream().distinct()).hasSameSizeAs(told.values());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void each_comes_later_than_the_one_before(Stage stage) {
        assertThat(Arrays.stream(Stage.values())
                        .filter(earlier -> earlier.compareTo(stage) < 0)
                        .map(Stage::after))
                .allMatch(after -> after.compareTo(stage.after()) < 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"SHEET_OWED", "SHEET_STILL_OWED"})
    void a_reminder_has_no_place_for_anybody_elses_sheet(Topic topic) {
        assertThat(topic.places()).containsExactly("name", "candidate", "round", "link");
    }

    private static Set<Stage> stages(String names) {
        return names.equals("-")
                ? Set.of()
                : Arrays.stream(names.split("\\+")).map(Stage::valueOf).collect(Collectors.toSet());
    }
}
