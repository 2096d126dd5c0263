package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.Exchanges.Made;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.people.Person;

/** Nobody reads the guide of an interview ahead of them by hosting one that nobody else takes part in. */
class YetToBeAskedTest {
    private static final Refusal REFUSED = Refusal.of(Code.YET_TO_BE_ASKED);
    private static final String ASKED = "goals-from-the-business";

    private final InterviewFixtures core = new InterviewFixtures();
    private final Person dana = core.coach("Dana");
    private final Person maya = core.member("Maya");
    private final InterviewId ahead = core.host(dana, new Candidate.Member(maya.id()), "the-seven");

    private Hosting.Plan plan(String round) {
        return new Hosting.Plan(
                new InterviewId(core.ids.next()),
                Kind.PEER,
                "marketing-manager",
                round,
                new Candidate.ByLink("Nobody"),
                Set.of(),
                Optional.empty(),
                maya.zone());
    }

    private Hosted hosts(Person host, String round) {
        return core.hosting.host(plan(round), host);
    }

    @Test
    void a_candidate_does_not_host_what_they_are_to_be_asked() {
        assertThat(hosts(maya, "the-seven")).isEqualTo(new Hosted.Refused(REFUSED));
        assertThat(core.exchanges.host(new Exchanges.Plan(plan("the-seven"), OptionalInt.of(90), false), maya))
                .isEqualTo(new Made.NotHosted(REFUSED));
    }

    @Test
    void other_questions_and_other_people_are_free() {
        assertThat(hosts(maya, "director-panel")).isInstanceOf(Hosted.Done.class);
        assertThat(hosts(core.member("Ben"), "the-seven")).isInstanceOf(Hosted.Done.class);
    }

    @Test
    void whoever_may_read_banks_reads_them_anyway() {
        core.host(dana, new Candidate.Member(core.coach("Carla").id()), "the-seven");
        assertThat(hosts(dana, "the-seven")).isInstanceOf(Hosted.Done.class);
    }

    @Test
    void a_scorecard_that_never_came_closes_nothing_for_ever_and_a_cancelled_interview_nothing_at_all() {
        core.pass(YetToBeAsked.COUNTS_FOR.minus(Duration.ofDays(1)));
        assertThat(hosts(maya, "the-seven")).isEqualTo(new Hosted.Refused(REFUSED));
        core.pass(Duration.ofDays(2));
        assertThat(hosts(maya, "the-seven")).isInstanceOf(Hosted.Done.class);
        Person ben = core.member("Ben");
        InterviewId other = core.host(dana, new Candidate.Member(ben.id()), "the-seven");
        assertThat(hosts(ben, "the-seven")).isEqualTo(new Hosted.Refused(REFUSED));
        core.send(other, dana, new Command.Cancel("Ill."));
        assertThat(hosts(ben, "the-seven")).isInstanceOf(Hosted.Done.class);
    }

    @Test
    void what_they_are_to_be_asked_is_not_offered_to_be_added_either() {
        var own = ((Hosted.Done) hosts(maya, "director-panel")).interview();
        core.send(own, maya, new Command.Start());
        assertThat(core.views.questionsToAdd(own, maya.id()))
                .isNotEmpty()
                .noneMatch(question -> question.id().equals(ASKED));
        assertThat(core.agenda.add(own, core.ids.next(), ASKED, new By(maya.id(), core.time.instant())))
                .isEqualTo(new Outcome.Refused(REFUSED));
        core.send(ahead, dana, new Command.Cancel("Ill."));
        assertThat(core.agenda.add(own, core.ids.next(), ASKED, new By(maya.id(), core.time.instant())))
                .isInstanceOf(Outcome.Done.class);
    }
}
