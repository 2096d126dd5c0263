package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.booking.Audience;
import org.threeshift.core.booking.BookingClock;
import org.threeshift.core.booking.BookingPageId;
import org.threeshift.core.booking.BookingPages;
import org.threeshift.core.booking.Bookings;
import org.threeshift.core.booking.Rules;
import org.threeshift.core.booking.SessionKindId;
import org.threeshift.core.clocks.ChangedClocks;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Season;
import org.threeshift.core.evening.Draft;
import org.threeshift.core.evening.EveningAnswer;
import org.threeshift.core.evening.EveningId;
import org.threeshift.core.evening.EveningUpkeep;
import org.threeshift.core.evening.Evenings;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.Draws;
import org.threeshift.core.pairs.PairAnswer;
import org.threeshift.core.pairs.PairRounds;
import org.threeshift.core.pairs.PairView;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.pairs.model.Decline;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.practice.NextDraw;
import org.threeshift.core.practice.Practice;
import org.threeshift.core.reliability.Commitments;

/**
 * Three weeks in which people are put together by draws, coaches are booked, one asks a cohort to an evening, and a country decides otherwise
 * about its clocks; exactly what everybody is told when, by which way, and which mails leave while the mail server comes and goes.
 */
class PractisedWeeksIT {
    private static final Instant BEGIN = Instant.parse("2026-10-12T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-02T02:00:00Z");
    private static final String UTC = "UTC";
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @AutoClose
    private final Town town = new Town(
            BEGIN,
            _ -> false,
            List.of(
                    "exchange",
                    "availability",
                    "appointment",
                    "practice",
                    "relations",
                    "reliability",
                    "pairs",
                    "booking",
                    "evening",
                    "clocks"));

    private final Script script = new Script(town);
    private final Map<String, UUID> made = new HashMap<>();
    private final List<String> left = new ArrayList<>();
    private boolean mailServerAway;

    private final Person root = town.person("Root", Role.ADMIN, UTC);
    private final Person dana = town.person("Dana", Role.COACH, "Europe/Berlin");
    private final Person cora = town.person("Cora", Role.COACH, "Europe/Berlin");
    private final Person emil = town.person("Emil", Role.COACH, "Europe/Berlin");
    private final Person mira = town.person("Mira", Role.MEMBER, "Europe/Berlin");
    private final Person luis = town.person("Luis", Role.MEMBER, "America/New_York");
    private final Person pia = town.person("Pia", Role.MEMBER, "Europe/Berlin");
    private final Person ben = town.person("Ben", Role.MEMBER, "Asia/Kathmandu");
    private final Person quin = town.person("Quin", Role.MEMBER, "Europe/Lisbon");

    private final Offered team = offered("team");

    @Test
    void everybody_is_told_once_each_way_of_pairs_evenings_bookings_teams_and_clocks() {
        for (Person person : List.of(root, dana, cora, emil, mira, luis, pia, ben, quin)) {
            town.choose(person.id(), Set.of(Kind.WEEKLY_SUMMARY));
        }
        assertThat(town.bean(Draws.class).plan(root, "SUNDAY", "18:00", UTC)).isInstanceOf(Draws.Planned.Done.class);
        practises(mira, "en");
        practises(luis, "en");
        practises(pia, "en");
        practises(ben, "de");
        matchedMovedAndCalledOff();
        silentWhileTheMailServerIsAway();
        turnedDownBeforeAnybodyWasTold();
        aBookingThatIsMovedAndCalledOff();
        aTeamThatComesTogether();
        bookingsOfATeamWhoseClockIsChanged();
        anEveningThatIsChangedAndCalledOff();
        anEveningThatSomebodyLeaves();

        script.every(Duration.ofHours(3), BEGIN, END);
        script.play(this::look);

        assertThat(town.told()).containsExactlyElementsOf(expected());
        assertThat(left).containsExactlyElementsOf(expectedMails());
    }

