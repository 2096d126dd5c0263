package org.threeshift.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** An interview on the warm-up that is published, with its debrief open. */
final class OpenDebrief {
    private OpenDebrief() {}

    static InterviewId of(RunningThreeshift threeshift, Person host, Person candidate) {
        Ids ids = threeshift.bean(Ids.class);
        InterviewId id = new InterviewId(ids.next());
        var plan = new Hosting.Plan(
                id,
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.Member(candidate.id()),
                Set.of(),
                Optional.empty(),
                ZoneId.of("UTC"));
        threeshift.bean(Hosting.class).host(plan, host, Instant.now());
        AgendaItem item = threeshift
                .bean(InterviewViews.class)
                .forInterviewer(id, host.id())
                .orElseThrow()
                .setup()
                .agenda()
                .items()
                .getFirst();
        var commands = new ArrayList<Command>(List.of(new Command.Start(), new Command.Pose(item.questionId())));
        item.shifts().forEach(shift -> commands.add(new Command.Rate(item.questionId(), shift, Level.THREE)));
        item.traps()
                .forEach(trap ->
                        commands.add(new Command.JudgeTrap(item.questionId(), trap.id(), TrapJudgement.AVOIDED)));
        commands.addAll(List.of(
                new Command.Finish(), new Command.LockSheet(Verdict.YES, "Fine."), new Command.OpenDebrief(true)));
        List<Sent> sent = commands.stream()
                .map(command -> new Sent(ids.next(), new Command.By(host.id(), Instant.now()), command))
                .toList();
        if (threeshift.bean(Interviews.class).sendAll(id, sent) instanceof Outcome.Refused(var refusal)) {
            throw new IllegalStateException(refusal.sentence());
        }
        return id;
    }
}
