package org.threeshift.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A form of one of our own pages that was not taken, as its page is older than the sign-in, or than the browser's token. Its person
 * may send it again from the page that says so.
 *
 * @param form          what was sent, without the old token
 * @param kept          whether all of it can be given back: a password, a code or a file can not
 * @param asksForSignIn whether nobody but who is signed in may send it
 */
public record StaleForm(Unsent form, boolean kept, boolean asksForSignIn) {
    private static final String ATTRIBUTE = StaleForm.class.getName();

    /**
     * Leaves it for the error page of this request.
     *
     * @param token how forms call the token
     */
    public static void keep(HttpServletRequest request, String token, boolean asksForSignIn) {
        Map<String, String[]> sent = request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals(token))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean whole = String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded");
        boolean kept = whole && !Unsent.secret(sent);
        request.setAttribute(
                ATTRIBUTE,
                new StaleForm(Unsent.of(request.getRequestURI(), kept ? sent : Map.of()), kept, asksForSignIn));
    }

    static Optional<StaleForm> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof StaleForm form ? Optional.of(form) : Optional.empty();
    }
}
