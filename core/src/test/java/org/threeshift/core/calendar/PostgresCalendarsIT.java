package org.threeshift.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.appointment.BusyTimes;
import org.threeshift.core.calendar.CalendarInvites.What;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.CalendarPart;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** Interviews of the log, in the calendars of those who take part. */
class PostgresCalendarsIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

    private static Instant start = Instant.EPOCH;

    private static Person host;
    private static Person ada;
    private static Person watcher;
    private static Person stranger;

    @BeforeAll
    static void people() {
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(Bell.class, LocalBell::new);
        application.registerBean(Mails.class, () -> _ -> {});
        application.registerBean(TransactionOperations.class, TransactionOperations::withoutTransaction);
        application.scan(
                "org.threeshift.core.id",
                "org.threeshift.core.audit",
                "org.threeshift.core.people",
                "org.threeshift.core.bank",
                "org.threeshift.core.interview",
                "org.threeshift.core.exchange",
                "org.threeshift.core.appointment",
                "org.threeshift.core.calendar");
        application.refresh();
        start = bean(InstantSource.class).instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.HOURS);
        host = person("Hanna Host");
        ada = person("Ada Lovelace");
        watcher = person("Wim Watcher");
        stranger = person("Sam Stranger");
    }

    @Test
    void an_interview_is_asked_to_moved_and_called_off_as_one_event() throws Exception {
        InterviewId id = hosted();
        VEvent booked = event(part(ada, id, What.BOOKED), "REQUEST");
        send(id, new Command.Reschedule(start.plus(Duration.ofDays(1)), BERLIN, "A clash"));
        VEvent changed = event(part(ada, id, What.CHANGED), "REQUEST");
        send(id, new Command.Reschedule(start.plus(Duration.ofDays(2)), BERLIN, "Another clash"));
        VEvent again = event(part(ada, id, What.CHANGED), "REQUEST");
        send(id, new Command.Cancel("The host fell ill"));
        VEvent cancelled = event(part(ada, id, What.CANCELLED), "CANCEL");

        assertThat(sequence(booked)).isZero();
        assertThat(sequence(changed)).isEqualTo(1);
        assertThat(sequence(again)).isEqualTo(2);
        assertThat(sequence(cancelled)).isEqualTo(3);
        assertThat(java.util.List.of(booked, changed, again, cancelled))
                .extracting(event -> value(event, Property.UID))
                .containsOnly(id.toString());
        assertThat(value(booked, Property.DTSTART)).isNotEqualTo(value(changed, Property.DTSTART));
        // Whatever a late message tells of, its calendar part says how it stands now.
        event(part(ada, id, What.BOOKED), "CANCEL");
    }

    /** In everything that a calendar is given, and where others ask whether somebody is busy. */
    @Test
    void an_exchange_takes_the_time_of_both_halves_until_there_is_no_second() throws Exception {
        Person one = person("Eva Exchange");
        Person other = person("Emil Exchange");
        var first = new InterviewId(UUID.randomUUID());
        var plan = new Hosting.Plan(
                first,
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Candidate.Member(other.id()),
                Set.of(),
                Optional.of(start),
                BERLIN);
        assertThat(bean(Exchanges.class).host(new Exchanges.Plan(plan, OptionalInt.of(60), false), one))
                .isInstanceOf(Exchanges.Made.Done.class);
        VEvent invited = event(part(other, first, What.BOOKED), "REQUEST");
        assertThat(lasts(invited)).isEqualTo(Duration.ofMinutes(60));
        assertThat(value(invited, Property.DESCRIPTION)).contains("60 minutes in all", "both chairs");
        assertThat(bean(CalendarInvites.class).length(first).orElseThrow()).contains("60");
        Token address = bean(Feeds.class).renew(one, Optional.empty()).orElseThrow();
        assertThat(lasts((VEvent) new CalendarBuilder()
                        .build(new StringReader(bean(Feeds.class).read(address).orElseThrow()))
                        .getComponents(Component.VEVENT)
                        .getFirst()))
                .isEqualTo(Duration.ofMinutes(60));
        Span around = Span.of(start.minus(Duration.ofHours(2)), Duration.ofHours(6));
        assertThat(bean(BusyTimes.class).of(Set.of(one.id()), around, Optional.empty()))
                .containsEntry(one.id(), Spans.of(java.util.List.of(Span.of(start, Duration.ofMinutes(60)))));

        database.jdbcClient()
                .sql("update exchange set declined_by = 'CANDIDATE', declined_at = now() where first = :first")
                .param("first", first.value())
                .update();
        assertThat(lasts(event(part(other, first, What.CHANGED), "REQUEST"))).isEqualTo(Duration.ofMinutes(30));
    }

    private static Duration lasts(VEvent event) {
        String zoned = "uuuuMMdd'T'HHmmss";
        var read = java.time.format.DateTimeFormatter.ofPattern(zoned);
        return Duration.between(
                java.time.LocalDateTime.parse(value(event, Property.DTSTART).replace("Z", ""), read),
                java.time.LocalDateTime.parse(value(event, Property.DTEND).replace("Z", ""), read));
    }

    @Test
    void each_seat_has_its_own_words_and_its_own_door_and_a_candidate_learns_nothing_of_the_guide() throws Exception {
        InterviewId id = hosted();
        VEvent candidate = event(part(ada, id, What.BOOKED), "REQUEST");
        VEvent interviewer = event(part(host, id, What.BOOKED), "REQUEST");
        VEvent observer = event(part(watcher, id, What.BOOKED), "REQUEST");

        assertThat(value(candidate, Property.SUMMARY)).startsWith("Interview: ").endsWith("with Hanna Host");
        assertThat(value(candidate, Property.URL)).endsWith("/room/" + id);
        assertThat(value(interviewer, Property.SUMMARY)).startsWith("You interview Ada Lovelace");
        assertThat(value(interviewer, Property.URL)).endsWith("/console/interviews/" + id);
        assertThat(value(observer, Property.SUMMARY)).startsWith("You observe");
        assertThat(attendee(candidate)).contains("ROLE=REQ-PARTICIPANT", "PARTSTAT=NEEDS-ACTION", "ada@example.org");
        assertThat(attendee(interviewer)).contains("ROLE=REQ-PARTICIPANT", "PARTSTAT=ACCEPTED");
        assertThat(attendee(observer)).contains("ROLE=NON-PARTICIPANT");
        String whole = part(ada, id, What.BOOKED).orElseThrow().text();
        assertThat(whole.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("trap", "anchor", "probe", "console", "hanna@example.org");
    }

    /** The booking has the other hours and the interview; whoever only watches has no page of it. */
    @Test
    void a_booked_session_leads_its_two_to_the_booking_and_whoever_watches_to_the_interview() throws Exception {
        InterviewId id = hosted();
        assertThat(value(event(part(ada, id, What.BOOKED), "REQUEST"), Property.DESCRIPTION))
                .endsWith("http://localhost/interviews/" + id);
        database.jdbcClient()
                .sql("""
                        insert into booking (interview_id, coach, candidate, minutes, booked_at, change_hours)
                        values (:interview, :coach, :candidate, 30, now(), 0)
                        """)
                .param("interview", id.value())
                .param("coach", host.id().value())
                .param("candidate", ada.id().value())
                .update();
        send(id, new Command.Reschedule(start.plus(Duration.ofDays(5)), BERLIN, "A clash"));
        for (Person one : java.util.List.of(host, ada)) {
            assertThat(value(event(part(one, id, What.CHANGED), "REQUEST"), Property.DESCRIPTION))
                    .endsWith("http://localhost/bookings/" + id);
        }
        assertThat(value(event(part(watcher, id, What.CHANGED), "REQUEST"), Property.DESCRIPTION))
                .endsWith("http://localhost/interviews/" + id);
    }

    @Test
    void whoever_has_no_part_in_it_gets_nothing_and_whoever_had_one_that_nothing_comes_of_it() throws Exception {
        InterviewId id = hosted();
        assertThat(part(stranger, id, What.BOOKED)).isEmpty();
        assertThat(bean(CalendarInvites.class).file(stranger, id, Times.UTC)).isEmpty();
        assertThat(bean(CalendarInvites.class).file(ada, id, Times.ZONE).orElseThrow())
                .contains("METHOD:PUBLISH", "TZID=Europe/Berlin")
                .doesNotContain("ATTENDEE");
        assertThat(bean(CalendarInvites.class).file(ada, id, Times.UTC).orElseThrow())
                .doesNotContain("TZID");

        send(id, new Command.WithdrawSeat(watcher.id()));
        assertThat(part(watcher, id, What.CHANGED)).isEmpty();
        event(part(watcher, id, What.CANCELLED), "CANCEL");
    }

    @Test
    void an_address_opens_the_own_interviews_until_it_is_renewed_or_taken_back() throws Exception {
        Person owner = person("Fay Feed");
        Feeds feeds = bean(Feeds.class);
        InterviewId mine = hosted(owner);
        hosted();
        Token first = feeds.renew(owner, Optional.empty()).orElseThrow();

        String text = feeds.read(first).orElseThrow();
        Calendar read = new CalendarBuilder().build(new StringReader(text));
        assertThat(read.getComponents(Component.VEVENT)).hasSize(1);
        assertThat(text).contains("UID:" + mine, "METHOD:PUBLISH").doesNotContain("ATTENDEE", "TZID");
        assertThat(feeds.of(owner).orElseThrow().readAt()).isPresent();
        assertThat(database.jdbcClient()
                        .sql("select calendar_feed::text from calendar_feed")
                        .query((row, number) -> row.getString(1))
                        .list())
                .noneMatch(row -> row.contains(first.text()));

        send(mine, new Command.Cancel("Not this time"));
        assertThat(feeds.read(first).orElseThrow()).doesNotContain("UID:");

        assertThat(feeds.renew(owner, Optional.empty()))
                .as("a form that is sent again")
                .isEmpty();
        assertThat(feeds.read(first)).isPresent();
        Token second = feeds.renew(owner, feeds.of(owner).map(Feed::madeAt)).orElseThrow();
        assertThat(feeds.read(first)).isEmpty();
        assertThat(feeds.read(second)).isPresent();
        assertThat(feeds.revoke(owner)).isTrue();
        assertThat(feeds.read(second)).isEmpty();
        assertThat(feeds.read(new Token("guessed"))).isEmpty();
    }

    private static InterviewId hosted() {
        return hosted(ada);
    }

    private static InterviewId hosted(Person candidate) {
        var id = new InterviewId(UUID.randomUUID());
        var plan = new Hosting.Plan(
                id,
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Candidate.Member(candidate.id()),
                Set.of(),
                Optional.of(start),
                BERLIN,
                Map.of(watcher.id(), Seat.OBSERVER),
                Optional.empty());
        assertThat(bean(Hosting.class)
                        .host(plan, host, bean(InstantSource.class).instant()))
                .isInstanceOf(Hosting.Hosted.Done.class);
        return id;
    }

    private static void send(InterviewId id, Command command) {
        var sent = new Sent(
                UUID.randomUUID(), new By(host.id(), bean(InstantSource.class).instant()), command);
        assertThat(bean(Interviews.class).send(id, sent)).isInstanceOf(Outcome.Done.class);
    }

    private static Optional<CalendarPart> part(Person person, InterviewId id, What what) {
        return bean(CalendarInvites.class).of(person.id(), id, what);
    }

    private static VEvent event(Optional<CalendarPart> part, String method) throws Exception {
        Calendar read =
                new CalendarBuilder().build(new StringReader(part.orElseThrow().text()));
        assertThat(read.validate().hasErrors()).isFalse();
        assertThat(value(read, Property.METHOD)).isEqualTo(method);
        return (VEvent) read.getComponents(Component.VEVENT).getFirst();
    }

    private static int sequence(VEvent event) {
        return Integer.parseInt(value(event, Property.SEQUENCE));
    }

    private static String attendee(VEvent event) {
        return event.getRequiredProperty(Property.ATTENDEE).toString();
    }

    private static String value(net.fortuna.ical4j.model.PropertyContainer holder, String name) {
        return holder.getRequiredProperty(name).getValue();
    }

    private static Person person(String name) {
        String email = name.substring(0, name.indexOf(' ')).toLowerCase(java.util.Locale.ROOT) + "@example.org";
        if (bean(People.class).register(name, email, "correct horse battery", "Europe/Berlin", Role.MEMBER)
                instanceof org.threeshift.core.people.Outcome.Done(var person)) {
            return person;
        }
        throw new IllegalStateException(name);
    }

    private static <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