    /** Ben speaks another language, so that nobody is left for him. */
    private void matchedMovedAndCalledOff() {
        script.when("10-16T09:00", () -> in(mira, luis, ben));
        script.when("10-19T09:00", () -> done(pairs().confirm(pair(mira).id(), mira.id())));
        script.when("10-19T10:00", () -> done(pairs().confirm(pair(luis).id(), luis.id())));
        script.when("10-19T12:00", () -> {
            PairView pair = pair(luis);
            done(pairs().askToMove(
                            pair.id(),
                            luis.id(),
                            pairs().hours(pair.id(), luis.id()).getFirst().from()));
        });
        script.when("10-19T13:00", () -> {
            PairView pair = pair(mira);
            done(pairs().agreeToMove(
                            pair.id(),
                            mira.id(),
                            pair.askedToMove().orElseThrow().from()));
        });
        script.due("10-21T17:00", "10-22T16:50");
        script.when("10-22T16:55", () -> done(pairs().cancel(pair(mira).id(), mira.id(), "A workshop came up.")));
    }

    private void silentWhileTheMailServerIsAway() {
        script.when("10-23T09:00", () -> in(mira, pia));
        script.when("10-25T17:30", () -> mailServerAway = true);
        script.due("10-27T05:00");
        script.when("10-27T20:00", () -> mailServerAway = false);
    }

    private void turnedDownBeforeAnybodyWasTold() {
        script.when("10-30T09:00", () -> in(luis, pia));
        script.when("11-01T18:00", () -> {
            town.bean(PairRounds.class).round();
            done(pairs().decline(pair(luis).id(), luis.id(), Decline.NOT_THIS_WEEK));
        });
    }

    private void aBookingThatIsMovedAndCalledOff() {
        Offered session = offered("dana");
        var interview = new InterviewId(UUID.randomUUID());
        script.when("10-13T09:00", () -> book(session, interview, quin, "2026-10-20T09:00:00Z", quin.zone()));
        script.when(
                "10-14T09:00",
                () -> booked(bookings()
                        .move(
                                interview,
                                UUID.randomUUID(),
                                quin,
                                Instant.parse("2026-10-22T10:00:00Z"),
                                quin.zone(),
                                "A workshop came up.")));
        script.when("10-15T09:00", () -> booked(bookings().cancel(interview, UUID.randomUUID(), dana, "Ill.")));
    }

    /** Whoever is asked twice is told twice, and nobody what was taken back before they heard of it. */
    private void aTeamThatComesTogether() {
        script.when("10-12T12:00", () -> kept(pages().ask(dana, team.page(), address(cora))));
        script.when("10-12T15:00", () -> kept(pages().agree(cora, team.page())));
        script.when("10-13T15:00", () -> kept(pages().ask(dana, team.page(), address(emil))));
        script.when("10-14T06:00", () -> kept(pages().remove(emil, team.page(), emil.id())));
        script.when("10-14T12:00", () -> {
            kept(pages().ask(dana, team.page(), address(emil)));
            kept(pages().remove(dana, team.page(), emil.id()));
        });
    }

    /**
     * Two have the same hour of a team, with a coach each, and agree on it by the clock of Lisbon, which is not set back after all. One of
     * Quin’s two is called off before anybody hears of that, the other while the mail about it waits.
     */
    private void bookingsOfATeamWhoseClockIsChanged() {
        var never = new InterviewId(UUID.randomUUID());
        var waits = new InterviewId(UUID.randomUUID());
        var moves = new InterviewId(UUID.randomUUID());
        script.when("10-16T10:00", () -> book(team, never, quin, "2026-10-30T10:00:00Z", LISBON));
        script.when("10-16T11:00", () -> book(team, moves, ben, "2026-10-30T10:00:00Z", LISBON));
        script.when("10-16T12:00", () -> book(team, waits, quin, "2026-10-30T14:00:00Z", LISBON));
        script.when("10-26T09:00", () -> {
            town.learns(LISBON, ZoneRules.of(ZoneOffset.ofHours(1)));
            town.bean(ChangedClocks.class).round();
            booked(bookings().cancel(never, UUID.randomUUID(), quin, "Ill."));
        });
        script.when("10-27T09:00", () -> booked(bookings().cancel(waits, UUID.randomUUID(), dana, "Ill.")));
        script.due("10-30T08:50");
        script.when(
                "10-30T08:55", () -> booked(bookings().cancel(moves, UUID.randomUUID(), cora, "The train stands.")));
    }

