package org.threeshift.web.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.appointment.InterviewTimes;
import org.threeshift.core.cohort.Cohort;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.InterviewIndex.Entry;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Evidence;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.keys.Seal;
import org.threeshift.core.pairs.WaitingRoom;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.push.PushSettings;
import org.threeshift.core.scorecard.Scorecards;

class DemonstrationIT {
    private static final String ON = "threeshift.demonstration=true";

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext threeshift;

    @BeforeAll
    static void start() {
        threeshift = startOn(database, ON);
    }

    @AfterAll
    static void stop() {
        threeshift.close();
    }

    @Test
    void a_coach_two_more_interviewers_and_a_cohort_of_eight_are_there() {
        Person coach = person("coach");
        assertThat(coach.role()).isEqualTo(Role.COACH);
        List<Cohort> cohorts = threeshift.getBean(Cohorts.class).of(coach.id());
        assertThat(cohorts).hasSize(1);
        assertThat(cohorts.getFirst().members())
                .hasSize(8)
                .contains(person("candidate"))
                .doesNotContain(person("peer"));
        assertThat(people().members()).hasSize(12);
    }

    @Test
    void an_admin_finds_messages_to_look_at_and_some_days_of_the_trail() {
        assertThat(person("admin").role()).isEqualTo(Role.ADMIN);
        assertThat(count("select count(*) from outbox where topic = 'trial' and state = 'SENT'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from outbox where topic = 'password-link' and state = 'FAILED'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from outbox where topic = 'password-link' and state = 'WAITING'"))
                .isEqualTo(1);
        assertThat(count("""
                        select count(*)
                          from outbox
                          join person on person.id = outbox.person_id
                         where outbox.topic like 'sheet-%owed'
                           and person.email = 'peer@demo.threeshift.example'
                        """)).isEqualTo(1);
        assertThat(count("select count(*) from audit_event where deed = 'scorecard-viewed'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from audit_event where deed = 'sheet-amended'"))
                .isPositive();
    }

    @Test
    void some_show_a_picture_and_no_two_the_same() {
        assertThat(person("candidate").profile().photo()).isPresent();
        assertThat(person("peer").profile().photo()).isEmpty();
        assertThat(count("select count(distinct photo) from person")).isEqualTo(5);
    }

    @Test
    void somebody_came_by_a_link_whom_an_admin_can_merge() {
        assertThat(count("select count(*) from person where guest")).isEqualTo(1);
        assertThat(count("""
                        select count(*)
                          from participant
                          join person on person.id = participant.person_id
                         where person.guest
                        """)).isEqualTo(1);
        assertThat(count("select count(*) from invited_address where address like 'maya.rosen@%'"))
                .as("was asked by e-mail")
                .isEqualTo(1);
    }

    @Test
    void nobody_has_a_password() {
        assertThat(count("select count(*) from person where password_hash is not null"))
                .isZero();
    }

    @Test
    void each_candidate_has_three_to_five_published_interviews_thirty_or_more_in_all() {
        assertThat(cohort())
                .allSatisfy(candidate -> assertThat(published(candidate)).hasSizeBetween(3, 5));
        assertThat(count("select count(*) from interview where phase = 'PUBLISHED'"))
                .isGreaterThanOrEqualTo(30);
        assertThat(count("select count(distinct kind) from interview where phase = 'PUBLISHED'"))
                .isEqualTo(3);
        assertThat(count("select count(distinct round_id) from interview where phase = 'PUBLISHED'"))
                .isEqualTo(4);
    }

    @Test
    void every_published_interview_has_a_scorecard_for_its_candidate() {
        var scorecards = threeshift.getBean(Scorecards.class);
        assertThat(cohort())
                .allSatisfy(candidate -> assertThat(published(candidate))
                        .allSatisfy(entry -> assertThat(scorecards.find(entry.id(), candidate.id()))
                                .hasValueSatisfying(card -> {
                                    assertThat(card.signed()).hasSameSizeAs(card.interviewers());
                                    assertThat(card.practice()).isNotEmpty();
                                })));
    }

    @Test
    void one_did_not_come_and_two_were_called_off() {
        assertThat(count("select count(*) from interview where no_show = 'CANDIDATE'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from interview where phase = 'CANCELLED' and no_show is null"))
                .isEqualTo(2);
    }

    @Test
    void one_scorecard_came_out_without_a_self_score() {
        assertThat(count("""
                        select count(*)
                          from interview
                         where phase = 'PUBLISHED'
                           and not exists (select from self_rating where self_rating.interview_id = interview.id)
                        """)).isEqualTo(1);
    }

