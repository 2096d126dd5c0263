package org.threeshift.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.threeshift.core.id.Ids;

/**
 * Keeps the page that refuses what a browser sent, in the session of whoever sent it, and leads the browser there: what answers a
 * POST no browser shows again on Back, as pages are kept in no cache. What is called like a secret is not kept, and its page is the
 * answer itself; so is it for whoever is no browser that opens a page.
 */
@Component
final class RefusedForms extends OncePerRequestFilter {
    static final String PARAMETER = "refused";

    /** So many a session keeps, each in a place of its own; one more takes the oldest one's, however many come at once. */
    static final int MOST = 4;

    private static final List<String> PLACES = IntStream.range(0, MOST)
            .mapToObj(place -> "threeshift.refused." + place)
            .toList();

    /** In characters. No form of people's is so long. */
    static final int LONGEST = 400_000;

    private final Ids ids;

    RefusedForms(Ids ids) {
        this.ids = ids;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> kept = kept(request);
        if (kept.isPresent()) {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(kept.get().getBytes(StandardCharsets.UTF_8));
        } else if (opensPage(request)) {
            var answer = new ContentCachingResponseWrapper(response);
            chain.doFilter(new Unpacked(request), answer);
            keepOrPass(request, answer);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What is kept is text. */
    private static final class Unpacked extends HttpServletRequestWrapper {
        Unpacked(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING)
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }
    }

    /** A form of somebody who is signed in, as a browser sends it to show what comes of it. */
    private static boolean opensPage(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRemoteUser() != null
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && Optional.ofNullable(request.getContentType())
                        .filter(type -> type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE))
                        .isPresent()
                && !Unsent.secret(request.getParameterMap());
    }

    private void keepOrPass(HttpServletRequest request, ContentCachingResponseWrapper answer) throws IOException {
        HttpSession session = request.getSession(false);
        String page = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        if (answer.getStatus() != HttpStatus.UNPROCESSABLE_CONTENT.value()
                || session == null
                || page.isEmpty()
                || page.length() > LONGEST) {
            answer.copyBodyToResponse();
            return;
        }
        String id = ids.next().toString();
        keep(session, new Kept(id, request.getRemoteUser(), Nonce.of(request), page));
        answer.resetBuffer();
        answer.setStatus(HttpStatus.SEE_OTHER.value());
        answer.setHeader(HttpHeaders.LOCATION, form(request) + PARAMETER + "=" + id);
        answer.copyBodyToResponse();
    }

    /** @param nonce of the scripts in the page */
    private record Kept(String id, String person, String nonce, String page) {
        /** As text, so that no later version of the program stumbles over an older one's objects; small, as each request reads it. */
        String packed() {
            return String.join("\n", id, person, nonce, Packed.pack(page));
        }

        static Optional<Kept> of(@Nullable Object packed) {
            String[] parts = packed instanceof String text ? text.split("\n", 4) : new String[0];
            return parts.length == 4
                    ? Optional.of(new Kept(parts[0], parts[1], parts[2], Packed.unpack(parts[3])))
                    : Optional.empty();
        }
    }

    /** Ids sort by their time. */
    private static void keep(HttpSession session, Kept page) {
        String place = PLACES.stream()
                .min(Comparator.comparing(
                        one -> session.getAttribute(one) instanceof String text ? text : "", Comparator.naturalOrder()))
                .orElseThrow();
        session.setAttribute(place, page.packed());
    }

    private static Optional<String> kept(HttpServletRequest request) {
        @Nullable String id = request.getMethod().equals("GET") ? request.getParameter(PARAMETER) : null;
        @Nullable HttpSession session = id == null ? null : request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        return PLACES.stream()
                .map(session::getAttribute)
                .filter(packed -> packed instanceof String text && text.startsWith(id + "\n"))
                .flatMap(packed -> Kept.of(packed).stream())
                .filter(page -> page.person().equals(request.getRemoteUser()))
                .map(page -> page.page().replace(page.nonce(), Nonce.of(request)))
                .findFirst();
    }

    /** Where the form stands, up to the place for one more parameter: that page is shown once its typed self is not kept any more. */
    private static String form(HttpServletRequest request) {
        URI from = Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .flatMap(RefusedForms::within)
                .orElseGet(() -> URI.create(request.getRequestURI()));
        String query = Arrays.stream(
                        Optional.ofNullable(from.getRawQuery()).orElse("").split("&"))
                .filter(one -> !one.isEmpty() && !one.startsWith(PARAMETER + "="))
                .map(one -> one + "&")
                .reduce("", String::concat);
        return from.getRawPath() + "?" + query;
    }

    /** The path and what follows it, so that it leads nowhere else whatever was sent. */
    private static Optional<URI> within(String referer) {
        try {
            URI from = new URI(referer);
            return Optional.of(from)
                    .filter(uri -> uri.getRawPath() != null
                            && uri.getRawPath().startsWith("/")
                            && !uri.getRawPath().startsWith("//"));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
