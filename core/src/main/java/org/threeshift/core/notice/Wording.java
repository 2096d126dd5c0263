package org.threeshift.core.notice;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

/** Says a notice's values in words, for a message that leaves the application: times on the person's wall clock, with its zone. */
public final class Wording {
    private static final Set<String> MOMENTS = Set.of("at", "before", "confirm-by", "next");
    private static final Set<String> COUNTS = Set.of("held", "ready", "ahead", "owed");

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.threeshift.core.notice.notice", Locale.ENGLISH);

    private Wording() {}

    static String text(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(arguments);
    }

    /** @param named with names in the place of ids */
    static Map<String, String> inWords(Map<String, String> named, ZoneId zone, Instant now) {
        var words = new HashMap<>(named);
        MOMENTS.forEach(name ->
                words.computeIfPresent(name, (_, at) -> at.isEmpty() ? "" : moment(Instant.parse(at), zone, now)));
        COUNTS.forEach(name -> words.computeIfPresent(name, (_, count) -> text(name, Integer.valueOf(count))));
        words.computeIfPresent("next", (_, at) -> at.isEmpty() ? text("no-next") : text("next", at));
        words.computeIfPresent("reason", (_, said) -> reason(said));
        words.computeIfPresent("hours", (_, kept) -> hours(kept, zone, now));
        words.computeIfPresent("answer", (_, code) -> code.isEmpty() ? "" : text("answer." + code));
        words.computeIfPresent("anew", (_, anew) -> text(anew.isEmpty() ? "planned" : "planned-anew"));
        words.computeIfPresent("new-note", (_, note) -> note.isEmpty() ? "" : text("new-note", note));
        words.computeIfPresent("partners", (_, names) -> names.isEmpty() ? "" : text("meets", names));
        words.computeIfPresent("gone", (_, names) -> names.isEmpty() ? "" : text("gone", names));
        words.computeIfPresent("alone", (_, names) -> names.isEmpty() ? "" : text("alone", names));
        words.computeIfPresent("whom", (_, names) -> names.isEmpty() ? text("meets-nobody") : text("meets", names));
        return words;
    }

    /** What somebody said of why, as a sentence of its own; that they said nothing, where they did not. */
    public static String reason(String said) {
        return said.isBlank() ? text("no-reason") : text("reason", said);
    }

    /** The same where their words are not passed on, as mail programs would make a link of them. */
    public static String reasonWithAddress() {
        return text("reason-with-address");
    }

    private static String hours(String kept, ZoneId zone, Instant now) {
        return Hours.parse(kept)
                .map(hours -> text(
                                "hours." + hours.change(),
                                wallClock(hours.now().from(), zone, now),
                                clock(hours.now().until(), zone),
                                wallClock(hours.before().from(), zone, now),
                                clock(hours.before().until(), zone))
                        + " "
                        + zone(zone))
                .orElse("");
    }

    private static String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).format(at.atZone(zone));
    }

    /** On a wall clock and with its zone; with the year where it is another one than now. */
    public static String moment(Instant at, ZoneId zone, Instant now) {
        return wallClock(at, zone, now) + " " + zone(zone);
    }

    private static String wallClock(Instant at, ZoneId zone, Instant now) {
        boolean thisYear = at.atZone(zone).getYear() == now.atZone(zone).getYear();
        return DateTimeFormatter.ofPattern(WORDS.getString(thisYear ? "moment" : "moment.year"), Locale.ENGLISH)
                .format(at.atZone(zone));
    }

    private static String zone(ZoneId zone) {
        return text("zone", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
}
