package org.threeshift.core.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for what people type about themselves. Each check answers with a problem, or with nothing. */
public final class Entry {
    private static final int NAME_LIMIT = 100;
    private static final int EMAIL_LIMIT = 254;
    private static final int PASSWORD_LEAST = 10;
    private static final int PASSWORD_LIMIT = 200;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    /** Whatever passes can be written to: no wider than what messages may go to. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;<>\"\\p{Z}\\p{C}]+@[^\\s@,;<>\".\\p{Z}\\p{C}]+(\\.[^\\s@,;<>\".\\p{Z}\\p{C}]+)+");

    private static final Pattern COMMON = Pattern.compile(
            "(password|passw0rd|p@ssword|p@ssw0rd|qwerty|qwertyuiop|qwertz|azerty|letmein|iloveyou|welcome|admin|administrator"
                    + "|changeme|monkey|dragon|football|baseball|sunshine|princess|secret|threeshift|abc|test|default|guest)+"
                    + "[0-9!.?_*#-]*");
    private static final Set<String> RUNS = Set.of(
            "01234567890123456789",
            "98765432109876543210",
            "12345678901234567890",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiopasdfghjklzxcvbnm",
            "1q2w3e4r5t6y7u8i9o0p",
            "qazwsxedcrfvtgbyhnujmikolp");

    private Entry() {}

    /** Outer space goes, inner space becomes single. */
    public static String tidyName(String typed) {
        return SPACES.matcher(typed).replaceAll(" ").strip();
    }

    public static String tidyEmail(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    public static Optional<Problem> name(String tidied) {
        if (tidied.isEmpty()) {
            return Optional.of(Problem.NAME_MISSING);
        }
        if (tidied.codePointCount(0, tidied.length()) > NAME_LIMIT) {
            return Optional.of(Problem.NAME_TOO_LONG);
        }
        return visible(tidied).isBlank() || unprintable(tidied)
                ? Optional.of(Problem.NAME_UNPRINTABLE)
                : Optional.empty();
    }

    /** Whether a text holds what cannot be shown: control characters, marks that turn its direction, half characters. */
    public static boolean unprintable(String text) {
        return UNPRINTABLE.matcher(visible(text)).find();
    }

    /** U+200D and U+200C join letters in names of several scripts. */
    private static String visible(String text) {
        return text.replace("\u200d", "").replace("\u200c", "");
    }

    public static Optional<Problem> email(String tidied) {
        if (tidied.isEmpty()) {
            return Optional.of(Problem.EMAIL_MISSING);
        }
        return tidied.length() > EMAIL_LIMIT || !EMAIL.matcher(tidied).matches()
                ? Optional.of(Problem.EMAIL_MALFORMED)
                : Optional.empty();
    }

    /**
     * Length instead of character classes, and nothing that is tried first (NIST SP 800-63B, section 3.1.1.2).
     *
     * @param name  as tidied, may be empty
     * @param email as tidied, may be empty
     */
    public static Optional<Problem> password(String typed, String name, String email) {
        int length = typed.codePointCount(0, typed.length());
        if (typed.isEmpty()) {
            return Optional.of(Problem.PASSWORD_MISSING);
        }
        if (length < PASSWORD_LEAST) {
            return Optional.of(Problem.PASSWORD_TOO_SHORT);
        }
        if (length > PASSWORD_LIMIT) {
            return Optional.of(Problem.PASSWORD_TOO_LONG);
        }
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        if (lower.codePoints().distinct().count() <= 2
                || COMMON.matcher(lower).matches()
                || RUNS.stream().anyMatch(run -> run.contains(lower))) {
            return Optional.of(Problem.PASSWORD_TRIVIAL);
        }
        if (LeakedPasswords.shipped().contain(lower)) {
            return Optional.of(Problem.PASSWORD_LEAKED);
        }
        String bare = name.toLowerCase(Locale.ROOT);
        return lower.equals(bare) || lower.equals(bare.replace(" ", "")) || lower.equals(email)
                ? Optional.of(Problem.PASSWORD_ABOUT_YOU)
                : Optional.empty();
    }

    public static Optional<Problem> zone(String typed) {
        return zoneOf(typed).isPresent() ? Optional.empty() : Optional.of(Problem.ZONE_UNKNOWN);
    }

    /** Only regions ({@code Europe/Berlin}) and UTC: an offset would be wrong half of the year. By its name of now. */
    public static Optional<ZoneId> zoneOf(String typed) {
        try {
            ZoneId zone = ZoneId.of(ZoneNames.now(typed.strip()));
            return ZoneId.getAvailableZoneIds().contains(zone.getId()) ? Optional.of(zone) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
