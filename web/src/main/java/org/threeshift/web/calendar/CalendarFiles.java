package org.threeshift.web.calendar;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Calendar files as answers: nobody's but the reader's, so that no cache between keeps them. */
public final class CalendarFiles {
    static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private CalendarFiles() {}

    static ResponseEntity.BodyBuilder ok() {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Robots-Tag", "noindex, nofollow");
    }

    /** To keep, or to open with a calendar. */
    public static ResponseEntity<byte[]> invitation(String calendar) {
        return ok().header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("invitation.ics")
                                .build()
                                .toString())
                .body(bytes(calendar));
    }

    static byte[] bytes(String calendar) {
        return calendar.getBytes(StandardCharsets.UTF_8);
    }
}
