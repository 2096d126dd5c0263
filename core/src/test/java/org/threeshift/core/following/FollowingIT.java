package org.threeshift.core.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Season;
import org.threeshift.core.database.CountedStatements;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.Afterword;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.TallyRepair;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.opinion.Opinion;
import org.threeshift.core.opinion.SecondOpinions;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.core.scorecard.Rehearsal;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.ShiftCard;

/** One cohort with a candidate of three scorecards and an open interview, and a large one of people without any. */
class FollowingIT {
    private static final TestDatabase database = TestDatabase.fresh();
    private static final CountedStatements statements = new CountedStatements(database.dataSource());
    private static final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

    private static Following following;
    private static HeatMaps heatMaps;
    private static Scorecards scorecards;
    private static Rehearsal rehearsal;
    private static Person coach;
    private static Person otherCoach;
    private static Person peer;
    private static Person mira;
    private static CohortId cohort;
    private static List<InterviewId> ofMira;

    @BeforeAll
    static void a_season() {
        application.registerBean(JdbcClient.class, () -> JdbcClient.create(statements));
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
                "org.threeshift.core.following",
                "org.threeshift.core.opinion");
        application.refresh();
        following = application.getBean(Following.class);
        heatMaps = application.getBean(HeatMaps.class);
        scorecards = application.getBean(Scorecards.class);
        coach = person("Dana Okafor", Role.COACH);
        otherCoach = person("Otto Brandt", Role.COACH);
        peer = person("Luis Ferreira", Role.MEMBER);
        mira = person("Mira Rossi", Role.MEMBER);
        Person jonas = person("Jonas Weber", Role.MEMBER);
        cohort = season("Autumn", mira, jonas);
        rehearsal = new Rehearsal(
                application.getBean(Hosting.class),
                application.getBean(Interviews.class),
                application.getBean(Banks.class),
                Instant.now().minus(Duration.ofDays(90)),
                7);
        ofMira = List.of(
                rehearsal.published(peer, List.of(), mira, "hiring-manager-screen"),
                rehearsal.published(peer, List.of(coach), mira, "the-seven"),
                rehearsal.published(peer, List.of(coach, otherCoach), mira, "director-panel"));
        rehearsal.over(peer, List.of(coach), mira, "warm-up");
    }

    @AfterAll
    static void close() {
        application.close();
        database.close();
    }

    @Test
    void a_line_has_the_numbers_of_the_scorecards_to_the_last_bit() {
        Followed followed = row(coach, cohort, mira);

        assertThat(followed.latest()).extracting(Sitting::interview).isEqualTo(ofMira.reversed());
        for (Sitting sitting : followed.latest()) {
            Scorecard folded = scorecards.find(sitting.interview(), mira.id()).orElseThrow();
            for (Shift shift : Shift.values()) {
                ShiftCard card = folded.on(shift);
                assertThat(sitting.on(shift).score()).isEqualTo(card.score());
                assertThat(sitting.on(shift).self()).isEqualTo(card.self());
                assertThat(sitting.on(shift).raters())
                        .hasSize(card.score().basis().interviewers());
            }
        }
        assertThat(followed.raters()).isEqualTo(3);
    }

    @Test
    void what_is_open_is_counted_and_nothing_of_it_is_told() {
        Activity activity = row(coach, cohort, mira).activity().orElseThrow();

        assertThat(activity.sheetsOpen()).isEqualTo(2);
        assertThat(activity.lastHeld()).isPresent();
        assertThat(activity.next()).isEmpty();
    }

    @Test
    void of_who_agreed_to_the_earlier_text_nothing_open_is_known() {
        Person nele = person("Nele Neu", Role.MEMBER);
        CohortId winter = season("Winter", nele);
        rehearsal.over(peer, List.of(), nele, "warm-up");
        assertThat(row(coach, winter, nele).activity().orElseThrow().sheetsOpen())
                .isEqualTo(1);

        database.jdbcClient()
                .sql("update cohort_member set agreed_version = 1 where person_id = :person")
                .param("person", nele.id().value())
                .update();
        assertThat(row(coach, winter, nele).activity()).isEmpty();
        assertThat(row(coach, winter, nele).lastHeld()).isEmpty();
    }

    @Test
    void another_coach_finds_nothing() {
        assertThat(progress(otherCoach, cohort)).isEmpty();
        assertThat(progress(mira, cohort)).isEmpty();
        assertThat(heatMaps.of(otherCoach, cohort, HeatMap.Of.QUESTIONS, 1)).isEmpty();
    }

    @Test
    void the_heat_maps_count_every_scorecard() {
        HeatMap questions = heatMaps.of(coach, cohort, HeatMap.Of.QUESTIONS, 1).orElseThrow();
        HeatMap traps = heatMaps.of(coach, cohort, HeatMap.Of.TRAPS, 9).orElseThrow();

        int asked = ofMira.stream()
                .mapToInt(id -> (int) scorecards.find(id, mira.id()).orElseThrow().questions().stream()
                        .filter(card -> card.shifts().stream()
                                .anyMatch(levels -> levels.mean().isPresent()))
                        .count())
                .sum();
        assertThat(line(questions).stream()
                        .flatMap(cell -> cell.stream())
                        .mapToInt(cell -> ((HeatMap.Asked) cell).scorecards())
                        .sum())
                .isEqualTo(asked);
        int set = ofMira.stream()
                .mapToInt(id ->
                        scorecards.find(id, mira.id()).orElseThrow().traps().total())
                .sum();
        assertThat(line(traps).stream()
                        .flatMap(cell -> cell.stream())
                        .mapToInt(cell -> ((HeatMap.Set) cell).times())
                        .sum())
                .isEqualTo(set);
        assertThat(traps.page()).isEqualTo(1);
        assertThat(traps.columns()).extracting(HeatMap.Column::title).doesNotHaveDuplicates();
    }

    @Test
    void no_page_asks_more_often_for_more_people_or_more_interviews() {
        Person[] two = people(2);
        Person[] six = people(6);
        CohortId small = season("Two", two);
        CohortId large = season("Six", six);
        held(two, 1);
        held(six, 2);

        for (Map.Entry<String, Function<CohortId, Optional<?>>> page : pages().entrySet()) {
            int few = asked(() -> assertThat(page.getValue().apply(small)).isPresent());
            int many = asked(() -> assertThat(page.getValue().apply(large)).isPresent());
            assertThat(many).as(page.getKey()).isEqualTo(few).isLessThanOrEqualTo(12);
        }
        var candidates = application.getBean(CandidatePages.class);
        scorecards.forget();
        application.getBean(InterviewStates.class).forget();
        int once = asked(() -> assertThat(candidates
                        .of(coach, two[0])
                        .orElseThrow()
                        .row()
                        .orElseThrow()
                        .candidate()
                        .latest())
                .hasSize(1));
        int twice = asked(() -> assertThat(candidates
                        .of(coach, six[0])
                        .orElseThrow()
                        .row()
                        .orElseThrow()
                        .candidate()
                        .latest())
                .hasSize(2));
        assertThat(twice).isEqualTo(once).isLessThanOrEqualTo(14);
        // Counts of pages on which there is nothing would be the same too.
        assertThat(progress(coach, large).orElseThrow().roster().shown())
                .allMatch(row -> row.candidate().latest().size() == 2);
    }

    private static Map<String, Function<CohortId, Optional<?>>> pages() {
        var days = new SessionReport.Days(
                LocalDate.now(ZoneOffset.UTC).minusDays(300), LocalDate.now(ZoneOffset.UTC), ZoneOffset.UTC);
        return Map.of(
                "progress", each -> progress(coach, each),
                "questions", each -> heatMaps.of(coach, each, HeatMap.Of.QUESTIONS, 1),
                "traps", each -> heatMaps.of(coach, each, HeatMap.Of.TRAPS, 1),
                "session",
                        each -> application
                                .getBean(SessionReports.class)
                                .of(coach, each, days)
                                .filter(report -> !report.held().isEmpty()),
                "standings",
                        each -> Optional.of(scorecards.standings(
                                        coach.id(),
                                        progress(coach, each).orElseThrow().roster().shown().stream()
                                                .map(row ->
                                                        row.candidate().person().id())
                                                .toList()))
                                .filter(standings -> !standings.isEmpty()));
    }

    private static void held(Person[] candidates, int each) {
        var played = new Rehearsal(
                application.getBean(Hosting.class),
                application.getBean(Interviews.class),
                application.getBean(Banks.class),
                Instant.now().minus(Duration.ofDays(200)),
                candidates.length);
        for (Person candidate : candidates) {
            for (int number = 0; number < each; number++) {
                played.published(peer, List.of(), candidate, "warm-up");
            }
        }
    }

    @Test
    void a_row_that_says_something_else_than_the_log_is_found_and_made_again() {
        Person tess = person("Tess Torn", Role.MEMBER);
        season("Summer", tess);
        InterviewId id = rehearsal.published(peer, List.of(), tess, "the-seven");
        TallyRepair repair = application.getBean(TallyRepair.class);
        repair.repair();
        var replayed = application.getBeansOfType(Afterword.class).values();
        List<String> whole = told(replayed, id);

        for (String spoiling : List.of(
                "update shift_tally set mean = mean / 2 + 1, low = 1, high = 5 where shift = 'TEAM' and interview_id = :id",
                "update question_tally set levels = levels + 1 where levels > 0 and interview_id = :id",
                "delete from trap_tally where interview_id = :id",
                "insert into trap_tally (interview_id, question_id, trap_id, method, outcome) values (:id, 'no', 'no', 1, 'FELL')")) {
            assertThat(database.jdbcClient()
                            .sql(spoiling)
                            .param("id", id.value())
                            .update())
                    .isPositive();
            assertThat(told(replayed, id))
                    .as(spoiling)
                    .isNotEqualTo(whole)
                    .anyMatch(line -> line.startsWith("tally: "));
            assertThat(repair.repair()).as(spoiling).isEqualTo(1);
            assertThat(told(replayed, id)).isEqualTo(whole);
            assertThat(repair.repair()).isZero();
        }
    }

    private static List<String> told(Collection<Afterword> replayed, InterviewId id) {
        var published = (Interview.Published)
                application.getBean(InterviewStates.class).find(id).orElseThrow();
        return replayed.stream()
                .flatMap(one -> one.lines(id, published).stream())
                .sorted()
                .toList();
    }

    @Test
    void only_a_coach_gives_a_second_opinion_and_whoever_sat_there_none() {
        var opinions = application.getBean(SecondOpinions.class);
        Person omar = person("Omar Left", Role.COACH);
        season("Late", omar);
        InterviewId id = rehearsal.over(peer, List.of(coach, otherCoach), omar, "warm-up");
        rehearsal.lock(id, peer.id());
        rehearsal.lock(id, otherCoach.id());
        rehearsal.send(id, peer.id(), new Command.CloseScoring());
        rehearsal.send(id, peer.id(), new Command.Publish(true));

        assertThat(scorecards.find(id, coach.id()).orElseThrow().interviewers()).doesNotContain(coach.id());
        assertThat(opinions.ask(id, coach)).isEqualTo(new SecondOpinions.Answer.Interviewed(id));
        assertThat(opinions.enter(id, coach, NOTHING, false)).isEqualTo(new SecondOpinions.Outcome.NotThere());

        InterviewId other = rehearsal.published(peer, List.of(), omar, "warm-up");
        assertThat(opinions.ask(other, coach)).isInstanceOf(SecondOpinions.Answer.Blind.class);
        var noCoachAnyMore = new Person(coach.id(), coach.name(), coach.email(), Role.MEMBER, coach.zone(), false);
        assertThat(opinions.ask(other, noCoachAnyMore)).isEqualTo(new SecondOpinions.Answer.NotThere());
    }

    @Test
    void rows_that_are_lost_or_old_are_made_again_and_an_amendment_changes_them() {
        Person lia = person("Lia Lind", Role.MEMBER);
        CohortId spring = season("Spring", lia);
        InterviewId id = rehearsal.published(peer, List.of(), lia, "the-seven");
        Followed before = row(coach, spring, lia);
        for (String loss : List.of(
                "delete from shift_tally where shift = 'TEAM' and interview_id = :id",
                "update shift_tally set method = 0, self = 1 where interview_id = :id",
                "delete from question_tally where interview_id = :id")) {
            database.jdbcClient().sql(loss).param("id", id.value()).update();
        }
        assertThat(row(coach, spring, lia)).isNotEqualTo(before);

        assertThat(application.getBean(TallyRepair.class).repair()).isEqualTo(1);
        assertThat(row(coach, spring, lia)).isEqualTo(before);
        assertThat(application.getBean(TallyRepair.class).repair()).isZero();

        Scorecard card = scorecards.find(id, lia.id()).orElseThrow();
        var question = card.questions().getFirst();
        Shift shift = question.shifts().getFirst().shift();
        Level other = question.shifts().getFirst().given().getFirst().level() == Level.ONE ? Level.TWO : Level.ONE;
        rehearsal.send(
                id,
                peer.id(),
                new Command.Amend(new Amendment.OfLevel(question.question().id(), shift, other), "Read it again."));
        assertThat(row(coach, spring, lia).newest().orElseThrow().on(shift).score())
                .isEqualTo(scorecards.find(id, lia.id()).orElseThrow().on(shift).score())
                .isNotEqualTo(card.on(shift).score());
    }

    @Test
    void a_second_opinion_is_blind_until_it_is_locked_then_stands_and_moves_no_scorecard() {
        var opinions = application.getBean(SecondOpinions.class);
        InterviewId id = ofMira.getFirst();
        Scorecard before = scorecards.find(id, mira.id()).orElseThrow();
        assertThat(opinions.ask(id, peer)).isEqualTo(new SecondOpinions.Answer.Interviewed(id));
        for (Person nobody : List.of(mira, otherCoach)) {
            assertThat(opinions.ask(id, nobody)).isEqualTo(new SecondOpinions.Answer.NotThere());
            assertThat(opinions.enter(id, nobody, NOTHING, true)).isEqualTo(new SecondOpinions.Outcome.NotThere());
        }
        assertThat(opinions.ask(id, coach)).isInstanceOfSatisfying(SecondOpinions.Answer.Blind.class, blind -> {
            assertThat(blind.sheet().questions()).hasSameSizeAs(before.questions());
            assertThat(blind.toString()).doesNotContain(peer.name(), peer.id().toString(), "Works through");
        });

        assertThat(opinions.enter(id, coach, NOTHING, true))
                .isInstanceOfSatisfying(
                        SecondOpinions.Outcome.Refused.class,
                        refused -> assertThat(refused.missing()).contains(new SecondOpinions.Gap.OfVerdict()));
        assertThat(opinions.enter(id, coach, whole(before, Level.ONE), true))
                .isEqualTo(new SecondOpinions.Outcome.Locked());
        assertThat(opinions.ask(id, coach)).isInstanceOfSatisfying(SecondOpinions.Answer.Both.class, both -> {
            assertThat(both.compared().lines())
                    .hasSize(before.questions().stream()
                            .mapToInt(card -> card.shifts().size())
                            .sum());
            assertThat(both.compared().severity().orElseThrow()).isNegative();
        });
        assertThat(opinions.enter(id, coach, whole(before, Level.FIVE), true))
                .isEqualTo(new SecondOpinions.Outcome.NotThere());
        assertThatThrownBy(() -> database.jdbcClient()
                        .sql("update second_opinion set levels = '[]'")
                        .update())
                .hasMessageContaining("stands");
        assertThat(scorecards.find(id, mira.id()).orElseThrow()).isEqualTo(before);
        assertThat(row(coach, cohort, mira).raters()).isEqualTo(3);
    }

    private static final SecondOpinions.Entered NOTHING =
            new SecondOpinions.Entered(Map.of(), Map.of(), Optional.empty(), "");

    private static SecondOpinions.Entered whole(Scorecard card, Level level) {
        return new SecondOpinions.Entered(
                card.questions().stream()
                        .flatMap(question -> question.shifts().stream()
                                .map(levels ->
                                        new Opinion.Place(question.question().id(), levels.shift())))
                        .collect(Collectors.toMap(place -> place, _ -> level)),
                card.questions().stream()
                        .flatMap(question -> question.traps().stream()
                                .map(trap -> new Opinion.TrapPlace(
                                        question.question().id(), trap.trap().id())))
                        .collect(Collectors.toMap(place -> place, _ -> TrapJudgement.AVOIDED)),
                Optional.of(Verdict.NO),
                "The numbers come late.");
    }

    @Test
    void a_session_report_says_who_interviewed_whom_and_what_is_open() {
        var days = new SessionReport.Days(
                LocalDate.now(ZoneOffset.UTC).minusDays(300), LocalDate.now(ZoneOffset.UTC), ZoneOffset.UTC);
        SessionReport report = application
                .getBean(SessionReports.class)
                .of(coach, cohort, days)
                .orElseThrow();

        assertThat(report.held())
                .extracting(SessionReport.Held::interview)
                .startsWith(ofMira.get(0), ofMira.get(1), ofMira.get(2));
        assertThat(report.held().get(2).interviewers()).hasSize(3);
        assertThat(report.held().get(2).spread()).isPresent();
        assertThat(report.held().get(0).spread()).isEmpty();
        assertThat(report.sheetsOpen()).isEqualTo(2);
        assertThat(report.items()).isNotEmpty().allSatisfy(item -> {
            assertThat(item.quality().difficulty()).isBetween(0.0, 1.0);
            assertThat(item.quality().discrimination()).isEmpty();
        });
        assertThat(application.getBean(SessionReports.class).of(otherCoach, cohort, days))
                .isEmpty();
    }

    @Test
    void a_candidates_page_has_what_was_promised_and_what_comes_next() {
        CandidatePage page =
                application.getBean(CandidatePages.class).of(coach, mira).orElseThrow();

        assertThat(page.row().orElseThrow().candidate()).isEqualTo(row(coach, cohort, mira));
        assertThat(page.cohorts()).extracting(one -> one.id()).containsExactly(cohort);
        assertThat(page.next().orElseThrow().round()).isPresent();
        assertThat(page.promises()).isEmpty();
        assertThat(application.getBean(CandidatePages.class).of(otherCoach, mira))
                .isEmpty();
    }

    private static int asked(Runnable what) {
        int before = statements.count();
        what.run();
        return statements.count() - before;
    }

    private static List<Optional<HeatMap.Cell>> line(HeatMap map) {
        return map.lines().stream()
                .filter(line -> line.person().equals(mira))
                .findFirst()
                .orElseThrow()
                .cells();
    }

    private static Optional<Following.Progress> progress(Person viewer, CohortId which) {
        return following.progress(viewer, which, Filter.NONE, Order.NAME, false);
    }

    private static Followed row(Person viewer, CohortId which, Person member) {
        return progress(viewer, which).orElseThrow().roster().shown().stream()
                .map(Row::candidate)
                .filter(candidate -> candidate.person().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private static CohortId season(String name, Person... members) {
        return Season.of(application.getBean(Coaching.class), application.getBean(Cohorts.class), coach, name, members);
    }

    private static Person[] people(int count) {
        Set<Person> made = new HashSet<>();
        for (int number = 1; number <= count; number++) {
            made.add(person("Robin Sample " + count + "x" + number, Role.MEMBER));
        }
        return made.toArray(Person[]::new);
    }

    private static Person person(String name, Role role) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
        return switch (application.getBean(People.class).enrol(name, email, "Europe/Berlin", role)) {
            case Outcome.Done(var done) -> done;
            case Outcome.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}
