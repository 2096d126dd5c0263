package org.threeshift.core.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A zone's rules for a calendar file, from those that Java knows (RFC 5545, section 3.6.5). Where the zone changes its clock by a rule
 * that a yearly recurrence can say, that stands there; elsewhere each change from a year before to a year after the time in question.
 */
final class ZoneRulesText {
    /** After that many years every date has had every day of the week: a recurrence that held so long holds. */
    private static final int YEARS = 28;

    private static final int DAYS_OF_WEEK = 7;
    private static final int SHORTEST_MONTH = 28;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private final ZoneId zone;
    private final ZoneRules rules;

    private ZoneRulesText(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** Whether the zone is UTC by another name, or an offset, which calendars do not know as a zone. */
    static boolean plain(ZoneId zone) {
        return zone instanceof ZoneOffset || zone.normalized() instanceof ZoneOffset;
    }

    static VTimeZone around(ZoneId zone, Instant at) {
        var text = new ZoneRulesText(zone);
        List<Observance> observances = text.byRule(at).orElseGet(() -> text.oneByOne(at));
        return new VTimeZone(
                new PropertyList(List.<Property>of(new TzId(zone.getId()))), new ComponentList<>(observances));
    }

    /** Absent where no rule is in force at that time, or one is that a recurrence cannot say. */
    private Optional<List<Observance>> byRule(Instant at) {
        int year = at.atZone(zone).getYear();
        List<ZoneOffsetTransition> explicit = rules.getTransitions();
        boolean stillExplicit =
                !explicit.isEmpty() && explicit.getLast().getInstant().isAfter(at.minusSeconds(400L * 24 * 3600));
        if (rules.getTransitionRules().isEmpty() || stillExplicit) {
            return Optional.empty();
        }
        List<Observance> observances = new ArrayList<>();
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            Optional<String> recurrence = recurrence(rule, year - 1);
            if (recurrence.isEmpty()) {
                return Optional.empty();
            }
            observances.add(
                    observance(rule.createTransition(year - 1), List.of(new RRule<LocalDateTime>(recurrence.get()))));
        }
        return Optional.of(observances);
    }

    private List<Observance> oneByOne(Instant at) {
        List<Observance> observances = new ArrayList<>();
        Instant from = at.atZone(zone).minusYears(1).toInstant();
        Instant until = at.atZone(zone).plusYears(1).toInstant();
        ZoneOffset before = rules.getOffset(from);
        observances.add(observance(from, LocalDateTime.of(1970, 1, 1, 0, 0), before, before, List.of()));
        for (ZoneOffsetTransition next = rules.nextTransition(from);
                next != null && next.getInstant().isBefore(until);
                next = rules.nextTransition(next.getInstant())) {
            observances.add(observance(next, List.of()));
        }
        return observances;
    }

    private Observance observance(ZoneOffsetTransition change, List<? extends Property> more) {
        return observance(
                change.getInstant(),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                more);
    }

    private Observance observance(
            Instant at, LocalDateTime onset, ZoneOffset before, ZoneOffset after, List<? extends Property> more) {
        List<Property> properties = new ArrayList<>(List.of(
                new DtStart<>(onset),
                new TzOffsetFrom(before),
                new TzOffsetTo(after),
                new TzName(NAME.format(at.atZone(zone)))));
        properties.addAll(more);
        var list = new PropertyList(properties);
        return rules.isDaylightSavings(at) ? new Daylight(list) : new Standard(list);
    }

    /** What the wall clock's dates of a rule have in common, if a recurrence can say it. */
    private static Optional<String> recurrence(ZoneOffsetTransitionRule rule, int from) {
        List<LocalDateTime> onsets = IntStream.range(from, from + YEARS)
                .mapToObj(year -> rule.createTransition(year).getDateTimeBefore())
                .toList();
        LocalDateTime first = onsets.getFirst();
        boolean alike = onsets.stream()
                .allMatch(onset -> onset.getMonth() == first.getMonth()
                        && onset.toLocalTime().equals(first.toLocalTime()));
        if (!alike) {
            return Optional.empty();
        }
        List<LocalDate> dates = onsets.stream().map(LocalDateTime::toLocalDate).toList();
        return days(dates).map(days -> "FREQ=YEARLY;BYMONTH=" + first.getMonthValue() + ";" + days);
    }

    private static Optional<String> days(List<LocalDate> dates) {
        LocalDate first = dates.getFirst();
        if (dates.stream().allMatch(date -> date.getDayOfMonth() == first.getDayOfMonth())) {
            return Optional.of("BYMONTHDAY=" + first.getDayOfMonth());
        }
        DayOfWeek day = first.getDayOfWeek();
        if (!dates.stream().allMatch(date -> date.getDayOfWeek() == day)) {
            return Optional.empty();
        }
        String code = day.name().substring(0, 2);
        if (dates.stream().allMatch(date -> date.getDayOfMonth() > date.lengthOfMonth() - DAYS_OF_WEEK)) {
            return Optional.of("BYDAY=-1" + code);
        }
        TreeSet<Integer> numbers = new TreeSet<>(Comparator.naturalOrder());
        dates.forEach(date -> numbers.add(date.getDayOfMonth()));
        int least = numbers.getFirst();
        if (numbers.getLast() - least >= DAYS_OF_WEEK) {
            return Optional.empty();
        }
        if ((least - 1) % DAYS_OF_WEEK == 0 && least <= SHORTEST_MONTH - DAYS_OF_WEEK + 1) {
            return Optional.of("BYDAY=" + ((least - 1) / DAYS_OF_WEEK + 1) + code);
        }
        String range = IntStream.range(least, least + DAYS_OF_WEEK)
                .mapToObj(Integer::toString)
                .collect(java.util.stream.Collectors.joining(","));
        return Optional.of("BYMONTHDAY=" + range + ";BYDAY=" + code);
    }
}
