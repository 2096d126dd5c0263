package org.threeshift.core.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.calendar.CalendarInvites;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Person;

/** By e-mail, through the outbox. What is agreed on, moved or called off comes with its entry for the person's calendar. */
@Component
final class MailSender implements Sender {
    private final Mails mails;
    private final CalendarInvites calendars;

    MailSender(Mails mails, CalendarInvites calendars) {
        this.mails = mails;
        this.calendars = calendars;
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
        mails.post(new Mail(
                "notice:" + dispatch.notice(),
                topic(dispatch.kind()),
                dispatch.to().email().orElseThrow(),
                Optional.of(dispatch.to().id()),
                values,
                what(dispatch.kind())
                        .flatMap(what -> dispatch.about()
                                .flatMap(interview -> calendars.of(dispatch.to().id(), interview, what)))));
    }

    private static Optional<CalendarInvites.What> what(Kind kind) {
        return switch (kind) {
            case BOOKED -> Optional.of(CalendarInvites.What.BOOKED);
            case CHANGED -> Optional.of(CalendarInvites.What.CHANGED);
            case CANCELLED, MISSED -> Optional.of(CalendarInvites.What.CANCELLED);
            case MATCHED,
                    CONFIRM,
                    RELEASED,
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
