package org.threeshift.web.call;

import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;

/** Members who are signed in, and the interviews in which they call each other. */
final class CallCast {
    private static final String PASSWORD = "correct horse battery";

    private final RunningThreeshift threeshift;

    CallCast(RunningThreeshift threeshift) {
        this.threeshift = threeshift;
    }

    /** Somebody with a signed-in browser. */
    record Somebody(Person person, Visitor visitor) {
        Cookie cookie(String address) {
            return new Cookie(
                            "THREESHIFT",
                            visitor.cookie("THREESHIFT").orElseThrow().getValue())
                    .setUrl(address);
        }
    }

    Somebody somebody(String name) {
        String email = id() + "@example.org";
        if (threeshift.bean(People.class).register(name, email, PASSWORD, "UTC", Role.MEMBER)
                instanceof org.threeshift.core.people.Outcome.Done(var person)) {
            var visitor = new Visitor(threeshift.address());
            visitor.signIn(email, PASSWORD);
            return new Somebody(person, visitor);
        }
        throw new AssertionError(name);
    }

    InterviewId interview(Somebody host, Somebody candidate, Somebody... others) {
        var plan = new Hosting.Plan(
                new InterviewId(id()),
                others.length == 0 ? Kind.PEER : Kind.PANEL,
                "marketing-manager",
                "warm-up",
                new Candidate.Member(candidate.person().id()),
                Arrays.stream(others).map(other -> other.person().id()).collect(Collectors.toSet()),
                Optional.empty(),
                ZoneId.of("UTC"));
        return switch (threeshift.bean(Hosting.class).host(plan, host.person(), Instant.now())) {
            case Hosted.Done(var interview, var _) -> interview;
            case Hosted.Refused(var refusal) -> throw new AssertionError(refusal.sentence());
        };
    }

    void send(InterviewId interview, Somebody by, Command command) {
        var sent = new Sent(id(), new Command.By(by.person().id(), Instant.now()), command);
        if (threeshift.bean(Interviews.class).send(interview, sent) instanceof Outcome.Refused(var refusal)) {
            throw new AssertionError(refusal.sentence());
        }
    }

    private java.util.UUID id() {
        return threeshift.bean(Ids.class).next();
    }
}
