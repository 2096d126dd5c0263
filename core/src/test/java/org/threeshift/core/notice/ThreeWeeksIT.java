package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/**
 * Three weeks of autumn 2026, in the middle of which the clocks of Europe go back, and exactly what everybody was told when, by which
 * way.
 */
class ThreeWeeksIT {
    private static final Instant BEGIN = Instant.parse("2026-10-12T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-02T14:00:00Z");

    @AutoClose
    private final Town town = new Town(BEGIN, _ -> false);

    private final Script script = new Script(town);
    private final Map<String, InterviewId> interviews = new HashMap<>();

    private final Person dana = town.person("Dana", Role.COACH, "Europe/Berlin");
    private final Person mira = town.person("Mira", Role.MEMBER, "Europe/Berlin");
    private final Person pia = town.person("Pia", Role.MEMBER, "Europe/Berlin");
    private final Person luis = town.person("Luis", Role.MEMBER, "America/New_York");
    private final Person ben = town.person("Ben", Role.MEMBER, "Asia/Kathmandu");
    private final Person quin = town.person("Quin", Role.MEMBER, "Europe/Berlin");

    @Test
    void everybody_is_told_once_each_way_of_what_stands_and_of_nothing_else() {
        town.choose(pia.id(), Set.of(Kind.IN_TEN_MINUTES), Channel.EMAIL, Channel.PUSH);
        town.choose(quin.id(), Set.of(Kind.values()));
        held();
        movedTwiceAndCalledOff();
        calledOffBeforeAnybodyWasTold();
        missed();
        aSheetOwed();
        aPersonWhoWantsNothing();
        bookedLate();

        // On the hour, and ten minutes before it.
        script.every(Duration.ofHours(1), BEGIN, END);
        script.every(Duration.ofHours(1), BEGIN.plus(Duration.ofMinutes(50)), END);
        script.play(town::look);

        assertThat(town.told()).containsExactlyElementsOf(expected());
        assertThat(mails())
                .isEqualTo(town.told().stream()
                        .filter(line -> line.endsWith(" EMAIL"))
                        .count());
        assertThat(mail("changed", "Mira"))
                .containsExactly(
                        "Saturday 24 October, 18:00 (Central European Time)",
                        "Sunday 25 October, 18:00 (Central European Time)");
        assertThat(calendars())
                .containsExactly(
                        "booked carries REQUEST",
                        "called-off carries CANCEL",
                        "cancelled carries CANCEL",
                        "changed carries REQUEST",
                        "missed carries CANCEL",
                        "moved carries REQUEST",
                        "planned carries REQUEST");
        assertThat(town.bean(Inbox.class).unread(mira.id())).isEqualTo(13);
    }

    /** On the 15th, ten o’clock in Berlin. */
    private void held() {
        script.when("10-12T09:00", () -> interviews.put("held", town.book(dana, mira, "2026-10-15T08:00:00Z")));
        script.when("10-15T08:00", () -> town.start(of("held"), dana));
        script.when("10-15T08:40", () -> town.send(of("held"), dana, new Command.Finish()));
        script.when("10-15T09:00", () -> town.lock(of("held"), dana));
        script.when("10-15T12:00", () -> town.send(of("held"), dana, new Command.Publish(true)));
    }

    /** The day to which it goes has 25 hours in Berlin, and the one before is the day of the reminder. */
    private void movedTwiceAndCalledOff() {
        script.when("10-12T10:00", () -> interviews.put("moved", town.book(luis, mira, "2026-10-16T14:00:00Z")));
        script.when("10-13T10:00", () -> town.move(of("moved"), luis, "2026-10-24T16:00:00Z"));
        script.when("10-14T10:00", () -> town.move(of("moved"), luis, "2026-10-25T17:00:00Z"));
        script.when("10-25T10:00", () -> town.send(of("moved"), luis, new Command.Cancel("Ill.")));
    }

