package org.threeshift.web.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Season;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.core.scorecard.Rehearsal;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;

/** People around two published interviews of one candidate, and one that waits for its publication. */
final class Cast {
    static final String PASSWORD = "correct horse battery";

    final Person coach;
    final Person peer;
    final Person mira;
    final InterviewId first;
    final InterviewId second;
    final InterviewId waiting;
    final InterviewId calledOff;
    final InterviewId missed;

    private final RunningThreeshift threeshift;

    Cast(RunningThreeshift threeshift) {
        this.threeshift = threeshift;
        this.coach = register("Dana Okafor", Role.COACH);
        this.peer = register("Luis Ferreira", Role.MEMBER);
        this.mira = register("Mira Rossi", Role.MEMBER);
        register("Jonas Weber", Role.MEMBER);
        register("Otto Brandt", Role.COACH);
        register("Ada Admin", Role.ADMIN);
        Season.of(threeshift.bean(Coaching.class), threeshift.bean(Cohorts.class), coach, "Autumn", mira);
        var rehearsal = new Rehearsal(
                threeshift.bean(Hosting.class),
                threeshift.bean(Interviews.class),
                threeshift.bean(Banks.class),
                Instant.now().minus(Duration.ofDays(60)),
                42);
        this.first = rehearsal.published(peer, List.of(), mira, "the-seven");
        this.second = rehearsal.published(peer, List.of(coach), mira, "the-seven");
        this.waiting = rehearsal.over(peer, List.of(), mira, "warm-up");
        this.calledOff = rehearsal.calledOff(peer, mira, "warm-up", "A launch that week.");
        this.missed = rehearsal.missed(peer, mira, "warm-up");
        rehearsal.send(
                second,
                coach.id(),
                new Command.Amend(new Amendment.OfVerdict(Verdict.STRONG_YES), "Read my notes again."));
    }

    private Person register(String name, Role role) {
        return switch (threeshift.bean(People.class).register(name, email(name), PASSWORD, "Europe/Berlin", role)) {
            case Outcome.Done(var person) -> person;
            case Outcome.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    /** @param firstName one of the cast */
    Visitor signedIn(String firstName) {
        var visitor = new Visitor(threeshift.address());
        String name =
                List.of("Dana Okafor", "Luis Ferreira", "Mira Rossi", "Jonas Weber", "Otto Brandt", "Ada Admin")
                        .stream()
                        .filter(each -> each.startsWith(firstName))
                        .findFirst()
                        .orElseThrow();
        visitor.signIn(email(name), PASSWORD);
        return visitor;
    }

    static String email(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
    }
}
