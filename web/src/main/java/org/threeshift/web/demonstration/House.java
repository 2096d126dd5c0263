package org.threeshift.web.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Outbox;
import org.threeshift.core.mail.Outbox.Fate;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.nudge.Nudges;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.SetupLinks;
import org.threeshift.core.scorecard.Scorecards;

/** What an admin finds in the demonstration: some days of the audit trail, and messages in every state that asks for a look. */
@Component
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class House {
    private final Trail trail;
    private final Mails mails;
    private final Outbox outbox;
    private final SetupLinks links;
    private final Scorecards scorecards;
    private final Nudges nudges;
    private final InstantSource time;

    House(
            Trail trail,
            Mails mails,
            Outbox outbox,
            SetupLinks links,
            Scorecards scorecards,
            Nudges nudges,
            InstantSource time) {
        this.trail = trail;
        this.mails = mails;
        this.outbox = outbox;
        this.links = links;
        this.scorecards = scorecards;
        this.nudges = nudges;
        this.time = time;
    }

    /**
     * Puts messages into the outbox, which is empty until then.
     *
     * @param cast by their keys in the files
     */
    void post(Map<String, Person> cast) {
        Person admin = of(cast, "sabine");
        Person elodie = of(cast, "elodie");
        Person arjun = of(cast, "arjun");
        post("trial", Topic.TRIAL, admin, Map.of());
        settle(new Fate.Sent());
        post("password", Topic.PASSWORD_LINK, arjun, link(admin, arjun));
        settle(new Fate.Never("550 5.1.1 <" + arjun.email().orElseThrow() + ">: no such mailbox here"));
        post("password", Topic.PASSWORD_LINK, elodie, link(admin, elodie));
    }

    /** Tells of some days, once the interviews were held, and reminds of what is open, as the job did in those days. */
    void tell(Map<String, Person> cast) {
        nudges.round();
        tell(of(cast, "miriam"), of(cast, "nadia"), of(cast, "sabine"));
    }

    private static Person of(Map<String, Person> cast, String key) {
        return Optional.ofNullable(cast.get(key))
                .orElseThrow(() -> new IllegalStateException(key + " is missing in the cast"));
    }

    private void tell(Person coach, Person nadia, Person admin) {
        Instant now = time.instant();
        line(now, 70, Deed.SIGNED_IN, coach, coach.id(), Map.of("way", "password"));
        latest(nadia)
                .ifPresent(interview -> line(
                        now,
                        69,
                        Deed.SCORECARD_VIEWED,
                        coach,
                        nadia.id(),
                        Map.of("interview", interview.toString(), "as", "page")));
        line(now, 68, Deed.SIGNED_OUT, coach, coach.id(), Map.of());
        line(now, 44, Deed.SIGNED_IN, nadia, nadia.id(), Map.of("way", "password"));
        line(now, 27, Deed.SIGNED_IN, admin, admin.id(), Map.of("way", "password"));
        trail.addAt(
                now.minus(Duration.ofHours(20)),
                Deed.SIGN_IN_REFUSED,
                Optional.empty(),
                Optional.of(nadia.id()),
                Map.of("way", "password"));
        latest(nadia)
                .ifPresent(interview -> line(
                        now,
                        5,
                        Deed.SCORECARD_VIEWED,
                        coach,
                        nadia.id(),
                        Map.of("interview", interview.toString(), "as", "json")));
    }

    private void line(Instant now, int hoursAgo, Deed deed, Person actor, PersonId about, Map<String, String> detail) {
        trail.addAt(now.minus(Duration.ofHours(hoursAgo)), deed, Optional.of(actor.id()), Optional.of(about), detail);
    }

    private Optional<InterviewId> latest(Person candidate) {
        return scorecards.history(candidate.id()).stream().findFirst().map(standing -> standing.interview());
    }

    private Map<String, String> link(Person admin, Person person) {
        return Map.of(
                "by",
                admin.name(),
                "link",
                "/set-password/" + links.forPassword(person.id()).text());
    }

    private void post(String event, Topic topic, Person to, Map<String, String> values) {
        mails.post(new Mail(
                "demonstration:%s:%s".formatted(event, to.id()),
                topic,
                to.email().orElseThrow(),
                Optional.of(to.id()),
                values));
    }

    /** Nothing else is in the outbox yet. */
    private void settle(Fate fate) {
        outbox.take().ifPresent(message -> outbox.settle(message, fate));
    }
}