    private void calledOffBeforeAnybodyWasTold() {
        script.when("10-14T11:00", () -> {
            InterviewId never = town.book(dana, mira, "2026-10-30T08:00:00Z", ben);
            town.move(never, dana, "2026-10-30T09:00:00Z");
            town.send(never, dana, new Command.Cancel("A slip."));
        });
    }

    private void missed() {
        script.when("10-13T12:00", () -> interviews.put("missed", town.book(dana, pia, "2026-10-20T09:00:00Z")));
        script.when("10-20T08:55", () -> town.enter(of("missed"), dana));
        script.when("10-20T09:11", () -> town.send(of("missed"), dana, new Command.ReportNoShow(Absent.CANDIDATE)));
    }

    private void aSheetOwed() {
        script.when("10-13T13:00", () -> interviews.put("owed", town.book(dana, mira, "2026-10-21T08:00:00Z", ben)));
        script.when("10-21T08:00", () -> town.start(of("owed"), dana));
        script.when("10-21T08:30", () -> {
            town.send(of("owed"), dana, new Command.Finish());
            town.lock(of("owed"), dana);
        });
        script.when("10-23T12:00", () -> town.lock(of("owed"), ben));
        script.when("10-23T13:00", () -> town.send(of("owed"), dana, new Command.Publish(true)));
    }

    private void aPersonWhoWantsNothing() {
        script.when("10-26T09:00", () -> interviews.put("quiet", town.book(dana, quin, "2026-10-28T09:00:00Z")));
        script.when("10-28T09:00", () -> town.start(of("quiet"), dana));
        script.when("10-28T09:20", () -> {
            town.send(of("quiet"), dana, new Command.Finish());
            town.lock(of("quiet"), dana);
        });
        script.when("10-28T10:00", () -> town.send(of("quiet"), dana, new Command.Publish(true)));
    }

    private void bookedLate() {
        script.when("10-29T20:00", () -> interviews.put("late", town.book(dana, pia, "2026-10-30T08:00:00Z")));
        script.when("10-30T07:58", () -> town.enter(of("late"), dana, pia));
        script.when("10-30T08:00", () -> town.start(of("late"), dana));
        script.when("10-30T08:20", () -> town.send(of("late"), dana, new Command.Finish()));
        script.when("10-30T12:00", () -> {
            town.lock(of("late"), dana);
            town.send(of("late"), dana, new Command.Publish(true));
        });
    }

