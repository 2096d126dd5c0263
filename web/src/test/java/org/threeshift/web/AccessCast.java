package org.threeshift.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.threeshift.core.coachnotes.CoachNotes;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Season;
import org.threeshift.core.exchange.ExchangeId;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.hours.Span;
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
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.people.Invitations;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
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
        visitors.put("guest", guest(host));
        Hosted.Done awaited = host(host, Kind.PEER, new Candidate.ByLink("Somebody"), Set.of());
        open = awaited.invitation().orElseThrow().text();
        Instant over = Instant.now().plusMillis(100);
        expired = threeshift
                .bean(Invitations.class)
                .create(awaited.interview().value(), "", host.id(), over)
                .text();
        while (Instant.now().isBefore(over)) {
            LockSupport.parkUntil(over.toEpochMilli() + 1);
        }
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
                .replace("{nowhere}", id().toString())
                .replace("{open}", open)
                .replace("{expired}", expired);
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
        if (threeshift.bean(Hosting.class).host(plan, host) instanceof Hosted.Done done) {
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
        if (threeshift.bean(Exchanges.class).host(plan, host) instanceof Exchanges.Made.Done done) {
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
