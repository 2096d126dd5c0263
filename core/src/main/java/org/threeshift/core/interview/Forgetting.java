package org.threeshift.core.interview;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threeshift.core.live.Bell;

/** Lets every node forget what it keeps in memory, when words were erased anywhere. */
@Component
@Profile("!beside")
final class Forgetting {
    /** Rung after an erasure. No interview has this id. */
    static final UUID TOPIC = UUID.fromString("00000000-0000-0000-0000-00000000e7a5");

    Forgetting(Bell bell, List<Forgetful> all) {
        bell.listen(TOPIC, () -> all.forEach(Forgetful::forget));
    }
}