    private void anEveningThatIsChangedAndCalledOff() {
        CohortId cohort = Season.of(town.bean(Coaching.class), town.bean(Cohorts.class), dana, "Season", ben, quin);
        script.when(
                "10-20T08:00",
                () -> made.put(
                        "evening", evening(evenings().plan(dana, cohort, draft("2026-10-29", "18:30", ben, quin)))));
        script.when("10-20T09:00", () -> evening(evenings().answer(ben, of("evening"), true)));
        script.when("10-20T10:00", () -> evening(evenings().answer(quin, of("evening"), true)));
        script.when("10-21T08:00", () -> evening(evenings().publish(dana, of("evening"))));
        script.when(
                "10-22T08:00",
                () -> evening(evenings()
                        .change(dana, of("evening"), draft("2026-10-29", "19:00", ben, quin), "The room is taken.")));
        script.when("10-23T08:00", () -> evening(evenings().callOff(dana, of("evening"), "No room at all.")));
    }

    /** Quin takes his yes back once the plan is made; the rest meet as long as they can. */
    private void anEveningThatSomebodyLeaves() {
        CohortId cohort =
                Season.of(town.bean(Coaching.class), town.bean(Cohorts.class), dana, "Leads", ben, quin, luis);
        script.when(
                "10-12T10:00",
                () -> made.put(
                        "leads",
                        evening(evenings().plan(dana, cohort, draft("2026-10-15", "18:30", ben, quin, luis)))));
        script.when("10-12T11:00", () -> {
            evening(evenings().answer(ben, of("leads"), true));
            evening(evenings().answer(quin, of("leads"), true));
            evening(evenings().answer(luis, of("leads"), true));
        });
        script.when("10-13T08:00", () -> evening(evenings().publish(dana, of("leads"))));
        script.when("10-13T12:00", () -> evening(evenings().answer(quin, of("leads"), false)));
        script.due("10-14T16:00", "10-14T17:00", "10-15T16:20");
        script.when("10-15T16:25", () -> evening(evenings().callOff(dana, of("leads"), "The house has no light.")));
    }

    private static Draft draft(String day, String time, Person... guests) {
        return new Draft(
                "Both chairs",
                day,
                time,
                "40",
                "5",
                "1",
                "1",
                List.of("marketing-manager/the-seven", "marketing-manager/director-panel"),
                Arrays.stream(guests).map(guest -> guest.id().toString()).toList(),
                "");
    }

