package org.threeshift.web.security;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.threeshift.core.people.PersonId;

/**
 * What a session holds about who is signed in. All of it is text, so that no later version of the program stumbles over an
 * older one's objects.
 *
 * @param complete   whether everything that was asked for at sign-in has been shown
 * @param twoFactors whether that were two factors
 * @param since      when the sign-in began
 */
record Held(PersonId person, boolean complete, boolean twoFactors, Instant since) {
    /** Before the id of somebody who has shown one of two factors: nobody takes that for the id. */
    static final String HALFWAY = "halfway:";

    /** The {@link SignIn.Way}, by the name of its constant. */
    static final String WAY = "threeshift.way";

    /** When its person last showed who they are. */
    static final String PROVED = "threeshift.proved";

    static final String AGENT = "threeshift.agent";
    static final String ADDRESS = "threeshift.address";
    /** The hash of its browser's cookie, in hex: by it is found who is told on that device. */
    static final String BROWSER = "threeshift.browser";

    /** Where the browser goes on to after the second factor. */
    static final String NEXT = "threeshift.next";

    /** @param attributes of the session, by name */
    static Optional<Held> of(Function<String, @Nullable Object> attributes, Instant since) {
        if (!(attributes.apply(Sessions.PERSON) instanceof String principal)) {
            return Optional.empty();
        }
        boolean complete = !principal.startsWith(HALFWAY);
        String id = complete ? principal : principal.substring(HALFWAY.length());
        boolean twoFactors = attributes.apply(WAY) instanceof String way && twoFactors(way);
        return PersonId.parse(id).map(person -> new Held(person, complete, twoFactors, since));
    }

    private static boolean twoFactors(String way) {
        return Arrays.stream(SignIn.Way.values())
                .anyMatch(known -> known.twoFactors() && known.name().equals(way));
    }
}
