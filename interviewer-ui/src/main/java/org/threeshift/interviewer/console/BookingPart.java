package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Parts.link;
import static org.threeshift.interviewer.shell.Parts.part;
import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import org.threeshift.core.booking.Booking;

/** Of a session that was booked: for how long, what its candidate answered beforehand, and where it is moved. */
final class BookingPart extends Section {
    BookingPart(Optional<Booking> booked) {
        addClassNames("card", "pad", "stack-s", "booked");
        getElement().setAttribute("hidden", booked.isEmpty());
        booked.ifPresent(this::tell);
    }

    private void tell(Booking booking) {
        add(
                new H3(text("booked.heading")),
                part(
                        "p",
                        "small muted",
                        text("booked.length", booking.kindName(), booking.minutes(), booking.interviewMinutes())));
        booking.answers().stream()
                .filter(answer -> !answer.text().isEmpty())
                .forEach(answer -> add(
                        part("p", "small muted breaks", answer.question()), part("p", "words breaks", answer.text())));
        if (booking.ahead()) {
            add(link("/bookings/" + booking.interview(), text("booked.change"), "button"));
        }
    }
}