    /** By hand, from what is to be told. */
    private static List<String> expected() {
        return Script.told("""
                10-12T10:00 Ben EVENING_ASKED EMAIL IN_APP
                10-12T10:00 Luis EVENING_ASKED EMAIL IN_APP
                10-12T10:00 Quin EVENING_ASKED EMAIL IN_APP
                10-12T12:00 Cora TEAM_ASKED EMAIL IN_APP
                10-12T15:00 Dana TEAM_JOINED EMAIL IN_APP
                10-13T08:00 Ben EVENING_PLANNED EMAIL IN_APP
                10-13T08:00 Luis EVENING_PLANNED EMAIL IN_APP
                10-13T08:00 Quin EVENING_PLANNED EMAIL IN_APP
                10-13T09:00 Dana BOOKED EMAIL IN_APP
                10-13T09:00 Quin BOOKED EMAIL IN_APP
                10-13T12:00 Ben EVENING_PLANNED EMAIL IN_APP
                10-13T12:00 Dana EVENING_GUESTS EMAIL IN_APP
                10-13T12:00 Luis EVENING_PLANNED EMAIL IN_APP
                10-13T12:00 Quin EVENING_DECLINED EMAIL
                10-13T15:00 Emil TEAM_ASKED EMAIL IN_APP
                10-14T06:00 Dana TEAM_DECLINED EMAIL IN_APP
                10-14T09:00 Dana CHANGED EMAIL IN_APP
                10-14T09:00 Quin MOVED EMAIL
                10-14T16:00 Ben TOMORROW EMAIL IN_APP
                10-14T17:00 Luis TOMORROW EMAIL IN_APP
                10-15T09:00 Dana CALLED_OFF EMAIL
                10-15T09:00 Quin CANCELLED EMAIL IN_APP
                10-15T16:20 Ben IN_TEN_MINUTES IN_APP
                10-15T16:20 Luis IN_TEN_MINUTES IN_APP
                10-15T16:25 Ben EVENING_OFF EMAIL IN_APP
                10-15T16:25 Luis EVENING_OFF EMAIL IN_APP
                10-16T10:00 Dana BOOKED EMAIL IN_APP
                10-16T10:00 Quin BOOKED EMAIL IN_APP
                10-16T11:00 Ben BOOKED EMAIL IN_APP
                10-16T11:00 Cora BOOKED EMAIL IN_APP
                10-16T12:00 Dana BOOKED EMAIL IN_APP
                10-16T12:00 Quin BOOKED EMAIL IN_APP
                10-18T18:00 Ben LEFT_OVER EMAIL IN_APP
                10-18T18:00 Luis MATCHED EMAIL IN_APP
                10-18T18:00 Mira MATCHED EMAIL IN_APP
                10-19T10:00 Luis BOOKED EMAIL IN_APP
                10-19T10:00 Mira BOOKED EMAIL IN_APP
                10-19T12:00 Mira MOVE_ASKED EMAIL IN_APP
                10-19T13:00 Luis CHANGED EMAIL IN_APP
                10-19T13:00 Mira MOVED EMAIL
                10-20T08:00 Ben EVENING_ASKED EMAIL IN_APP
                10-20T08:00 Quin EVENING_ASKED EMAIL IN_APP
                10-21T08:00 Ben EVENING_PLANNED EMAIL IN_APP
                10-21T08:00 Quin EVENING_PLANNED EMAIL IN_APP
                10-21T17:00 Luis TOMORROW EMAIL IN_APP
                10-21T17:00 Mira TOMORROW EMAIL IN_APP
                10-22T08:00 Ben EVENING_CHANGED EMAIL IN_APP
                10-22T08:00 Quin EVENING_CHANGED EMAIL IN_APP
                10-22T16:50 Luis IN_TEN_MINUTES IN_APP
                10-22T16:50 Mira IN_TEN_MINUTES IN_APP
                10-22T16:55 Luis CANCELLED EMAIL IN_APP
                10-22T16:55 Luis LEFT_OVER EMAIL IN_APP
                10-22T16:55 Mira CALLED_OFF EMAIL
                10-23T08:00 Ben EVENING_OFF EMAIL IN_APP
                10-23T08:00 Quin EVENING_OFF EMAIL IN_APP
                10-25T18:00 Mira MATCHED EMAIL IN_APP
                10-25T18:00 Pia MATCHED EMAIL IN_APP PUSH
                10-26T09:00 Ben CLOCKS_CHANGED EMAIL IN_APP
                10-26T09:00 Cora CLOCKS_CHANGED EMAIL IN_APP
                10-26T09:00 Dana CANCELLED EMAIL IN_APP
                10-26T09:00 Dana CLOCKS_CHANGED EMAIL IN_APP
                10-26T09:00 Quin CALLED_OFF EMAIL
                10-26T09:00 Quin CLOCKS_CHANGED EMAIL IN_APP
                10-27T05:00 Mira CONFIRM EMAIL IN_APP
                10-27T05:00 Pia CONFIRM EMAIL IN_APP PUSH
                10-27T09:00 Dana CALLED_OFF EMAIL
                10-27T09:00 Quin CANCELLED EMAIL IN_APP
                10-27T18:00 Mira RELEASED EMAIL IN_APP
                10-27T18:00 Pia RELEASED EMAIL IN_APP PUSH
                10-29T09:00 Ben TOMORROW EMAIL IN_APP
                10-29T09:00 Cora TOMORROW EMAIL IN_APP
                10-30T08:50 Ben IN_TEN_MINUTES IN_APP
                10-30T08:50 Cora IN_TEN_MINUTES IN_APP
                10-30T08:55 Ben CANCELLED EMAIL IN_APP
                10-30T08:55 Cora CALLED_OFF EMAIL
                11-01T18:00 Pia LEFT_OVER EMAIL IN_APP PUSH
                """);
    }

    /** Each as soon as it was told, but for the days on which the mail server was away: of those, only what stands by then. */
    private static List<String> expectedMails() {
        Set<String> overtaken = Set.of(
                "10-25T18:00 Mira MATCHED EMAIL",
                "10-25T18:00 Pia MATCHED EMAIL",
                "10-26T09:00 Dana CLOCKS_CHANGED EMAIL",
                "10-26T09:00 Quin CLOCKS_CHANGED EMAIL",
                "10-27T05:00 Mira CONFIRM EMAIL",
                "10-27T05:00 Pia CONFIRM EMAIL");
        return expected().stream()
                .filter(line -> line.endsWith(" EMAIL"))
                .filter(line -> !overtaken.contains(line))
                .map(line -> line.replaceFirst("^10-2(5T18|6T..|7T..):00", "10-27T20:00"))
                .sorted()
                .toList();
    }

