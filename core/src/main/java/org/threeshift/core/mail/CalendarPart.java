package org.threeshift.core.mail;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An iCalendar object that a message carries, as calendars understand it (RFC 5545, RFC 6047): one event that somebody is asked to,
 * or that is called off.
 *
 * @param text whole, with lines that end in CR LF and are folded at 75 octets; at most {@link #MOST_OCTETS} octets
 */
public record CalendarPart(String text) {
    public static final int MOST_OCTETS = 64_000;

    private static final int LONGEST_LINE = 75;
    private static final Pattern METHOD = Pattern.compile("\r\nMETHOD:(REQUEST|CANCEL)\r\n");

    /** What a calendar is to do with it. */
    public enum Method {
        REQUEST,
        CANCEL
    }

    public CalendarPart {
        boolean whole = text.startsWith("BEGIN:VCALENDAR\r\n") && text.endsWith("\r\nEND:VCALENDAR\r\n");
        if (!whole || !METHOD.matcher(text).find()) {
            throw new IllegalArgumentException("a calendar part is one calendar that asks or calls off");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_OCTETS) {
            throw new IllegalArgumentException("a calendar part has at most " + MOST_OCTETS + " octets");
        }
        boolean tooLong = text.lines().anyMatch(line -> line.getBytes(StandardCharsets.UTF_8).length > LONGEST_LINE);
        if (tooLong || text.replace("\r\n", "").chars().anyMatch(character -> character == '\r' || character == '\n')) {
            throw new IllegalArgumentException("a calendar part has lines of at most 75 octets that end in CR LF");
        }
    }

    public Method method() {
        Matcher found = METHOD.matcher(text);
        return found.find() ? Method.valueOf(found.group(1)) : Method.REQUEST;
    }
}
