package org.threeshift.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The word that lets a script of this very answer run: in the answer's policy and on each of its script elements. A script that
 * somebody smuggled into a page can't know it.
 */
public final class Nonce {
    private static final String ATTRIBUTE = Nonce.class.getName();
    private static final int BYTES = 16;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Nonce() {}

    /** The same for the whole answer; 128 random bits, made when first asked for. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String made) {
            return made;
        }
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        String fresh = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }
}
