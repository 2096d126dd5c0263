package org.threeshift.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.booking.Audience;
import org.threeshift.core.booking.BookingPage;
import org.threeshift.core.booking.BookingPages;
import org.threeshift.core.booking.Bookings;
import org.threeshift.core.booking.Rules;
import org.threeshift.core.booking.SessionKind;
import org.threeshift.core.booking.SessionKindId;
import org.threeshift.core.busy.OutsideCalendars;
import org.threeshift.core.calendar.Feeds;
import org.threeshift.core.coachnotes.CoachNotes;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Season;
import org.threeshift.core.evening.Draft;
import org.threeshift.core.evening.EveningAnswer;
import org.threeshift.core.evening.EveningId;
import org.threeshift.core.evening.Evenings;
import org.threeshift.core.exchange.ExchangeId;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.invitee.MailedInvitees;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.people.Invitations;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.relations.MemberReports;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.core.scorecard.Glass;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.sharing.Sharing;

/** One person of each kind, signed in, around two panels: one live, one published. */
final class AccessCast {
    private static final String PASSWORD = "correct horse battery";

    /** What the coach notes about the candidate, for nobody's eyes but the coach's. */
    static final String NOTE = "Quokka: only the coach reads this.";

    private final RunningThreeshift threeshift;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Person host;
    private final InterviewId live;
    private final InterviewId published;
    private final InterviewId kept;
    private final Person candidate;
    private final String shared;
    private final String revoked;
    private final ExchangeId exchange;
    private final CohortId cohort;
    private final PairId pair;
    private final EveningId evening;
    private final BookingPage page;
    private final BookingPage closed;
    private final InterviewId booked;
    private final String open;
    private final String expired;

    AccessCast(RunningThreeshift threeshift) {
        this.threeshift = threeshift;
        visitors.put("anonymous", new Visitor(threeshift.address()));
        candidate = member("candidate", Role.MEMBER);
        host = member("host", Role.MEMBER);
        Person rival = member("rival", Role.MEMBER);
        Person shadow = member("shadow", Role.MEMBER);
        Person observer = member("observer", Role.MEMBER);
        member("other", Role.MEMBER);
        Person coach = member("coach", Role.COACH);
        member("coach2", Role.COACH);
        Person admin = member("admin", Role.ADMIN);
        cohort = Season.of(threeshift.bean(Coaching.class), threeshift.bean(Cohorts.class), coach, "Season", candidate);
        page = bookable(coach, "the-coach", Audience.PUBLIC);
        closed = bookable(coach, "the-cohort", Audience.COHORT);
        booked = book(candidate);
        live = panel(host, rival, candidate);
        published = panel(host, rival, candidate);
        List<Command> seats = List.of(
                new Command.GiveSeat(shadow.id(), Seat.SHADOW), new Command.GiveSeat(observer.id(), Seat.OBSERVER));
        send(live, host, seats);
        send(published, host, seats);
        start(live, host);
        start(published, host);
        publish(published, host, rival);
        kept = panel(host, rival, candidate);
        start(kept, host);
        publish(kept, host, rival);
        threeshift.bean(Scorecards.class).letInterviewersSee(kept, candidate.id(), false);
        threeshift.bean(Glass.class).breakFor(kept, admin, "To see who sees what.");
        threeshift.bean(CoachNotes.class).write(coach, candidate.id(), NOTE);
        shared = share().token().text();
        Sharing.Made.Done taken = share();
        threeshift.bean(Sharing.class).revoke(taken.share().id(), candidate.id());
        revoked = taken.token().text();
        exchange = exchange(host, candidate);
        pair = pair(host, candidate);
        evening = evening(coach, candidate);
        visitors.put("guest", guest(host));
        Hosted.Done awaited = host(host, Kind.PEER, new Candidate.ByEmail("somebody@elsewhere.example.org"), Set.of());
        open = awaited.invitation().orElseThrow().text();
        // By now, so that no job does it while somebody looks whether anything changed.
        threeshift.bean(MailedInvitees.class).round();
        Instant over = Instant.now().plusMillis(100);
        expired = threeshift
                .bean(Invitations.class)
                .create(awaited.interview().value(), "", host.id(), over)
                .text();
        while (Instant.now().isBefore(over)) {
            LockSupport.parkUntil(over.toEpochMilli() + 1);
        }
    }

    /** The coach asks the candidate to one, who has not answered. */
    private EveningId evening(Person coach, Person candidate) {
        var draft = new Draft(
                "Season’s evening",
                LocalDate.now(coach.zone()).plusDays(20).toString(),
                "18:30",
                "40",
                "5",
                "2",
                "1",
                List.of("marketing-manager/the-seven"),
                List.of(candidate.id().toString()),
                "");
        if (threeshift.bean(Evenings.class).plan(coach, cohort, draft) instanceof EveningAnswer.Done(var id)) {
            return id;
        }
        throw new IllegalStateException("there is no evening");
    }