    @Test
    void candidates_differ_and_most_improve() {
        Map<PersonId, List<Double>> histories = cohort().stream()
                .collect(Collectors.toMap(
                        Person::id,
                        candidate -> published(candidate).reversed().stream()
                                .map(this::meanLevel)
                                .toList()));
        assertThat(histories.values().stream().filter(history -> history.getLast() > history.getFirst() + 0.5))
                .hasSize(6);
        assertThat(histories.values()).doesNotHaveDuplicates();
        assertThat(histories.values().stream().map(List::getLast).mapToDouble(mean -> mean))
                .satisfies(
                        means -> assertThat(means.stream().max(Double::compare).orElseThrow()
                                        - means.stream().min(Double::compare).orElseThrow())
                                .isGreaterThan(0.8));
    }

    @Test
    void every_note_stands_in_the_library_of_its_question() {
        Library library = Material.shipped().library();
        List<Evidence> notes = sheets().stream()
                .flatMap(view -> view.sheet().evidence().stream())
                .toList();
        assertThat(notes)
                .hasSizeGreaterThan(300)
                .allSatisfy(note -> assertThat(MaterialTest.rendered(library.of(note.questionId())))
                        .contains(note.text()));
    }

    @Test
    void each_question_asked_has_evidence_on_each_sheet() {
        assertThat(sheets())
                .allSatisfy(view -> assertThat(view.sheet().evidence().stream()
                                .map(Evidence::questionId)
                                .collect(Collectors.toSet()))
                        .containsExactlyInAnyOrderElementsOf(view.course().orElseThrow().posed().stream()
                                .map(posed -> posed.questionId())
                                .toList()));
    }

    @Test
    void nothing_lies_in_the_future_but_what_is_agreed() {
        assertThat(count("select count(*) from interview_event where at > now()"))
                .isZero();
        assertThat(count("select count(*) from interview where starts_at > now() and phase <> 'SCHEDULED'"))
                .isZero();
    }

    @Test
    void the_one_click_people_have_something_to_do() {
        Person coach = person("coach");
        Person candidate = person("candidate");
        assertThat(index().upcoming(coach.id())).hasSize(5);
        assertThat(index().debriefing(coach.id()))
                .anyMatch(entry -> !entry.sheetLocked())
                .anyMatch(entry -> entry.sheetLocked() && entry.selfScored());
        assertThat(index().upcoming(person("peer").id()))
                .anyMatch(entry -> entry.phase() == Phase.LIVE && entry.host())
                .anyMatch(entry -> entry.seat() == Seat.CANDIDATE);
        assertThat(index().upcoming(candidate.id())).hasSize(4);
        assertThat(index().debriefing(candidate.id())).anyMatch(entry -> !entry.selfScored());
    }

    @Test
    void coach_and_candidate_can_host_and_practise_right_away() {
        assertThat(host("coach", Kind.COACH_LED, "the-seven")).isInstanceOf(Hosted.Done.class);
        // A round whose questions they are not yet to be asked themselves.
        assertThat(host("candidate", Kind.PEER, "director-panel")).isInstanceOf(Hosted.Done.class);
        Person candidate = person("candidate");
        var waitingRoom = threeshift.getBean(WaitingRoom.class);
        assertThat(waitingRoom.join(candidate)).isInstanceOf(WaitingRoom.Standing.Waiting.class);
        waitingRoom.leave(candidate);
    }

    @Test
    void coach_and_candidate_come_to_something_within_the_hour_that_leaves_them_their_time() {
        for (String who : List.of("coach", "candidate")) {
            assertThat(index().upcoming(person(who).id()).getFirst()).satisfies(next -> {
                assertThat(next.seat()).isEqualTo(Seat.OBSERVER);
                assertThat(next.startsAt()).isBefore(Instant.now().plusSeconds(3600));
            });
        }
    }

    /** Begins what comes next as the first job of a node leaves it, and takes that back. */
    private static Hosted host(String who, Kind kind, String round) {
        threeshift.getBean(InterviewTimes.class).takeWhereFree(Instant.now());
        var plan = new Hosting.Plan(
                new InterviewId(UUID.randomUUID()),
                kind,
                "marketing-manager",
                round,
                new Hosting.Candidate.ByLink("Maya"),
                Set.of(),
                Optional.empty(),
                ZoneOffset.UTC);
        return Objects.requireNonNull(threeshift
                .getBean(TransactionOperations.class)
                .execute(status -> {
                    status.setRollbackOnly();
                    return threeshift.getBean(Hosting.class).host(plan, person(who));
                }));
    }

