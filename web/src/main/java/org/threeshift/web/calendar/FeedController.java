package org.threeshift.web.calendar;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.threeshift.core.calendar.Feeds;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.entry.Throttle.Kind;
import org.threeshift.core.id.Token;
import org.threeshift.web.page.Patience;

/**
 * Somebody's interviews for their calendar program, which has no way to sign in: the address is the secret. Who tries addresses that
 * open nothing is slowed down by {@code LinkGuard}; who comes too often with one that does, here.
 */
@Controller
final class FeedController {
    private final Feeds feeds;
    private final Throttle throttle;
    private final InstantSource time;

    FeedController(Feeds feeds, Throttle throttle, InstantSource time) {
        this.feeds = feeds;
        this.throttle = throttle;
        this.time = time;
    }

    @GetMapping("/calendar/feed/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        var secret = new Token(token);
        if (throttle.pass(Kind.CALENDAR_FEED, HexFormat.of().formatHex(secret.hash()), time.instant())
                instanceof Throttle.Pass.Wait(var left)) {
            Patience.ask(left, request, response);
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        String calendar = feeds.read(secret).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String tag = "\"" + hash(calendar) + "\"";
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Referrer-Policy", "no-referrer");
        // By its words alone: what stands in it no more, since somebody left a cohort, has no time at which it changed.
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return CalendarFiles.ok().eTag(tag).body(CalendarFiles.bytes(calendar));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CalendarFiles.bytes(text));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
