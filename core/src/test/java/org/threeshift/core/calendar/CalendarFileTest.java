package org.threeshift.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for calendars, read back by ical4j as they read it. */
class CalendarFileTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String SENDER = "practice@example.org";

    @Test
    void an_invitation_asks_one_person_to_one_event() throws Exception {
        Calendar read = read(write(ImmutableMethod.REQUEST, Times.ZONE, entry(0, false)));

        assertThat(read.validate().hasErrors()).isFalse();
        assertThat(value(read, Property.METHOD)).isEqualTo("REQUEST");
        assertThat(value(read, Property.VERSION)).isEqualTo("2.0");
        VEvent event = event(read);
        event.validate(ImmutableMethod.REQUEST);
        assertThat(value(event, Property.UID)).isEqualTo("018f-7");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.DTSTAMP)).isEqualTo("20261120T091500Z");
        assertThat(value(event, Property.LOCATION)).isEqualTo("https://practice.example.org/room/1");
        assertThat(value(event, Property.URL)).isEqualTo("https://practice.example.org/room/1");
        Property organiser = event.getRequiredProperty(Property.ORGANIZER);
        assertThat(organiser.getValue()).isEqualTo("mailto:" + SENDER);
        assertThat(parameter(organiser, Parameter.CN)).isEqualTo("Hanna Host");
        Property guest = event.getRequiredProperty(Property.ATTENDEE);
        assertThat(guest.getValue()).isEqualTo("mailto:ada@example.org");
        assertThat(parameter(guest, Parameter.ROLE)).isEqualTo("REQ-PARTICIPANT");
        assertThat(parameter(guest, Parameter.PARTSTAT)).isEqualTo("NEEDS-ACTION");
        assertThat(parameter(guest, Parameter.RSVP)).isEqualTo("FALSE");
    }

    @Test
    void a_change_is_the_same_event_with_a_higher_number_and_a_cancellation_is_one_more() throws Exception {
        Calendar changed = read(write(ImmutableMethod.REQUEST, Times.ZONE, entry(1, false)));
        Calendar cancelled = read(write(ImmutableMethod.CANCEL, Times.ZONE, entry(2, true)));

        assertThat(value(event(changed), Property.UID)).isEqualTo(value(event(cancelled), Property.UID));
        assertThat(value(event(changed), Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(event(cancelled), Property.SEQUENCE)).isEqualTo("2");
        assertThat(value(cancelled, Property.METHOD)).isEqualTo("CANCEL");
        assertThat(value(event(cancelled), Property.STATUS)).isEqualTo("CANCELLED");
        event(cancelled).validate(ImmutableMethod.CANCEL);
    }

    @Test
    void in_utc_it_names_no_zone() throws Exception {
        String text = write(ImmutableMethod.PUBLISH, Times.UTC, entry(0, false));
        assertThat(text)
                .contains("DTSTART:20261203T090000Z\r\n", "DTEND:20261203T094500Z\r\n")
                .doesNotContain("TZID");
        assertThat(start(read(text))).isEqualTo(Instant.parse("2026-12-03T09:00:00Z"));
    }

    @Test
    void by_the_wall_clock_it_brings_the_zone_along_and_is_the_same_moment() throws Exception {
        String text = write(ImmutableMethod.PUBLISH, Times.ZONE, entry(0, false));
        assertThat(text)
                .contains("DTSTART;TZID=Europe/Berlin:20261203T100000\r\n")
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n");
        assertThat(start(read(text))).isEqualTo(Instant.parse("2026-12-03T09:00:00Z"));
    }

    /** Days beside a change, as ical4j takes the whole day of one for after it. Half hours, the south, a clock that changes at midnight by UTC, one that changes by no rule, and one that never changes. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-27T12:00:00Z",
        "Europe/Berlin, 2026-03-30T12:00:00Z",
        "Europe/Berlin, 2026-07-01T10:00:00Z",
        "America/New_York, 2026-10-30T12:00:00Z",
        "America/New_York, 2026-11-02T12:00:00Z",
        "America/St_Johns, 2026-06-01T12:00:00Z",
        "Australia/Lord_Howe, 2026-12-01T12:00:00Z",
        "Australia/Lord_Howe, 2026-06-01T12:00:00Z",
        "Pacific/Auckland, 2026-12-24T12:00:00Z",
        "Asia/Kolkata, 2026-12-01T12:00:00Z",
        "Asia/Kathmandu, 2026-12-01T12:00:00Z",
        "America/Nuuk, 2026-07-01T12:00:00Z",
        "Africa/Casablanca, 2026-03-01T12:00:00Z",
        "Africa/Casablanca, 2026-06-01T12:00:00Z",
        "Europe/Dublin, 2026-07-01T12:00:00Z",
        "America/Santiago, 2026-10-01T12:00:00Z"
    })
    void the_rules_of_a_zone_in_a_file_give_the_offset_that_the_zone_has(ZoneId zone, Instant at) {
        VTimeZone told = ZoneRulesText.around(zone, at);
        ZonedDateTime shown = at.atZone(zone);
        assertThat(told.validate(true).hasErrors()).isFalse();
        assertThat(Objects.requireNonNull(told.getApplicableObservance(shown))
                        .getRequiredProperty(Property.TZOFFSETTO)
                        .getValue())
                .isEqualTo(shown.getOffset().getId().replace("Z", "+0000").replace(":", ""));
    }

    @Test
    void an_offset_is_no_zone_for_a_calendar() {
        assertThat(ZoneRulesText.plain(ZoneId.of("UTC"))).isTrue();
        assertThat(ZoneRulesText.plain(ZoneId.of("+02:00"))).isTrue();
        assertThat(ZoneRulesText.plain(ZoneId.of("Etc/UTC"))).isTrue();
        assertThat(ZoneRulesText.plain(BERLIN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Screen\r\nATTENDEE:mailto:eve@example.org",
                "Screen\nBEGIN:VALARM",
                "Screen\u2028DTSTART:19700101T000000Z",
                "A; B, C \\ D: \"E\" \\n F",
                "\u202eneercS",
                "Größe 漢字 👩‍🏫 Größe 漢字 Größe 漢字 Größe 漢字 Größe 漢字 Größe 漢字 Größe 漢字 Größe 漢字 Größe 漢字 Größe 漢字 Größe 漢字"
            })
    void whatever_a_title_or_a_name_holds_is_words_in_folded_lines(String hostile) throws Exception {
        var guest = new Entry.Guest(hostile, "ada@example.org", Role.REQ_PARTICIPANT, false);
        String text = write(
                ImmutableMethod.REQUEST,
                Times.ZONE,
                new Entry(
                        "018f-7",
                        0,
                        Instant.parse("2026-11-20T09:15:00Z"),
                        Instant.parse("2026-12-03T09:00:00Z"),
                        Instant.parse("2026-12-03T09:45:00Z"),
                        BERLIN,
                        hostile,
                        Words.line(hostile) + "\n" + Words.line(hostile),
                        "https://practice.example.org/room/1",
                        hostile,
                        false,
                        Optional.of(guest)));

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        Calendar read = read(text);
        assertThat(read.getComponents(Component.VEVENT)).hasSize(1);
        assertThat(event(read).getProperties(Property.ATTENDEE)).hasSize(1);
        assertThat(event(read).getProperties(Property.DTSTART)).hasSize(1);
        assertThat(event(read).getComponents()).isEmpty();
        assertThat(value(event(read), Property.SUMMARY)).isEqualTo(Words.line(hostile));
        assertThat(parameter(event(read).getRequiredProperty(Property.ATTENDEE), Parameter.CN))
                .isEqualTo(Words.parameter(hostile));
    }

    /** All that may stand before the @ by RFC 5322, and what is typed there besides. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a|b", "a%b", "a%41b", "{a}", "a^b", "a`b", "a\\b", "a#b", "a?b", "a&b=c", "a+b", "a/b", "a:b", "a[b]",
                "jürgen"
            })
    void whoever_has_an_odd_address_is_asked_at_that_address(String local) throws Exception {
        var guest = new Entry.Guest("Ada", local + "@example.org", Role.REQ_PARTICIPANT, false);
        Entry plain = entry(0, false);
        String text = write(
                ImmutableMethod.REQUEST,
                Times.ZONE,
                new Entry(
                        plain.uid(),
                        plain.sequence(),
                        plain.changedAt(),
                        plain.startsAt(),
                        plain.endsAt(),
                        plain.zone(),
                        plain.summary(),
                        plain.description(),
                        plain.link(),
                        plain.organiser(),
                        plain.calledOff(),
                        Optional.of(guest)));

        Property attendee = event(read(text)).getRequiredProperty(Property.ATTENDEE);
        assertThat(((Attendee) attendee).getCalAddress().getSchemeSpecificPart())
                .isEqualTo(local + "@example.org");
    }

    @Test
    void a_title_that_is_not_tidied_would_be_another_property() {
        assertThat("SUMMARY:Screen\r\nATTENDEE:mailto:eve@example.org".lines()).hasSize(2);
        assertThat(Folding.fold("SUMMARY:Screen\r\nATTENDEE:mailto:eve@example.org\r\n")
                        .lines())
                .hasSize(2);
    }

    @Test
    void the_same_entries_are_the_same_text() {
        assertThat(write(ImmutableMethod.PUBLISH, Times.UTC, entry(1, false)))
                .isEqualTo(write(ImmutableMethod.PUBLISH, Times.UTC, entry(1, false)));
    }

    private static Entry entry(int sequence, boolean calledOff) {
        return new Entry(
                "018f-7",
                sequence,
                Instant.parse("2026-11-20T09:15:00Z"),
                Instant.parse("2026-12-03T09:00:00Z"),
                Instant.parse("2026-12-03T09:45:00Z"),
                BERLIN,
                "Interview: Hiring-manager screen, with Hanna Host",
                "You are interviewed by Hanna Host.\nCome in here: https://practice.example.org/room/1",
                "https://practice.example.org/room/1",
                "Hanna Host",
                calledOff,
                Optional.of(new Entry.Guest("Ada", "ada@example.org", Role.REQ_PARTICIPANT, false)));
    }

    private static String write(Method method, Times times, Entry entry) {
        return new CalendarFile(SENDER, times).write(method, List.of(entry));
    }

    private static Calendar read(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponents(Component.VEVENT).getFirst();
    }

    private static Instant start(Calendar calendar) {
        Temporal start = ((DtStart<?>) event(calendar).getRequiredProperty(Property.DTSTART)).getDate();
        return switch (start) {
            case Instant at -> at;
            case OffsetDateTime at -> at.toInstant();
            case ZonedDateTime at -> at.toInstant();
            default -> throw new IllegalStateException(start.getClass().getName());
        };
    }

    private static String value(net.fortuna.ical4j.model.PropertyContainer holder, String name) {
        return holder.getRequiredProperty(name).getValue();
    }

    private static String parameter(Property property, String name) {
        return property.getRequiredParameter(name).getValue();
    }
}
