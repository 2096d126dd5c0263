package org.threeshift.core.cohort;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** What people are told of cohorts, and what the trail keeps of them. */
@Component
final class CohortNews {
    private final Mails mails;
    private final Trail trail;

    CohortNews(Mails mails, Trail trail) {
        this.mails = mails;
        this.trail = trail;
    }

    void asked(Cohort cohort, Person by, Person person, UUID invitation, Instant at) {
        post("cohort-question:" + invitation + ":" + at, Topic.COHORT_QUESTION, person, "by", by, cohort);
    }

    /** The coach is told, and so is every member, who is seen by somebody else from now on. */
    void shared(Cohort cohort, Person by, Person coach, Instant at) {
        String key = ":" + cohort.id() + ":" + coach.id() + ":" + at + ":";
        post("cohort-shared" + key, Topic.COHORT_SHARED, coach, "by", by, cohort);
        for (Person member : cohort.members()) {
            post("cohort-coach" + key + member.id(), Topic.COHORT_COACH_ADDED, member, "coach", coach, cohort);
        }
        note(Deed.COHORT_SHARED, by.id(), coach.id(), cohort.id());
    }

    void passedOn(Cohort cohort, Person by, PersonId to) {
        note(Deed.COHORT_PASSED_ON, by.id(), to, cohort.id());
    }

    /** A coach follows it no more: taken off by its owner, or of their own accord. */
    void takenOff(Cohort cohort, Person by, PersonId coach) {
        note(Deed.COHORT_COACH_TAKEN_OFF, by.id(), coach, cohort.id());
    }

    /** A line for everybody whose membership ends with it, and for its owner. */
    void ended(Cohort cohort, Person owner) {
        note(Deed.COHORT_ENDED, owner.id(), owner.id(), cohort.id());
        cohort.members().forEach(member -> note(Deed.COHORT_ENDED, owner.id(), member.id(), cohort.id()));
    }

    void takenOut(Cohort cohort, Person by, Person person, UUID membership) {
        post("cohort-taken-out:" + membership, Topic.COHORT_TAKEN_OUT, person, "by", by, cohort);
        note(Deed.COHORT_TAKEN_OUT, by.id(), person.id(), cohort.id());
    }

    void joined(CohortId cohort, PersonId person, int version) {
        trail.add(
                Deed.COHORT_JOINED,
                Optional.of(person),
                Optional.of(person),
                Map.of("cohort", cohort.toString(), "version", Integer.toString(version)));
    }

    void left(CohortId cohort, PersonId person) {
        note(Deed.COHORT_LEFT, person, person, cohort);
    }

    private void note(Deed deed, PersonId by, PersonId about, CohortId cohort) {
        trail.add(deed, Optional.of(by), Optional.of(about), Map.of("cohort", cohort.toString()));
    }

    private void post(String key, Topic topic, Person to, String role, Person named, Cohort cohort) {
        to.email()
                .ifPresent(address -> mails.post(new Mail(
                        key,
                        topic,
                        address,
                        Optional.of(to.id()),
                        Map.of(
                                role,
                                named.name(),
                                "cohort",
                                cohort.name(),
                                "link",
                                topic == Topic.COHORT_TAKEN_OUT ? "/cohorts" : "/cohorts/" + cohort.id()))));
    }
}
