package org.threeshift.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresRingTest {
    private final UUID node = UUID.randomUUID();

    @Test
    void a_ring_is_read_as_it_was_written() {
        PostgresRing ring = new PostgresRing(node, List.of(UUID.randomUUID(), UUID.randomUUID()));
        assertThat(PostgresRing.parse(ring.payload())).contains(ring);
    }

    @Test
    void many_topics_travel_in_pieces_that_postgresql_carries() {
        List<UUID> topics = Stream.generate(UUID::randomUUID).limit(1_001).toList();
        List<PostgresRing> rings = PostgresRing.of(node, topics);
        assertThat(rings).hasSize(6).allMatch(ring -> ring.payload().length() < 8_000);
        assertThat(rings.stream().flatMap(ring -> ring.topics().stream())).containsExactlyElementsOf(topics);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "0199d5a0-0000-7000-8000-000000000001",
                "0199d5a0-0000-7000-8000-000000000001 1-1-1-1-1",
                "0199d5a0-0000-7000-8000-000000000001 0199d5a0-0000-7000-8000-00000000000x"
            })
    void what_no_bell_has_written_is_passed_over(String payload) {
        assertThat(PostgresRing.parse(payload)).isEmpty();
    }

    @Test
    void pauses_grow_and_stay_bearable() {
        assertThat(Stream.of(1, 2, 3, 6, 7, 100)
                        .map(failures -> PostgresLine.pauseAfter(failures).toMillis()))
                .containsExactly(50L, 100L, 200L, 1_600L, 2_000L, 2_000L);
    }
}
