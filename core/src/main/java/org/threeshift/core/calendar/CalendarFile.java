package org.threeshift.core.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Entries as an iCalendar file (RFC 5545; RFC 5546 for those that ask somebody). The same entries are the same text, at any time. */
final class CalendarFile {
    private static final String PRODUCT = "-//Threeshift//Interviews//EN";
    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final String sender;
    private final Times times;

    /** @param sender the address from which whoever set something up is heard of; nobody's own address is given away */
    CalendarFile(String sender, Times times) {
        this.sender = sender;
        this.times = times;
    }

    String write(Method method, List<Entry> entries) {
        return write(method, List.of(), entries);
    }

    /** @param name what a calendar calls it that shows it beside others */
    String feed(Method method, String name, List<Entry> entries) {
        return write(
                method,
                List.of(
                        new XProperty("X-WR-CALNAME", name),
                        new XProperty(
                                "REFRESH-INTERVAL",
                                new ParameterList(List.of(net.fortuna.ical4j.model.parameter.Value.DURATION)),
                                "PT1H"),
                        new XProperty("X-PUBLISHED-TTL", "PT1H")),
                entries);
    }

    private String write(Method method, List<Property> more, List<Entry> entries) {
        List<Property> head = new ArrayList<>(
                List.of(ImmutableVersion.VERSION_2_0, new ProdId(PRODUCT), ImmutableCalScale.GREGORIAN, method));
        head.addAll(more);
        List<CalendarComponent> parts = new ArrayList<>();
        zones(entries).forEach((zone, at) -> parts.add(ZoneRulesText.around(zone, at)));
        entries.forEach(entry -> parts.add(event(entry)));
        return Folding.fold(new Calendar(new PropertyList(head), new ComponentList<>(parts)).toString());
    }

    /** Each zone that is named, with a time that is said in it. */
    private Map<ZoneId, Instant> zones(List<Entry> entries) {
        Map<ZoneId, Instant> zones = new LinkedHashMap<>();
        entries.stream().filter(this::byWallClock).forEach(entry -> zones.putIfAbsent(entry.zone(), entry.startsAt()));
        return zones;
    }

    private boolean byWallClock(Entry entry) {
        return times == Times.ZONE && !ZoneRulesText.plain(entry.zone());
    }

    private VEvent event(Entry entry) {
        List<Property> properties = new ArrayList<>(List.of(
                new Uid(entry.uid()),
                new Sequence(entry.sequence()),
                new DtStamp(entry.changedAt()),
                new LastModified(entry.changedAt())));
        if (byWallClock(entry)) {
            properties.add(wallClock("DTSTART", entry.startsAt(), entry.zone()));
            properties.add(wallClock("DTEND", entry.endsAt(), entry.zone()));
        } else {
            properties.add(new DtStart<>(entry.startsAt()));
            properties.add(new DtEnd<>(entry.endsAt()));
        }
        properties.add(new Summary(Words.line(entry.summary())));
        properties.add(new Description(entry.description()));
        properties.add(new Location(entry.link()));
        properties.add(new Url(URI.create(entry.link())));
        properties.add(entry.calledOff() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        properties.add(entry.calledOff() ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        properties.add(
                new Organizer(new ParameterList(List.of(new Cn(Words.parameter(entry.organiser())))), mailto(sender)));
        entry.guest().map(CalendarFile::attendee).ifPresent(properties::add);
        return new VEvent(new PropertyList(properties));
    }

    /** By hand: the library's own would give this machine 1,500 more zones as soon as one is named. */
    private static Property wallClock(String name, Instant at, ZoneId zone) {
        return new XProperty(
                name, new ParameterList(List.of(new TzId(zone.getId()))), WALL_CLOCK.format(at.atZone(zone)));
    }

    /** Nobody waits for an answer by mail: whoever cannot come says so here. */
    private static Property attendee(Entry.Guest guest) {
        return new Attendee(
                new ParameterList(List.<Parameter>of(
                        new Cn(Words.parameter(guest.name())),
                        CuType.INDIVIDUAL,
                        guest.role(),
                        guest.host() ? PartStat.ACCEPTED : PartStat.NEEDS_ACTION,
                        Rsvp.FALSE)),
                mailto(guest.email()));
    }

    /** Any address at which mail arrives: what an address may hold and no URI may is written by its number (RFC 6068, section 2). */
    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("no address", impossible);
        }
    }
}
