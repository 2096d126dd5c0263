package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.threeshift.core.appointment.ZoneDatabase;
import org.threeshift.core.calendar.Feed;
import org.threeshift.core.calendar.Feeds;
import org.threeshift.core.calendar.Times;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.Setting;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.WallTime;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewDates;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** When an evening is: clocks that change, calendars and files, and the ways between an evening and its meetings. */
class EveningDatesIT extends EveningNode {
    @Test
    void should_a_country_change_its_clocks_it_stays_at_its_hour_and_whoever_may_come_is_told_once() {
        List<Person> members = members(3);
        EveningId id = planned(members, 1, 1, 1);
        answer(members.getLast(), id, false);
        ZoneDatabase summerAllYear = new ZoneDatabase() {
            @Override
            public String version() {
                return "2027a";
            }

            @Override
            public ZoneRules rules(ZoneId zone) {
                return ZoneRules.of(ZoneOffset.ofHours(1));
            }
        };
        EveningClocks clocks = node.getBean(EveningClocks.class);
        clocks.follow(node.getBean(ZoneDatabase.class), now);
        assertThat(told(Kind.EVENING_CHANGED)).as("while nothing has changed").isEmpty();
        clocks.follow(summerAllYear, now);
        clocks.follow(summerAllYear, now);
        List<Notice> changed = posted.stream()
                .filter(notice ->
                        notice.kind() == Kind.EVENING_CHANGED && notice.link().endsWith(id.toString()))
                .toList();
        assertThat(changed.stream().map(Notice::to)).containsExactlyInAnyOrderElementsOf(ids(members.subList(0, 2)));
        assertThat(changed).allSatisfy(notice -> {
            assertThat(notice.values()).containsEntry("at", "2026-11-26T17:30:00Z");
            assertThat(notice.values().get("reason"))
                    .isEqualTo(
                            "The clocks of Western European Time will be changed otherwise than was known when this was"
                                    + " planned. It stays at 18:30 there.");
        });
        assertThat(database.jdbcClient()
                        .sql("select version from evening where id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .as("calendars take it for a change, as they did the no")
                .isEqualTo(2);
    }

    @Test
    void a_meeting_that_stays_where_its_evening_moves_is_shown_at_its_own_hour() {
        List<Person> members = members(2);
        EveningId id = published(members, 1, 1);
        Sitting before = view(id, coach).sittings().getFirst();
        Span slot = view(id, coach).evening().slot(1);
        assertThat(before.span(view(id, coach).evening())).isEqualTo(slot);
        Instant own = slot.from().plus(Duration.ofHours(1));
        var by = new Command.By(before.meeting().first(), now);
        var move =
                new Command.MoveAsAgreed(own, view(id, coach).evening().agreed().zone(), "It stays");
        assertThat(node.getBean(Hosting.class).moveAsAgreed(before.interview(), UUID.randomUUID(), by, move))
                .isInstanceOf(org.threeshift.core.interview.Outcome.Done.class);
        EveningView view = view(id, members.getFirst());
        assertThat(view.own().getFirst().span(view.evening())).isEqualTo(Span.of(own, slot.length()));
        assertThat(view.next(slot.until())).as("it is yet to come").isPresent();
        assertThat(view.next(own.plus(slot.length()))).isEmpty();
    }

    @Test
    void an_evening_stands_in_the_calendars_of_whoever_comes_until_their_meetings_do() {
        List<Person> members = members(4);
        EveningId id = planned(members, 2, 2, 5);
        Person ada = members.getFirst();
        assertThat(parts(ada)).containsExactly(EveningDates.Part.ASKED);
        assertThat(feed(ada)).as("who was asked has promised nothing").doesNotContain("BEGIN:VEVENT");
        now = START.plus(Duration.ofHours(2));
        assertThat(calendar(ada)).as("nothing is left to answer").isEmpty();
        now = MONDAY;
        assertThat(calendar(coach)).containsExactly(id);
        assertThat(feed(coach)).contains("UID:" + id, "You lead it.");
        answer(ada, id, true);
        assertThat(parts(ada)).containsExactly(EveningDates.Part.COMES);
        assertThat(feed(ada))
                .containsOnlyOnce("BEGIN:VEVENT")
                .contains("UID:" + id, "DTSTART:20261126T183000Z", "You said that you come.")
                .doesNotContain("asks you to come");
        answer(ada, id, false);
        assertThat(calendar(ada)).as("no after all").isEmpty();
        assertThat(feed(ada)).doesNotContain("BEGIN:VEVENT");
        members.forEach(member -> answer(member, id, true));
        done(evenings().publish(coach, id));
        assertThat(calendar(ada)).as("their meetings stand there").isEmpty();
        assertThat(feed(ada)).doesNotContain("UID:" + id);
        assertThat(feed(ada).split("BEGIN:VEVENT", -1)).hasSize(1 + 2);
        assertThat(calendar(coach)).containsExactly(id);
        assertThat(dates().ledBy(coach.id())).extracting(Evening::id).containsExactly(id);
        assertThat(dates().ledBy(ada.id())).isEmpty();
        done(evenings().callOff(coach, id, "I am ill"));
        assertThat(dates().ledBy(coach.id())).as("nothing is left to lead").isEmpty();
        assertThat(feed(ada)).doesNotContain("BEGIN:VEVENT");
        assertThat(feed(coach)).doesNotContain("BEGIN:VEVENT");
        assertThat(dates().of(ada.id(), WEEK)).singleElement().matches(EveningDates.EveningDate::calledOff);
    }

    @Test
    void whoever_left_the_cohort_or_coaches_it_no_more_has_the_evening_in_no_calendar() {
        List<Person> members = members(2);
        EveningId id = planned(members, 1, 1, 5);
        Person ada = members.getFirst();
        answer(ada, id, true);
        node.getBean(Cohorts.class).leave(ada, cohort);
        assertThat(calendar(ada)).isEmpty();
        database.jdbcClient()
                .sql("delete from cohort_coach where person_id = :person")
                .param("person", coach.id().value())
                .update();
        assertThat(calendar(coach)).isEmpty();
    }

    @Test
    void the_offer_to_swap_ends_with_the_slot() {
        List<Person> members = members(2);
        EveningId id = published(members, 1, 1);
        Sitting sitting = view(id, coach).sittings().getFirst();
        PersonId host = sitting.meeting().first();
        now = START;
        begin(sitting);
        Setup setup = node.getBean(InterviewStates.class)
                .find(sitting.interview())
                .orElseThrow()
                .setup();
        send(
                sitting.interview(),
                host,
                new Command.Pose(setup.agenda().items().getFirst().questionId()));
        now = START.plus(Duration.ofMinutes(20));
        send(sitting.interview(), host, new Command.Finish());
        Instant ends = START.plus(Duration.ofMinutes(40));
        ExchangeView offered =
                node.getBean(Exchanges.class).of(sitting.interview(), host).orElseThrow();
        assertThat(offered.until()).contains(ends);
        assertThat(offered.lastMoment()).contains(ends);
        now = ends;
        assertThat(node.getBean(Exchanges.class)
                        .of(sitting.interview(), host)
                        .orElseThrow()
                        .standing())
                .isEqualTo(ExchangeView.Standing.ONLY_EXPIRED);
    }

    @Test
    void a_first_half_that_runs_beyond_its_slot_is_not_told_that_a_swap_is_yet_to_come() {
        List<Person> members = members(2);
        EveningId id = published(members, 1, 1);
        Sitting sitting = view(id, coach).sittings().getFirst();
        PersonId guest = sitting.meeting().second();
        now = START.plus(Duration.ofMinutes(25));
        begin(sitting);
        now = START.plus(Duration.ofMinutes(40));
        Exchanges exchanges = node.getBean(Exchanges.class);
        ExchangeView late = exchanges.of(sitting.interview(), guest).orElseThrow();
        assertThat(late.first().overtime()).isFalse();
        assertThat(late.standing()).isEqualTo(ExchangeView.Standing.ONLY_EXPIRED);
        assertThat(exchanges.agree(late.id(), guest))
                .isInstanceOfSatisfying(
                        Exchanges.Swap.Refused.class,
                        refused -> assertThat(refused.sentence()).startsWith("The offer to swap has ended."));
    }

    @Test
    void each_meeting_leads_back_to_its_evening_and_says_what_comes_next() {
        List<Person> members = members(3);
        EveningId id = published(members, 3, 1);
        EveningView whole = view(id, coach);
        for (Sitting sitting : whole.sittings()) {
            int slot = sitting.meeting().slot();
            PersonId reader = sitting.meeting().second();
            Setting setting = setting(sitting, reader);
            assertThat(setting.title()).isEqualTo("Both chairs");
            assertThat(setting.path()).isEqualTo("/evenings/" + id);
            assertThat(setting.ends()).isEqualTo(whole.evening().slot(slot).until());
            Optional<Sitting> later = whole.sittings().stream()
                    .filter(one -> one.meeting().slot() > slot && one.meeting().has(reader))
                    .findFirst();
            assertThat(setting.partner())
                    .isEqualTo(later.map(one -> whole.name(one.meeting().partnerOf(reader))));
            assertThat(setting.next())
                    .isEqualTo(
                            slot == 3
                                    ? Optional.empty()
                                    : Optional.of(whole.evening()
                                            .slot(later.map(one -> one.meeting().slot())
                                                    .orElse(slot + 1))
                                            .from()));
            assertThat(setting.onward(now)).isEqualTo(slot == 3 ? "last" : later.isPresent() ? "next" : "out");
            assertThat(setting.onward(whole.evening().span().until())).isEqualTo("over");
        }
        Sitting first = whole.sittings().getFirst();
        Person gone = members.stream()
                .filter(member -> member.id().equals(first.meeting().first()))
                .findFirst()
                .orElseThrow();
        node.getBean(Cohorts.class).leave(gone, cohort);
        assertThat(setting(first, gone.id()).path())
                .as("to them there is no such evening")
                .isEmpty();
    }

    private static Setting setting(Sitting sitting, PersonId reader) {
        return node.getBean(Exchanges.class)
                .of(sitting.interview(), reader)
                .flatMap(ExchangeView::setting)
                .orElseThrow();
    }

    @Test
    void where_the_clocks_are_put_back_a_coach_says_which_of_two_equal_times_is_meant() {
        List<Person> members = members(2);
        // In Lisbon 01:30 comes twice on that night.
        assertThat(evenings().plan(coach, cohort, night(members, "")))
                .isInstanceOfSatisfying(
                        EveningAnswer.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::field)
                                .containsExactly("pass"));
        assertThat(starts(night(members, WallTime.FIRST))).isEqualTo("2027-10-31T00:30:00Z");
        assertThat(starts(night(members, WallTime.SECOND))).isEqualTo("2027-10-31T01:30:00Z");
        assertThat(starts(new Draft(
                        "By day",
                        "2027-10-31",
                        "18:30",
                        "40",
                        "5",
                        "1",
                        "1",
                        List.of("marketing-manager/the-seven"),
                        ids(members).stream().map(PersonId::toString).toList(),
                        "",
                        WallTime.SECOND)))
                .as("a time that comes once")
                .isEqualTo("2027-10-31T18:30:00Z");
    }

    private static Draft night(List<Person> members, String pass) {
        return new Draft(
                "Night",
                "2027-10-31",
                "01:30",
                "40",
                "5",
                "1",
                "1",
                List.of("marketing-manager/the-seven"),
                ids(members).stream().map(PersonId::toString).toList(),
                "",
                pass);
    }

    private static String starts(Draft draft) {
        return view(done(evenings().plan(coach, cohort, draft)), coach)
                .evening()
                .span()
                .from()
                .toString();
    }

    private static List<EveningId> calendar(Person person) {
        return dates().of(person.id(), WEEK).stream()
                .map(date -> date.evening().id())
                .toList();
    }

    private static List<EveningDates.Part> parts(Person person) {
        return dates().of(person.id(), WEEK).stream()
                .map(EveningDates.EveningDate::part)
                .toList();
    }

    private static String feed(Person person) {
        Feeds feeds = node.getBean(Feeds.class);
        Token token = feeds.renew(person, feeds.of(person).map(Feed::madeAt)).orElseThrow();
        return feeds.read(token).orElseThrow().replace("\r\n ", "");
    }

    @Test
    void whoever_comes_has_the_evening_as_a_file_with_their_own_meetings_and_nobody_else_has_it() throws Exception {
        List<Person> members = members(5);
        EveningId id = published(members, 2, 2);
        Person member = members.getFirst();
        String file =
                node.getBean(EveningInvites.class).file(member, id, Times.UTC).orElseThrow();
        var read = new CalendarBuilder().build(new StringReader(file));
        var event = (VEvent) read.getComponents().getFirst();
        assertThat(event.getRequiredProperty("UID").getValue()).isEqualTo(id.toString());
        assertThat(event.getRequiredProperty("DTSTART").getValue()).isEqualTo("20261126T183000Z");
        assertThat(event.getProperty("ATTENDEE")).isEmpty();
        assertThat(read.getProperty("METHOD").orElseThrow().getValue()).isEqualTo("PUBLISH");
        String description = event.getRequiredProperty("DESCRIPTION").getValue();
        for (Person other : members) {
            boolean meets = view(id, member).own().stream()
                    .anyMatch(one -> one.meeting().has(other.id()));
            if (!other.equals(member)) {
                assertThat(description.contains(other.name())).isEqualTo(meets);
            }
        }
        assertThat(node.getBean(EveningInvites.class).file(coach, id, Times.ZONE))
                .isPresent();
        assertThat(node.getBean(EveningInvites.class).file(person(Role.MEMBER), id, Times.ZONE))
                .isEmpty();
        answer(member, id, false);
        assertThat(node.getBean(EveningInvites.class).file(member, id, Times.ZONE))
                .isEmpty();
    }

    @Test
    void in_calendars_each_meeting_says_of_which_evening_it_is_and_leads_to_its_own_room() throws Exception {
        List<Person> members = members(2);
        EveningId id = published(members, 1, 1);
        Sitting sitting = view(id, coach).sittings().getFirst();
        for (Person member : members) {
            VEvent entry = entry(feed(member));
            assertThat(entry.getRequiredProperty("UID").getValue())
                    .isEqualTo(sitting.interview().toString());
            assertThat(entry.getRequiredProperty("DESCRIPTION").getValue().lines())
                    .contains("It is part of the practice evening “Both chairs”.");
            boolean hosts = sitting.meeting().first().equals(member.id());
            assertThat(entry.getRequiredProperty("SUMMARY").getValue())
                    .contains(view(id, coach).name(sitting.meeting().partnerOf(member.id())));
            assertThat(entry.getRequiredProperty("LOCATION").getValue())
                    .isEqualTo(entry.getRequiredProperty("URL").getValue())
                    .endsWith((hosts ? "/console/interviews/" : "/room/") + sitting.interview());
        }
        InterviewDates interviews = node.getBean(InterviewDates.class);
        InterviewId second = swapped(sitting);
        assertThat(interviews.of(second).orElseThrow().evening())
                .as("the second half")
                .contains("Both chairs");
        InterviewId alone = new InterviewId(UUID.randomUUID());
        var plan = new Hosting.Plan(
                alone,
                org.threeshift.core.interview.model.Kind.COACH_LED,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.Member(members.getFirst().id()),
                java.util.Set.of(),
                Optional.of(START.plus(Duration.ofDays(1))),
                ZoneId.of("UTC"));
        node.getBean(Hosting.class).host(plan, coach, now);
        assertThat(interviews.of(alone).orElseThrow().evening()).isEmpty();
    }

    /** Both agree half-way. @return the second half */
    private static InterviewId swapped(Sitting sitting) {
        PersonId host = sitting.meeting().first();
        now = START;
        begin(sitting);
        Setup setup = node.getBean(InterviewStates.class)
                .find(sitting.interview())
                .orElseThrow()
                .setup();
        send(
                sitting.interview(),
                host,
                new Command.Pose(setup.agenda().items().getFirst().questionId()));
        now = START.plus(Duration.ofMinutes(20));
        send(sitting.interview(), host, new Command.Finish());
        Exchanges exchanges = node.getBean(Exchanges.class);
        ExchangeView offered = exchanges.of(sitting.interview(), host).orElseThrow();
        exchanges.agree(offered.id(), host);
        exchanges.agree(offered.id(), sitting.meeting().second());
        return exchanges
                .of(sitting.interview(), host)
                .flatMap(ExchangeView::second)
                .orElseThrow()
                .id();
    }

    private static VEvent entry(String calendar) throws Exception {
        return (VEvent) new CalendarBuilder()
                .build(new StringReader(calendar))
                .getComponents("VEVENT")
                .getFirst();
    }

    @Test
    void an_interview_leads_back_to_its_evening_for_whoever_was_asked_and_for_coaches() {
        List<Person> members = members(4);
        EveningId id = published(members, 2, 2);
        InterviewId interview = view(id, coach).of(1).getFirst().interview();
        EveningViews views = node.getBean(EveningViews.class);
        assertThat(views.of(interview, members.getFirst())).contains(id);
        assertThat(views.of(interview, coach)).contains(id);
        assertThat(views.of(interview, person(Role.COACH))).isEmpty();
        assertThat(views.of(new InterviewId(UUID.randomUUID()), coach)).isEmpty();
        PersonId one = view(id, coach).of(1).getFirst().meeting().first();
        assertThat(setting(interview, one).onward(now)).isEqualTo("next");
        done(evenings().callOff(coach, id, "I am ill"));
        assertThat(views.of(interview, members.getFirst())).as("once it is off").contains(id);
        assertThat(setting(interview, one).path()).isEqualTo("/evenings/" + id);
        assertThat(setting(interview, one).onward(now)).isEqualTo("off");
    }

    private static org.threeshift.core.exchange.Setting setting(InterviewId first, PersonId reader) {
        return Objects.requireNonNull(
                node.getBean(EveningSettings.class).of(List.of(first), reader).get(first));
    }
}
