package org.threeshift.web.keys;

import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.verifier.exception.VerificationException;

/** What the check of a passkey throws when somebody sent nonsense or a forgery; anything else is a bug and goes on. */
final class Refusals {
    private Refusals() {}

    /** @return false, for what was refused */
    static boolean of(RuntimeException thrown) {
        if (thrown instanceof VerificationException
                || thrown instanceof DataConversionException
                || thrown instanceof IllegalArgumentException) {
            return false;
        }
        throw thrown;
    }
}
