package org.threeshift.core.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.calendar.CalendarInvites;
import org.threeshift.core.mail.CalendarPart;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** By e-mail, through the outbox. What is agreed on, moved or called off comes with its entry for the person's calendar. */
@Component
final class EmailSender implements Sender {
    private final Mails mails;
    private final PostgresDue store;
    private final CalendarInvites calendars;
    private final List<Enclosures> enclosures;

    EmailSender(PostgresDue store, Mails mails, CalendarInvites calendars, List<Enclosures> enclosures) {
        this.store = store;
        this.mails = mails;
        this.calendars = calendars;
        this.enclosures = List.copyOf(enclosures);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean reaches(Person person) {
        return person.email().isPresent();
    }

    @Override
    public void send(Dispatch dispatch) {
        Map<String, String> values = new HashMap<>(dispatch.values());
        values.put("name", dispatch.to().name());
        values.put("link", dispatch.link());
        values.put("length", dispatch.about().flatMap(calendars::length).orElse(""));
        mails.post(new Mail(
                "notice:" + dispatch.notice(),
                topic(dispatch.kind()),
                dispatch.to().email().orElseThrow(),
                Optional.of(dispatch.to().id()),
                values,
                calendar(dispatch)
                        .or(() -> enclosures.stream()
                                .flatMap(enclosure -> enclosure.of(dispatch).stream())
                                .findFirst())));
    }

    /** Nobody is asked to take out of their calendar what no mail has put in. */
    private Optional<CalendarPart> calendar(Dispatch dispatch) {
        PersonId person = dispatch.to().id();
        return what(dispatch.kind())
                .flatMap(what -> dispatch.about()
                        .filter(interview -> what != CalendarInvites.What.CANCELLED
                                || store.standing(interview, person)
                                        .filter(Standing::invited)
                                        .isPresent())
                        .flatMap(interview -> calendars.of(person, interview, what)));
    }

    private static Optional<CalendarInvites.What> what(Kind kind) {
        return switch (kind) {
            case BOOKED, PLANNED -> Optional.of(CalendarInvites.What.BOOKED);
            case CHANGED, MOVED, CLOCKS_CHANGED -> Optional.of(CalendarInvites.What.CHANGED);
            case CANCELLED, TAKEN_OFF, CALLED_OFF, MISSED -> Optional.of(CalendarInvites.What.CANCELLED);
            case MATCHED,
                    EVENING_ASKED,
                    EVENING_PLANNED,
                    EVENING_CHANGED,
                    EVENING_OFF,
                    EVENING_WITHOUT,
                    EVENING_DECLINED,
                    EVENING_GUESTS,
                    TEAM_ASKED,
                    TEAM_JOINED,
                    TEAM_DECLINED,
                    CONFIRM,
                    RELEASED,
                    LEFT_OVER,
                    MOVE_ASKED,
                    TOMORROW,
                    IN_TEN_MINUTES,
                    PARTNER_WAITING,
                    SHEET_OWED,
                    SHEET_STILL_OWED,
                    SHEETS_MISSING,
                    SCORECARD_READY,
                    WEEKLY_SUMMARY -> Optional.empty();
        };
    }

    static Topic topic(Kind kind) {
        return Topic.valueOf(kind.name());
    }
}