    Map<String, Visitor> visitors() {
        return visitors;
    }

    String placed(String path) {
        return path.replace("{live}", live.toString())
                .replace("{published}", published.toString())
                .replace("{kept}", kept.toString())
                .replace("{candidate}", candidate.id().toString())
                .replace("{shared}", shared)
                .replace("{revoked}", revoked)
                .replace("{exchange}", exchange.toString())
                .replace("{cohort}", cohort.toString())
                .replace("{pair}", pair.toString())
                .replace("{evening}", evening.toString())
                .replace("{page}", page.id().toString())
                .replace("{kind}", page.kinds().getFirst().id().toString())
                .replace("{cohort-kind}", closed.kinds().getFirst().id().toString())
                .replace("{booked}", booked.toString())
                .replace("{nowhere}", id().toString())
                .replace("{open}", open)
                .replace("{expired}", expired);
    }

    /** The candidate's, of which there is none at that address. */
    java.util.UUID outsideCalendar() {
        if (threeshift.bean(OutsideCalendars.class).add(candidate, "Work", "https://calendar.example.org/work.ics")
                instanceof OutsideCalendars.Added.Done(var calendar)) {
            return calendar.id();
        }
        throw new IllegalStateException("no calendar");
    }

    /** A device on which the candidate is told. */
    java.util.UUID toldDevice(JdbcClient database) {
        java.util.UUID device = id();
        database.sql("""
                insert into push_device (id, person_id, endpoint_secret, p256dh_secret, auth_secret, browser_hash, server_key, agent, added_at)
                values (:id, :person, 'https://push.example.org/1', :point, :secret, :browser, :point, '', now())
                """)
                .param("id", device)
                .param("person", candidate.id().value())
                .param("point", new byte[65])
                .param("secret", new byte[16])
                .param("browser", new byte[32])
                .update();
        return device;
    }

    /** Another browser in which the candidate is signed in. */
    String signedInDevice() {
        try (var another = new Visitor(threeshift.address())) {
            another.signIn("candidate@example.org", PASSWORD);
        }
        var found = Pattern.compile("/account/devices/([^/\"]+)/end")
                .matcher(Objects.requireNonNull(visitors.get("candidate"))
                        .get("/account/devices")
                        .body());
        if (found.find()) {
            return found.group(1);
        }
        throw new IllegalStateException("no other device");
    }

    /** The rival's about the candidate. */
    java.util.UUID report() {
        MemberReports reports = threeshift.bean(MemberReports.class);
        Person rival = person("rival");
        reports.report(rival, candidate.id(), "RUDENESS", "Laughed at every answer.");
        return reports.waiting(person("admin")).orElseThrow().getFirst().id();
    }

    private Person person(String who) {
        return threeshift.bean(People.class).findByEmail(who + "@example.org").orElseThrow();
    }

    /** The candidate's, for calendar programs. */
    String calendarAddress() {
        return threeshift
                .bean(Feeds.class)
                .renew(candidate, Optional.empty())
                .orElseThrow()
                .text();
    }

    void revokeCalendarAddress() {
        threeshift.bean(Feeds.class).revoke(candidate);
    }

    InterviewId live() {
        return live;
    }

    Person host() {
        return host;
    }

    /** The question on the table of the live panel. */
    AgendaItem onTable() {
        return item(live, host);
    }

    private Person member(String who, Role role) {
        String email = who + "@example.org";
        if (!(threeshift.bean(People.class).register("The " + who, email, PASSWORD, "UTC", role)
                instanceof org.threeshift.core.people.Outcome.Done(var person))) {
            throw new IllegalStateException(who);
        }
        var visitor = new Visitor(threeshift.address());
        visitor.signIn(email, PASSWORD);
        visitors.put(who, visitor);
        return person;
    }

    private BookingPage bookable(Person coach, String slug, Audience audience) {
        BookingPages pages = threeshift.bean(BookingPages.class);
        var windows = java.util.Arrays.stream(java.time.DayOfWeek.values())
                .map(day -> new Window(day, LocalTime.of(9, 0), LocalTime.of(17, 0)))
                .toList();
        threeshift
                .bean(OpenHours.class)
                .put(coach, Purpose.COACHING, new WeeklyHours(ZoneId.of("UTC"), windows, List.of()));
        if (!(pages.make(coach, "The coach", slug) instanceof BookingPages.Kept.Done(var id))) {
            throw new IllegalStateException(slug);
        }
        pages.change(coach, id, new BookingPages.Settings("The coach", slug, "", audience, Rules.USUAL));
        var offer = new BookingPages.Offer("Session", "marketing-manager", "warm-up", 60, "", "", List.of());
        pages.offer(coach, id, new SessionKindId(id()), offer);
        pages.open(coach, id);
        return pages.find(id, coach).orElseThrow();
    }

