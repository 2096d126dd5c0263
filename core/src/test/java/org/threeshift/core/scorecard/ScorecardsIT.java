package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Season;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Scorecards.Answer;

/** One cohort, one panel of two, two candidates: the first with three scorecards, the second with one and one to come. */
class ScorecardsIT {
    private static final TestDatabase database = TestDatabase.fresh();
    private static final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

    private static Scorecards scorecards;
    private static Person coach;
    private static Person otherCoach;
    private static Person peer;
    private static Person mira;
    private static Person jonas;
    private static List<InterviewId> ofMira;
    private static InterviewId ofJonas;
    private static InterviewId open;
    private static Person ines;
    private static Person nils;
    private static List<InterviewId> ofInes;

    @BeforeAll
    static void three_months_of_practice() {
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(Bell.class, LocalBell::new);
        application.registerBean(TransactionOperations.class, TransactionOperations::withoutTransaction);
        application.registerBean(Mails.class, () -> _ -> {});
        application.registerBean(Trail.class, () -> Trail.NONE);
        application.scan(
                "org.threeshift.core.id",
                "org.threeshift.core.audit",
                "org.threeshift.core.people",
                "org.threeshift.core.cohort",
                "org.threeshift.core.bank",
                "org.threeshift.core.interview",
                "org.threeshift.core.scorecard",
                "org.threeshift.core.audit",
                "org.threeshift.core.mail",
                "org.threeshift.core.settings");
        application.refresh();
        scorecards = application.getBean(Scorecards.class);
        People people = application.getBean(People.class);
        coach = person(people, "Dana Okafor", Role.COACH);
        otherCoach = person(people, "Otto Brandt", Role.COACH);
        peer = person(people, "Luis Ferreira", Role.MEMBER);
        mira = person(people, "Mira Rossi", Role.MEMBER);
        jonas = person(people, "Jonas Weber", Role.MEMBER);
        var coaching = application.getBean(Coaching.class);
        var cohorts = application.getBean(Cohorts.class);
        Season.of(coaching, cohorts, coach, "Autumn", mira, jonas);
        Season.of(coaching, cohorts, otherCoach, "Winter", peer);
        var rehearsal = new Rehearsal(
                application.getBean(Hosting.class),
                application.getBean(Interviews.class),
                application.getBean(Banks.class),
                Instant.parse("2026-09-01T09:00:00Z"),
                7);
        ofMira = List.of(
                rehearsal.published(peer, List.of(), mira, "hiring-manager-screen"),
                rehearsal.published(peer, List.of(coach), mira, "the-seven"),
                rehearsal.published(peer, List.of(coach), mira, "director-panel"));
        ofJonas = rehearsal.published(peer, List.of(), jonas, "the-seven");
        open = rehearsal.over(peer, List.of(), jonas, "warm-up");
        ines = person(people, "Ines Prado", Role.MEMBER);
        nils = person(people, "Nils Lund", Role.MEMBER);
        ofInes = List.of(
                rehearsal.published(nils, List.of(), ines, "warm-up"),
                rehearsal.published(nils, List.of(otherCoach), ines, "warm-up"));
    }

    @AfterAll
    static void close() {
        application.close();
        database.close();
    }

    @Test
    void the_candidate_the_interviewers_and_their_coach_see_it() {
        InterviewId id = ofMira.getFirst();

        assertThat(scorecards.ask(id, mira.id())).isInstanceOfSatisfying(Answer.Ready.class, ready -> {
            assertThat(ready.own()).isTrue();
            assertThat(ready.scorecard().candidate()).contains(mira.id());
            assertThat(ready.scorecard().questions()).hasSize(3);
        });
        assertThat(scorecards.find(id, peer.id())).isPresent();
        assertThat(scorecards.find(id, coach.id())).isPresent();
    }

    @Test
    void nobody_else_can_tell_it_from_one_that_never_was() {
        var never = new InterviewId(new UUID(1, 2));
        for (InterviewId id : List.of(ofMira.getFirst(), open)) {
            assertThat(scorecards.ask(id, otherCoach.id())).isEqualTo(scorecards.ask(never, otherCoach.id()));
        }
        assertThat(scorecards.find(ofMira.getFirst(), jonas.id())).isEmpty();
        assertThat(scorecards.find(ofMira.getFirst(), new PersonId(new UUID(1, 1))))
                .isEmpty();
    }

