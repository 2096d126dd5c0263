package org.threeshift.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;

/** Instants and durations in words, on the reader's own wall clock. */
public record Moments(ZoneId zone, Instant now, Texts texts) {
    /** As in "18 Nov 2026". */
    public String date(Instant moment) {
        return format("d MMM uuuu", moment);
    }

    /** As in "30 Nov 2026", with nobody's clock to ask. */
    public String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", texts.locale()).format(date);
    }

    /** As in "Monday 30 Nov". */
    public String weekday(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE d MMM", texts.locale()).format(date);
    }

    /** As in "Thursday 19 Nov", where it is on another day than {@code other}; empty where it is on the same. */
    public String otherDay(Instant moment, Instant other) {
        LocalDate day = at(moment).toLocalDate();
        return day.equals(at(other).toLocalDate()) ? "" : weekday(day);
    }

    /** As in "14:30". */
    public String time(Instant moment) {
        return format("HH:mm", moment);
    }

    /** As in "Wed 18 Nov, 14:30", with the year when it is another year than now. */
    public String dateTime(Instant moment) {
        boolean thisYear = Year.from(at(moment)).equals(Year.from(at(now)));
        return format(thisYear ? "EEE d MMM, HH:mm" : "EEE d MMM uuuu, HH:mm", moment);
    }

    /** As in "Wed 18 Nov, 14:30 (Central European Time)": for an hour on which people agree. */
    public String zoned(Instant moment) {
        return texts.text("moment.zoned", dateTime(moment), zoneName());
    }

    /** As in "in 20 minutes", "3 hours ago" or "now"; beyond a week the date alone. */
    public String relative(Instant moment) {
        Duration distance = Duration.between(now, moment);
        Duration size = distance.abs();
        if (size.compareTo(Duration.ofSeconds(45)) < 0) {
            return texts.text("moment.now");
        }
        if (size.compareTo(Duration.ofDays(7)) > 0) {
            return date(moment);
        }
        String words = inWords(size.plusSeconds(30));
        return distance.isNegative() ? texts.text("moment.past", words) : texts.text("moment.future", words);
    }

    /** As in "0:41", "31:08" or "1:02:03". A negative duration reads as its absolute value after a minus sign. */
    public static String clock(Duration duration) {
        String sign = duration.isNegative() ? "−" : "";
        Duration size = duration.abs();
        return size.toHours() == 0
                ? "%s%d:%02d".formatted(sign, size.toMinutes(), size.toSecondsPart())
                : "%s%d:%02d:%02d".formatted(sign, size.toHours(), size.toMinutesPart(), size.toSecondsPart());
    }

    /** The same by the clock of another zone. */
    public Moments in(ZoneId other) {
        return new Moments(other, now, texts);
    }

    /** The reader's zone as they would say it, such as "Central European Time". */
    public String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, texts.locale());
    }

    private String inWords(Duration size) {
        if (size.toMinutes() < 1) {
            return texts.text("moment.minutes", 1);
        }
        if (size.toHours() < 1) {
            return texts.text("moment.minutes", size.toMinutes());
        }
        return size.toDays() < 1
                ? texts.text("moment.hours", size.toHours())
                : texts.text("moment.days", size.toDays());
    }

    private ZonedDateTime at(Instant moment) {
        return moment.atZone(zone);
    }

    private String format(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(at(moment));
    }
}