    private InterviewId book(Person candidate) {
        Bookings bookings = threeshift.bean(Bookings.class);
        SessionKind kind = page.kinds().getFirst();
        Instant start = bookings.free(
                        page,
                        kind,
                        Optional.of(candidate),
                        Span.of(Instant.now().plus(Duration.ofDays(7)), Duration.ofDays(7)))
                .getFirst();
        var wish = new Bookings.Wish(new InterviewId(id()), page.slug(), kind.id(), start, ZoneId.of("UTC"), List.of());
        if (bookings.book(wish, candidate) instanceof Bookings.Answered.Done(var booking)) {
            return booking.interview();
        }
        throw new IllegalStateException("not booked");
    }

    private InterviewId panel(Person host, Person rival, Person candidate) {
        return host(host, Kind.PANEL, new Candidate.Member(candidate.id()), Set.of(rival.id()))
                .interview();
    }

    private Hosted.Done host(Person host, Kind kind, Candidate candidate, Set<PersonId> others) {
        var plan = new Hosting.Plan(
                new InterviewId(id()),
                kind,
                "marketing-manager",
                "warm-up",
                candidate,
                others,
                Optional.empty(),
                ZoneId.of("UTC"));
        if (threeshift.bean(Hosting.class).host(plan, host, Instant.now()) instanceof Hosted.Done done) {
            return done;
        }
        throw new IllegalStateException("not hosted");
    }

    private ExchangeId exchange(Person host, Person candidate) {
        var first = new Hosting.Plan(
                new InterviewId(id()),
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Candidate.Member(candidate.id()),
                Set.of(),
                Optional.empty(),
                ZoneId.of("UTC"));
        var plan = new Exchanges.Plan(first, OptionalInt.of(60), false);
        if (threeshift.bean(Exchanges.class).host(plan, host, Instant.now()) instanceof Exchanges.Made.Done done) {
            return done.exchange();
        }
        throw new IllegalStateException("not hosted");
    }

    /** Both have confirmed it. */
    private PairId pair(Person host, Person candidate) {
        Pairs pairs = threeshift.bean(Pairs.class);
        Instant now = Instant.now();
        PairId proposed = pairs.propose(
                        host.id(), candidate.id(), Span.of(now.plus(Duration.ofDays(5)), Duration.ofMinutes(60)), now)
                .orElseThrow();
        pairs.confirm(proposed, host.id());
        pairs.confirm(proposed, candidate.id());
        return proposed;
    }

    private void start(InterviewId interview, Person host) {
        AgendaItem first = item(interview, host);
        send(interview, host, List.of(new Command.Start(), new Command.Pose(first.questionId())));
    }

    private AgendaItem item(InterviewId interview, Person host) {
        return threeshift
                .bean(InterviewViews.class)
                .forInterviewer(interview, host.id())
                .orElseThrow()
                .setup()
                .agenda()
                .items()
                .getFirst();
    }

    private Sharing.Made.Done share() {
        var wish = new Sharing.Wish("", "WHOLE", "NAME", OptionalInt.of(14));
        return (Sharing.Made.Done) threeshift.bean(Sharing.class).share(published, candidate.id(), wish);
    }

    private void publish(InterviewId published, Person host, Person rival) {
        AgendaItem item = item(published, host);
        for (Person interviewer : List.of(host, rival)) {
            var commands = new ArrayList<Command>();
            item.shifts().forEach(shift -> commands.add(new Command.Rate(item.questionId(), shift, Level.THREE)));
            item.traps()
                    .forEach(trap ->
                            commands.add(new Command.JudgeTrap(item.questionId(), trap.id(), TrapJudgement.AVOIDED)));
            send(published, interviewer, commands);
        }
        send(published, host, List.of(new Command.Finish()));
        send(published, host, List.of(new Command.LockSheet(Verdict.YES, "Fine.")));
        send(published, rival, List.of(new Command.LockSheet(Verdict.YES, "Fine.")));
        send(published, host, List.of(new Command.Publish(true)));
    }

    private Visitor guest(Person host) {
        String token = host(host, Kind.PEER, new Candidate.ByLink("A guest"), Set.of())
                .invitation()
                .orElseThrow()
                .text();
        var guest = new Visitor(threeshift.address());
        guest.submit("/join/" + token, Map.of("name", "A guest", "zone", "UTC"));
        return guest;
    }

    void send(InterviewId interview, Person by, List<Command> commands) {
        List<Sent> sent = commands.stream()
                .map(command -> new Sent(id(), new Command.By(by.id(), Instant.now()), command))
                .toList();
        if (threeshift.bean(Interviews.class).sendAll(interview, sent) instanceof Outcome.Refused(var refusal)) {
            throw new IllegalStateException(refusal.sentence());
        }
    }

    private java.util.UUID id() {
        return threeshift.bean(Ids.class).next();
    }
}