    @Test
    void before_publication_who_has_a_part_learns_only_that_and_their_coach_not_even_that() {
        assertThat(scorecards.ask(open, jonas.id()))
                .isEqualTo(new Answer.NotYet(open, Phase.DEBRIEFING, Seat.CANDIDATE));
        assertThat(scorecards.ask(open, peer.id()))
                .isEqualTo(new Answer.NotYet(open, Phase.DEBRIEFING, Seat.INTERVIEWER));
        assertThat(scorecards.ask(open, coach.id())).isEqualTo(new Answer.NotThere());
        assertThat(scorecards.find(open, jonas.id())).isEmpty();
    }

    @Test
    void the_interview_before_stands_beside_the_new_one() {
        assertThat(find(ofMira.get(0)).previous()).isEmpty();
        assertThat(find(ofMira.get(2)).previous().orElseThrow().interview()).isEqualTo(ofMira.get(1));
        assertThat(find(ofMira.get(2)).on(Shift.TEAM).previous())
                .isEqualTo(find(ofMira.get(1)).on(Shift.TEAM).score().value());
    }

    @Test
    void an_interviewer_sees_the_interview_before_only_where_they_sat_in_it_and_its_results_are_not_kept() {
        InterviewId first = ofInes.getFirst();
        InterviewId second = ofInes.getLast();

        assertThat(scorecards.find(second, ines.id()).orElseThrow().previous()).isPresent();
        assertThat(scorecards.find(second, nils.id()).orElseThrow().previous()).isPresent();
        assertThat(scorecards.find(second, otherCoach.id()).orElseThrow().previous())
                .isEmpty();

        assertThat(scorecards.letInterviewersSee(first, ines.id(), false)).isTrue();
        assertThat(scorecards.find(second, nils.id()).orElseThrow().previous()).isEmpty();
        assertThat(scorecards.find(second, ines.id()).orElseThrow().previous()).isPresent();
    }

    /** Mira's middle interview lies in a time in which nobody coached her here: to her coach the one before the last is the first. */
    @Test
    void a_coach_with_a_gap_sees_the_one_before_that_they_may_see_on_scorecard_and_list_alike() {
        Person gaby = person(application.getBean(People.class), "Gaby Gap", Role.MEMBER);
        Person dora = person(application.getBean(People.class), "Dora Coach", Role.COACH);
        var played = new Rehearsal(
                application.getBean(Hosting.class),
                application.getBean(Interviews.class),
                application.getBean(Banks.class),
                Instant.parse("2026-03-01T09:00:00Z"),
                11);
        List<InterviewId> all = List.of(
                played.published(peer, List.of(), gaby, "hiring-manager-screen"),
                played.published(nils, List.of(), gaby, "the-seven"),
                played.published(peer, List.of(dora), gaby, "director-panel"));
        var cohort = Season.of(
                application.getBean(Coaching.class), application.getBean(Cohorts.class), dora, "With a gap", gaby);
        Instant gap = startOf(gaby, all.get(1));
        database.jdbcClient()
                .sql("""
                        update cohort_member
                           set ended_at = :gap, ending = 'LEFT'
                         where cohort_id = :cohort
                        """)
                .param("gap", gap.minusSeconds(60).atOffset(java.time.ZoneOffset.UTC))
                .param("cohort", cohort.value())
                .update();
        Season.of(
                application.getBean(Coaching.class),
                application.getBean(Cohorts.class),
                dora,
                "After the gap",
                gap.plusSeconds(3600),
                gaby);

        Scorecard asCoach = scorecards.find(all.get(2), dora.id()).orElseThrow();
        Standing inList = scorecards.standings(dora.id(), List.of(gaby.id())).getFirst();
        assertThat(asCoach.previous().orElseThrow().interview()).isEqualTo(all.get(0));
        assertThat(inList.interview()).isEqualTo(all.get(2));
        for (Shift shift : Shift.values()) {
            assertThat(inList.previous(shift)).isEqualTo(asCoach.on(shift).previous());
        }
        assertThat(scorecards
                        .find(all.get(2), gaby.id())
                        .orElseThrow()
                        .previous()
                        .orElseThrow()
                        .interview())
                .isEqualTo(all.get(1));
        // Who only interviewed sees what they held before, whatever others held since.
        assertThat(scorecards
                        .find(all.get(2), peer.id())
                        .orElseThrow()
                        .previous()
                        .orElseThrow()
                        .interview())
                .isEqualTo(all.get(0));
    }

    private static Instant startOf(Person candidate, InterviewId id) {
        return scorecards.find(id, candidate.id()).orElseThrow().startedAt();
    }

