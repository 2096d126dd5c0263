package org.threeshift.core.invitee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.component.VEvent;
import org.threeshift.core.mail.Message;

/** Mail as whoever gets it reads it. */
final class Letters {
    private Letters() {}

    /** The only one that goes to an address. */
    static Message only(List<Message> all, String address) {
        List<Message> theirs = to(all, address);
        assertThat(theirs).hasSize(1);
        return theirs.getFirst();
    }

    static List<Message> to(List<Message> all, String address) {
        return all.stream().filter(message -> message.address().equals(address)).toList();
    }

    /** What a mail carries for a calendar, as ical4j reads it back. */
    static VEvent entry(Message message, String method) {
        try {
            Calendar calendar = new CalendarBuilder()
                    .build(new StringReader(message.calendar().orElseThrow().text()));
            calendar.validate();
            assertThat(value(calendar, Property.METHOD)).isEqualTo(method);
            return (VEvent) calendar.getComponents(Component.VEVENT).getFirst();
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static String value(PropertyContainer container, String name) {
        return container.getProperty(name).orElseThrow().getValue();
    }
}
