package org.threeshift.core.busy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.people.PersonId;

/**
 * A calendar that somebody keeps elsewhere. Its address is as good as a key to it, so that nobody is shown more than its host.
 *
 * @param name      what its owner calls it
 * @param host      from where it is fetched
 * @param fetchedAt when it was last read; absent while it never was
 * @param trouble   why it could not be read when that was last tried; absent while all is well
 * @param skipped   how many of its events could not be read
 */
public record OutsideCalendar(
        UUID id,
        PersonId owner,
        String name,
        String host,
        Instant addedAt,
        Optional<Instant> fetchedAt,
        Optional<Trouble> trouble,
        int skipped) {}
