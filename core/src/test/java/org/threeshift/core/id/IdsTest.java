package org.threeshift.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void an_id_is_a_uuid_of_version_7_that_starts_with_the_millisecond() {
        // The time of RFC 9562, appendix A.6.
        UUID id = new Ids(() -> Instant.ofEpochMilli(0x017F22E279B0L), new Random(1)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id).asString().startsWith("017f22e2-79b0-7");
    }

    @Test
    void ids_of_one_millisecond_differ() {
        Ids ids = new Ids(InstantSource.fixed(Instant.EPOCH), new Random(1));
        assertThat(ids.next()).isNotEqualTo(ids.next());
    }
}