    @Test
    void the_rows_that_reports_read_give_the_same_numbers_as_the_fold() {
        List<Standing> history = scorecards.history(mira.id());

        assertThat(history).extracting(Standing::interview).isEqualTo(ofMira.reversed());
        for (Standing standing : history) {
            Scorecard folded = find(standing.interview());
            for (Shift shift : Shift.values()) {
                assertThat(standing.score(shift)).isEqualTo(folded.on(shift).score());
                assertThat(standing.previous(shift)).isEqualTo(folded.on(shift).previous());
            }
        }
    }

    @Test
    void a_coach_follows_the_latest_of_each_in_the_cohort_and_of_nobody_else() {
        List<PersonId> everybody = List.of(jonas.id(), mira.id(), peer.id());

        assertThat(scorecards.standings(coach.id(), everybody))
                .extracting(Standing::interview)
                .containsExactly(ofJonas, ofMira.getLast());
        assertThat(scorecards.standings(otherCoach.id(), everybody)).isEmpty();
        assertThat(scorecards.standings(mira.id(), everybody))
                .extracting(Standing::candidate)
                .containsExactly(mira.id());
    }

    @Test
    void who_interviews_finds_what_they_held() {
        assertThat(scorecards.heldBy(coach.id()))
                .extracting(Standing::interview)
                .containsExactly(ofMira.get(2), ofMira.get(1));
        assertThat(scorecards.heldBy(mira.id())).isEmpty();
    }

    @Test
    void what_traps_did_over_all_interviews_is_for_the_candidate_and_whoever_follows_them() {
        Scorecard latest = find(ofMira.getLast());
        TrapTally all = scorecards.traps(latest, mira.id()).tally();

        assertThat(all.total())
                .isEqualTo(
                        ofMira.stream().mapToInt(id -> find(id).traps().total()).sum());
        assertThat(scorecards.traps(latest, coach.id()).tally()).isEqualTo(all);
        assertThat(scorecards.traps(find(ofMira.getFirst()), mira.id()).tally())
                .isEqualTo(find(ofMira.getFirst()).traps());
        assertThat(scorecards.traps(latest, peer.id()).families()).isEmpty();
        assertThat(scorecards.traps(latest, otherCoach.id()).families()).isEmpty();
    }

    @Test
    void a_candidate_ticks_off_their_plan_and_who_sees_the_scorecard_sees_it() {
        PracticePlans plans = application.getBean(PracticePlans.class);
        InterviewId id = ofMira.get(1);
        String first = find(id).practice().getFirst().key();

        assertThat(plans.tick(id, coach.id(), first, true)).isEqualTo(PracticePlans.Ticked.NOT_THERE);
        assertThat(plans.tick(id, otherCoach.id(), first, true)).isEqualTo(PracticePlans.Ticked.NOT_THERE);
        assertThat(plans.tick(open, jonas.id(), first, true)).isEqualTo(PracticePlans.Ticked.NOT_THERE);
        assertThat(plans.tick(id, mira.id(), "lowest-shift/no-such", true))
                .isEqualTo(PracticePlans.Ticked.NO_SUCH_ITEM);
        assertThat(plans.of(find(id), mira.id()).done()).isZero();

        assertThat(plans.tick(id, mira.id(), first, true)).isEqualTo(PracticePlans.Ticked.DONE);
        assertThat(plans.tick(id, mira.id(), first, true)).isEqualTo(PracticePlans.Ticked.DONE);
        assertThat(plans.of(scorecards.find(id, coach.id()).orElseThrow(), coach.id())
                        .items()
                        .getFirst()
                        .done())
                .isPresent();
        assertThat(plans.done(ofMira)).containsOnly(Map.entry(id, 1L));
        assertThat(plans.of(scorecards.find(id, peer.id()).orElseThrow(), peer.id())
                        .done())
                .isZero();

        assertThat(plans.tick(id, mira.id(), first, false)).isEqualTo(PracticePlans.Ticked.DONE);
        assertThat(plans.of(find(id), mira.id()).done()).isZero();
    }

    @Test
    void the_plan_before_is_looked_at_again_in_the_next_interview() {
        PracticePlans plans = application.getBean(PracticePlans.class);

        assertThat(plans.of(find(ofMira.getFirst()), mira.id()).before()).isEmpty();
        assertThat(plans.of(find(ofMira.getLast()), mira.id())
                        .before()
                        .orElseThrow()
                        .items())
                .extracting(PlanReview.Followed::item)
                .isEqualTo(find(ofMira.get(1)).practice());
    }

    private static Scorecard find(InterviewId id) {
        return scorecards.find(id, mira.id()).orElseThrow();
    }

    private static Person person(People people, String name, Role role) {
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        return switch (people.enrol(name, email, "Europe/Berlin", role)) {
            case Outcome.Done(var done) -> done;
            case Outcome.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}
