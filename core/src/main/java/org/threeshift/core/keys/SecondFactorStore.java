package org.threeshift.core.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/** Where second factors are kept, their secrets sealed. */
interface SecondFactorStore {
    /** @param lastStep of the last code that counted */
    record Factor(String secret, long lastStep) {}

    /**
     * @param since     when a code confirmed it
     * @param codesLeft recovery codes that nobody has used
     */
    record Standing(Instant since, int codesLeft) {}

    /** @param madeAt when it was begun */
    record Draft(String secret, Instant madeAt) {}

    Optional<Factor> factor(PersonId person);

    Optional<Standing> standing(PersonId person);

    boolean has(PersonId person);

    /** Puts a factor in the place of whatever was there, recovery codes included, and ends the draft. */
    void put(PersonId person, Factor factor, Instant since);

    /** @return false when a code of that step or a later one has counted meanwhile */
    boolean use(PersonId person, long step);

    /** @return whether there was one */
    boolean remove(PersonId person);

    Optional<Draft> draft(PersonId person);

    void putDraft(PersonId person, Draft draft);

    /** In the place of all the earlier ones. */
    void putCodes(PersonId person, List<byte[]> hashes);

    /** @return false for an unknown or a used code */
    boolean useCode(PersonId person, byte[] hash, Instant at);
}