    /** By hand, from what is to be told. */
    private static List<String> expected() {
        return Script.told("""
                        10-12T09:00 Dana PLANNED EMAIL
                        10-12T09:00 Mira BOOKED EMAIL IN_APP
                        10-12T10:00 Luis PLANNED EMAIL
                        10-12T10:00 Mira BOOKED EMAIL IN_APP
                        10-12T12:00 Luis WEEKLY_SUMMARY EMAIL
                        10-13T10:00 Luis MOVED EMAIL
                        10-13T10:00 Mira CHANGED EMAIL IN_APP
                        10-13T12:00 Dana PLANNED EMAIL
                        10-13T12:00 Pia BOOKED EMAIL IN_APP
                        10-13T13:00 Ben BOOKED EMAIL IN_APP
                        10-13T13:00 Dana PLANNED EMAIL
                        10-13T13:00 Mira BOOKED EMAIL IN_APP
                        10-14T08:00 Dana TOMORROW EMAIL IN_APP
                        10-14T08:00 Mira TOMORROW EMAIL IN_APP
                        10-14T10:00 Luis MOVED EMAIL
                        10-14T10:00 Mira CHANGED EMAIL IN_APP
                        10-15T07:50 Dana IN_TEN_MINUTES IN_APP
                        10-15T07:50 Mira IN_TEN_MINUTES IN_APP
                        10-15T12:00 Mira SCORECARD_READY EMAIL IN_APP
                        10-19T02:50 Ben WEEKLY_SUMMARY EMAIL
                        10-19T06:00 Dana WEEKLY_SUMMARY EMAIL
                        10-19T06:00 Mira WEEKLY_SUMMARY EMAIL
                        10-19T06:00 Pia WEEKLY_SUMMARY EMAIL
                        10-19T09:00 Dana TOMORROW EMAIL IN_APP
                        10-19T09:00 Pia TOMORROW EMAIL IN_APP
                        10-19T12:00 Luis WEEKLY_SUMMARY EMAIL
                        10-20T08:00 Ben TOMORROW EMAIL IN_APP
                        10-20T08:00 Dana TOMORROW EMAIL IN_APP
                        10-20T08:00 Mira TOMORROW EMAIL IN_APP
                        10-20T08:50 Dana IN_TEN_MINUTES IN_APP
                        10-20T08:50 Pia IN_TEN_MINUTES EMAIL PUSH
                        10-20T09:00 Pia PARTNER_WAITING EMAIL IN_APP PUSH
                        10-20T09:11 Pia MISSED EMAIL IN_APP PUSH
                        10-21T07:50 Ben IN_TEN_MINUTES IN_APP
                        10-21T07:50 Dana IN_TEN_MINUTES IN_APP
                        10-21T07:50 Mira IN_TEN_MINUTES IN_APP
                        10-21T09:50 Ben SHEET_OWED EMAIL IN_APP
                        10-22T08:50 Ben SHEET_STILL_OWED EMAIL IN_APP
                        10-23T08:50 Dana SHEETS_MISSING EMAIL IN_APP
                        10-23T13:00 Mira SCORECARD_READY EMAIL IN_APP
                        10-24T16:00 Mira TOMORROW EMAIL IN_APP
                        10-24T17:00 Luis TOMORROW EMAIL IN_APP
                        10-25T10:00 Luis CALLED_OFF EMAIL
                        10-25T10:00 Mira CANCELLED EMAIL IN_APP
                        10-26T02:50 Ben WEEKLY_SUMMARY EMAIL
                        10-26T07:00 Dana WEEKLY_SUMMARY EMAIL
                        10-26T07:00 Mira WEEKLY_SUMMARY EMAIL
                        10-26T09:00 Dana PLANNED EMAIL
                        10-27T09:00 Dana TOMORROW EMAIL IN_APP
                        10-28T08:50 Dana IN_TEN_MINUTES IN_APP
                        10-29T20:00 Dana PLANNED EMAIL
                        10-29T20:00 Pia BOOKED EMAIL IN_APP
                        10-30T07:50 Dana IN_TEN_MINUTES IN_APP
                        10-30T07:50 Pia IN_TEN_MINUTES EMAIL PUSH
                        10-30T09:50 Dana SHEET_OWED EMAIL IN_APP
                        10-30T12:00 Pia SCORECARD_READY EMAIL IN_APP PUSH
                        11-02T07:00 Dana WEEKLY_SUMMARY EMAIL
                        11-02T07:00 Pia WEEKLY_SUMMARY EMAIL
                        """);
    }

    private InterviewId of(String name) {
        return Optional.ofNullable(interviews.get(name)).orElseThrow();
    }

    private long mails() {
        return town.database
                .jdbcClient()
                .sql("select count(*) from outbox")
                .query(Long.class)
                .single();
    }

    /** What mails carry for calendars, each once. */
    private List<String> calendars() {
        return town.database
                .jdbcClient()
                .sql("""
                        select distinct topic || ' carries ' || substring(calendar from 'METHOD:([A-Z]+)') as part
                          from outbox
                         where calendar is not null
                         order by 1
                        """)
                .query((row, _) -> Optional.ofNullable(row.getString("part")).orElse(""))
                .list();
    }

    /** The hours that mails named to somebody. */
    private List<String> mail(String topic, String name) {
        return town.database
                .jdbcClient()
                .sql("""
                        select filled ->> 'at'
                          from outbox
                         where topic = :topic
                           and filled ->> 'name' = :name
                         order by posted_at
                        """)
                .param("topic", topic)
                .param("name", name)
                .query((row, _) -> Optional.ofNullable(row.getString(1)).orElse(""))
                .list();
    }
}