    private void practises(Person person, String language) {
        town.bean(OpenHours.class)
                .put(
                        person,
                        Purpose.PRACTICE,
                        hours(new DayOfWeek[] {DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY}, 17, 18));
        assertThat(town.bean(Practice.class)
                        .change(person, new Practice.Said("role", "", List.of(language), "60", "WHEN_I_SAY", true)))
                .isInstanceOf(Practice.Outcome.Done.class);
    }

    private static WeeklyHours hours(DayOfWeek[] days, int from, int to) {
        return new WeeklyHours(
                ZoneId.of(UTC),
                Arrays.stream(days)
                        .map(day -> new Window(day, LocalTime.of(from, 0), LocalTime.of(to, 0)))
                        .toList(),
                List.of());
    }

    private void in(Person... people) {
        for (Person person : people) {
            town.bean(Practice.class).choose(person, Optional.of(NextDraw.IN));
        }
    }

    private Pairs pairs() {
        return town.bean(Pairs.class);
    }

    /** The last one of theirs. */
    private PairView pair(Person person) {
        return pairs().of(person.id()).stream()
                .max(Comparator.comparing(view -> view.pair().madeAt()))
                .orElseThrow();
    }

    private static void done(PairAnswer answer) {
        assertThat(answer).isInstanceOf(PairAnswer.Done.class);
    }

    /** What can be booked on a page. */
    private record Offered(String slug, BookingPageId page, SessionKindId kind) {}

    /** On a page of Dana's, for everybody. */
    private Offered offered(String slug) {
        List.of(dana, cora, emil)
                .forEach(coach ->
                        town.bean(OpenHours.class).put(coach, Purpose.COACHING, hours(DayOfWeek.values(), 9, 17)));
        BookingPageId page = kept(pages().make(dana, "Dana", slug));
        kept(pages().change(dana, page, new BookingPages.Settings("Dana", slug, "", Audience.PUBLIC, Rules.USUAL)));
        var kind = new SessionKindId(UUID.randomUUID());
        kept(pages().offer(
                        dana,
                        page,
                        kind,
                        new BookingPages.Offer("Session", "marketing-manager", "warm-up", 60, "", "", List.of())));
        kept(pages().open(dana, page));
        return new Offered(slug, page, kind);
    }

    private void book(Offered session, InterviewId interview, Person candidate, String start, ZoneId zone) {
        booked(bookings()
                .book(
                        new Bookings.Wish(
                                interview, session.slug(), session.kind(), Instant.parse(start), zone, List.of()),
                        candidate));
    }

    private BookingPages pages() {
        return town.bean(BookingPages.class);
    }

    private static BookingPageId kept(BookingPages.Kept kept) {
        assertThat(kept).isInstanceOf(BookingPages.Kept.Done.class);
        return ((BookingPages.Kept.Done) kept).page();
    }

    private static String address(Person person) {
        return person.email().orElseThrow();
    }

    private Bookings bookings() {
        return town.bean(Bookings.class);
    }

    private static void booked(Bookings.Answered answer) {
        assertThat(answer).isInstanceOf(Bookings.Answered.Done.class);
    }

    private Evenings evenings() {
        return town.bean(Evenings.class);
    }

    private EveningId of(String name) {
        return new EveningId(Optional.ofNullable(made.get(name)).orElseThrow());
    }

    private static UUID evening(EveningAnswer answer) {
        assertThat(answer).isInstanceOf(EveningAnswer.Done.class);
        return ((EveningAnswer.Done) answer).id().value();
    }

    /** What the jobs of two nodes do, of which the second finds nothing left, and the postman. */
    private void look() {
        for (int node = 0; node < 2; node++) {
            town.bean(PairRounds.class).round();
            town.bean(BookingClock.class).round();
            town.bean(EveningUpkeep.class).round();
            town.bean(ChangedClocks.class).round();
            town.bean(Commitments.class).settle();
        }
        town.look();
        send();
    }

    private void send() {
        if (!mailServerAway) {
            town.delivered().stream()
                    .map(message -> "%s %s %s EMAIL"
                            .formatted(
                                    town.now().toString().substring(5, 16),
                                    Optional.ofNullable(message.values().get("name"))
                                            .orElseThrow(),
                                    message.topic().toUpperCase(Locale.ROOT).replace('-', '_')))
                    .sorted()
                    .forEach(left::add);
        }
    }
}