    @Test
    void a_second_start_adds_nothing() {
        long events = count("select count(*) from interview_event");
        long persons = count("select count(*) from person");
        startOn(database, ON).close();
        assertThat(count("select count(*) from interview_event")).isEqualTo(events);
        assertThat(count("select count(*) from person")).isEqualTo(persons);
    }

    @Test
    void outside_a_demonstration_nothing_of_it_is_there() {
        try (TestDatabase own = TestDatabase.fresh();
                ConfigurableApplicationContext without = startOn(own)) {
            assertThat(without.getBeansOfType(Demonstration.class)).isEmpty();
            assertThat(without.getBean(People.class).members()).isEmpty();
        }
    }

    @Test
    void an_installation_with_members_stays_as_it_is() {
        try (TestDatabase own = TestDatabase.fresh()) {
            try (ConfigurableApplicationContext first = startOn(own)) {
                first.getBean(People.class).enrol("Ada Example", "ada@example.org", "UTC", Role.MEMBER);
            }
            try (ConfigurableApplicationContext second = startOn(own, ON)) {
                assertThat(second.getBean(People.class).members()).hasSize(1);
            }
        }
    }

    @Test
    void an_interrupted_start_leaves_nothing_and_the_next_one_makes_all_of_it() {
        try (TestDatabase own = TestDatabase.fresh()) {
            own.jdbcClient().sql("""
                            create function interrupt() returns trigger language plpgsql as
                            $$ begin
                                if (select count(*) from interview) > 20 then raise exception 'interrupted'; end if;
                                return new;
                            end $$;
                            create trigger interruption before insert on interview
                                for each row execute function interrupt()
                            """).update();
            assertThatThrownBy(() -> startOn(own, ON)).hasStackTraceContaining("interrupted");
            assertThat(own.jdbcClient()
                            .sql("select (select count(*) from person) + (select count(*) from interview_event)")
                            .query(Long.class)
                            .single())
                    .isZero();
            own.jdbcClient().sql("drop trigger interruption on interview").update();
            try (ConfigurableApplicationContext next = startOn(own, ON)) {
                assertThat(next.getBean(People.class).members()).hasSize(12);
            }
        }
    }

    /** What each interviewer of each published interview sees. */
    private static List<InterviewerView> sheets() {
        var views = threeshift.getBean(InterviewViews.class);
        return Stream.concat(cohort().stream(), Stream.of(person("peer")))
                .flatMap(candidate -> published(candidate).stream())
                .flatMap(entry -> views.forInterviewer(entry.id(), entry.hostId()).stream()
                        .flatMap(host -> host.setup().interviewers().stream())
                        .map(interviewer ->
                                views.forInterviewer(entry.id(), interviewer).orElseThrow()))
                .toList();
    }

    private double meanLevel(Entry entry) {
        return database.jdbcClient()
                .sql("select avg(level) from rating where interview_id = :interview")
                .param("interview", entry.id().value())
                .query(Double.class)
                .single();
    }

    /** The newest first. */
    private static List<Entry> published(Person candidate) {
        return index().published(candidate.id(), Seat.CANDIDATE, 20);
    }

    private static List<Person> cohort() {
        return threeshift
                .getBean(Cohorts.class)
                .of(person("coach").id())
                .getFirst()
                .members();
    }

    private static Person person(String who) {
        return people().findByEmail(who + "@demo.threeshift.example").orElseThrow();
    }

    private static People people() {
        return threeshift.getBean(People.class);
    }

    private static InterviewIndex index() {
        return threeshift.getBean(InterviewIndex.class);
    }

    private static long count(String query) {
        return database.jdbcClient().sql(query).query(Long.class).single();
    }

    private static ConfigurableApplicationContext startOn(TestDatabase database, String... settings) {
        var arguments = new ArrayList<String>();
        database.springProperties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        List.of(settings).forEach(setting -> arguments.add("--" + setting));
        return new SpringApplicationBuilder(WithoutFaces.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    /** Core and the demonstration. No @Configuration, so that no other test finds it. */
    @ComponentScan("org.threeshift.core")
    @Import({
        Bookable.class,
        Gatherings.class,
        Demonstration.class,
        Diligence.class,
        Elsewhere.class,
        House.class,
        Keepsakes.class,
        Pairings.class,
        Practising.class,
        Tidings.class
    })
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class WithoutFaces {
        @Bean
        static Seal nothingSealed(RandomGenerator chance) {
            return Seal.without(chance);
        }

        @Bean
        static PushSettings nobodyIsTold() {
            return new PushSettings(Optional.empty(), "mailto:nobody@example.org");
        }
    }
}
