package org.threeshift.core.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Follower;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.nudge.Nudge.Recipient;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Profile;
import org.threeshift.core.people.Role;

class RuleTest {
    private static final Instant ENDED = Instant.parse("2026-11-18T10:00:00Z");
    private static final Instant STARTED = ENDED.minus(Duration.ofHours(1));
    private static final InterviewId INTERVIEW = new InterviewId(new UUID(0, 99));
    private static final CohortId COHORT = new CohortId(new UUID(0, 77));

    /** Dana and Otto are coaches, Luis and Ben members, Gil a guest, Sue is suspended and Mira the candidate. */
    private static final Map<String, Person> CAST = Stream.of(
                    person(1, "Dana", Role.COACH, false),
                    person(2, "Otto", Role.COACH, false),
                    person(3, "Luis", Role.MEMBER, false),
                    person(4, "Ben", Role.MEMBER, false),
                    guest(5, "Gil"),
                    person(6, "Sue", Role.COACH, true),
                    person(7, "Mira", Role.MEMBER, false))
            .collect(Collectors.toMap(Person::name, Function.identity(), (one, _) -> one, LinkedHashMap::new));

    @ParameterizedTest(name = "{0} after {1} hours: {2}")
    @CsvSource({"Ben, 1, Ben", "Ben, 25, Ben", "Gil, 1, ''", "Gil, 25, ''", "Sue, 1, ''", "Ben, 0, ''"})
    void whoever_has_an_address_is_reminded_of_their_own_sheet(String interviewer, int hours, String told) {
        assertThat(told(rule(""), hours, owed("Dana", false, interviewer))).isEqualTo(told);
    }

    /** The host, with ! while they owe a sheet themselves; who else owes one; the cohort's coaches; who is told after two days. */
    @ParameterizedTest(name = "host {0}, owing {1}, coaches {2}: {3}")
    @CsvSource(textBlock = """
            Dana,  Ben,      '',        Dana
            Dana,  Ben,      Otto,      Dana
            Dana!, Dana,     '',        ''
            Dana!, Dana,     Dana,      ''
            Dana!, Dana Ben, Otto,      Otto
            Luis,  Ben,      '',        Luis
            Luis,  Ben,      Dana,      Dana
            Luis,  Ben,      Dana Otto, Dana Otto
            Luis,  Ben,      Ben,       Luis
            Luis!, Luis,     Dana,      Dana
            Luis!, Luis Ben, '',        ''
            Luis,  Gil,      '',        Luis
            Luis,  Ben,      Sue,       Luis
            Sue,   Ben,      Otto,      Otto
            Sue,   Ben,      '',        ''
            Gil,   Ben,      '',        ''
            """)
    void after_two_days_somebody_is_told_who_has_nothing_left_to_score(
            String host, String owing, String coaches, String told) {
        boolean owes = host.endsWith("!");
        assertThat(told(rule(coaches), 49, owed(host.replace("!", ""), owes, owing.split(" "))))
                .isEqualTo(told);
    }

    @Test
    void a_coach_is_told_once_of_all_sheets_and_of_none_held_before_the_candidate_agreed() {
        Follower late = new Follower(
                who("Dana").id(), COHORT, new Sight(who("Mira").id(), STARTED.plusSeconds(1), Optional.empty()));
        List<Owed> sheets = owed("Luis", false, "Ben", "Gil");
        assertThat(told(new Rule(known(), List.of(late)), 49, sheets)).isEqualTo("Luis");
        List<Nudge> nudges = rule("Dana Dana").due(sheets, ENDED.plus(Duration.ofHours(49)));
        assertThat(nudges).singleElement().satisfies(nudge -> {
            assertThat(nudge.owed()).isEqualTo(sheets);
            assertThat(nudge.to()).containsExactly(new Recipient(who("Dana"), Optional.of(COHORT)));
        });
    }

    @Test
    void a_reminder_names_the_candidate_and_leads_to_the_console_and_nobody_else_is_in_it() {
        List<Owed> sheets = owed("Dana", true, "Dana", "Ben");
        List<Notice> notices = notices(rule("Otto"), 2, sheets);
        assertThat(notices).extracting(Notice::kind).containsOnly(Kind.SHEET_OWED);
        assertThat(notices).extracting(Notice::key).doesNotHaveDuplicates();
        Notice ben = notices.getLast();
        assertThat(ben.to()).isEqualTo(who("Ben").id());
        assertThat(ben.link()).isEqualTo("/console/interviews/" + INTERVIEW);
        assertThat(ben.values()).isEqualTo(Map.of("candidate", who("Mira").id().toString(), "round", "The seven"));
    }

    @Test
    void whoever_looks_after_it_is_told_who_owes_and_gets_a_page_that_they_may_see() {
        assertThat(notices(rule("Dana"), 49, owed("Luis", false, "Gil", "Ben")))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.values())
                            .containsEntry(
                                    "owing", who("Gil").id() + "," + who("Ben").id());
                    assertThat(notice.link()).isEqualTo("/cohorts/" + COHORT);
                });
        assertThat(notices(rule(""), 49, owed("Luis", false, "Ben")))
                .singleElement()
                .satisfies(notice -> assertThat(notice.link()).isEqualTo("/interviews/" + INTERVIEW));
    }

    private static List<Notice> notices(Rule rule, int hours, List<Owed> sheets) {
        Instant now = ENDED.plus(Duration.ofHours(hours));
        return rule.due(sheets, now).stream()
                .flatMap(nudge -> nudge.to().stream().map(to -> Letters.of(nudge, nudge.owed(), to, now)))
                .toList();
    }

    private static String told(Rule rule, int hours, List<Owed> sheets) {
        return rule.due(sheets, ENDED.plus(Duration.ofHours(hours))).stream()
                .flatMap(nudge -> nudge.to().stream())
                .map(one -> one.person().name())
                .collect(Collectors.joining(" "));
    }

    private static Rule rule(String coaches) {
        return new Rule(
                known(),
                Arrays.stream(coaches.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(name -> new Follower(
                                who(name).id(), COHORT, Sight.whole(who("Mira").id())))
                        .toList());
    }

    private static List<Owed> owed(String host, boolean hostOwes, String... owing) {
        Set<PersonId> seated = Stream.concat(Stream.of(host, "Mira"), Arrays.stream(owing))
                .map(name -> who(name).id())
                .collect(Collectors.toSet());
        return Arrays.stream(owing)
                .map(name -> new Owed(
                        INTERVIEW,
                        who(name).id(),
                        who(host).id(),
                        hostOwes,
                        Optional.of(who("Mira").id()),
                        "the invitee",
                        "The seven",
                        seated,
                        STARTED,
                        ENDED,
                        Set.of()))
                .toList();
    }

    private static Person who(String name) {
        return Optional.ofNullable(CAST.get(name)).orElseThrow();
    }

    private static Map<PersonId, Person> known() {
        return CAST.values().stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private static Person person(int number, String name, Role role, boolean suspended) {
        return new Person(
                new PersonId(new UUID(0, number)),
                name,
                Optional.of(name.toLowerCase(java.util.Locale.ROOT) + "@example.org"),
                role,
                ZoneId.of("UTC"),
                false,
                suspended,
                Profile.BLANK);
    }

    private static Person guest(int number, String name) {
        return new Person(
                new PersonId(new UUID(0, number)), name, Optional.empty(), Role.MEMBER, ZoneId.of("UTC"), true);
    }
}
