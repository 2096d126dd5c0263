package org.threeshift.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.room.Play.Hosted;

class PreparationIT extends RoomServer {
    private static final String SEVEN = "the-seven";

    private final Person ben = play.person("Ben", Role.MEMBER);
    private final Hosted hosted = play.withMember(SEVEN, Instant.now().plus(Duration.ofDays(2)), ben);
    private final GuideWords guide = GuideWords.of(play.bank());

    @Test
    void nothing_of_the_guide_reaches_a_candidate_who_prepares() {
        ScreenlessBrowser browser = signedIn(ben);
        for (String address : addresses()) {
            assertThat(browser.get(address).status()).as(address).isEqualTo(200);
        }
        assertThat(browser.told())
                .hasSizeGreaterThan(4)
                .allSatisfy(answer -> assertThat(guide.foundIn(answer)).isEmpty())
                .allSatisfy(answer -> assertThat(play.questions(SEVEN))
                        .noneMatch(question -> answer.contains(HtmlUtils.htmlEscape(question.title()))
                                || answer.contains(question.title())
                                || answer.contains(question.id())));
        assertThat(body(browser)).contains("From execution to accountability", "What you are practising");
    }

    /** Otherwise the test above would pass for a search that finds nothing. */
    @Test
    void the_same_search_finds_the_guide_where_an_interviewer_prepares() {
        String page = body(signedIn(hosted.host()));
        List<String> found = guide.foundIn(page);
        for (Question question : play.questions(SEVEN)) {
            assertThat(GuideWords.of(play.bank()).foundIn(question.why())).isNotEmpty();
            assertThat(found)
                    .contains(question.why().strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT));
        }
        assertThat(found).hasSizeGreaterThan(100);
    }

    @Test
    void whoever_watches_reads_the_guide_and_whoever_has_no_part_finds_no_page() {
        Person shadow = play.person("Sami", Role.MEMBER);
        Person observer = play.person("Olga", Role.MEMBER);
        play.send(hosted, new Command.GiveSeat(shadow.id(), Seat.SHADOW));
        play.send(hosted, new Command.GiveSeat(observer.id(), Seat.OBSERVER));
        assertThat(body(signedIn(shadow))).contains("question by question", "id=\"primer\"");
        assertThat(body(signedIn(observer))).contains("question by question").doesNotContain("id=\"primer\"");
        assertThat(signedIn(play.person("Eve", Role.MEMBER)).get(page()).status())
                .isEqualTo(404);
    }

    @Test
    void the_primer_lies_open_for_the_first_interview_and_is_folded_for_the_next() {
        ScreenlessBrowser coach = signedIn(hosted.host());
        assertThat(body(coach)).containsPattern("id=\"primer\" open");
        assertThat(body(coach)).containsPattern("id=\"primer\" open");
        Hosted next = play.withMember(SEVEN, Instant.now().plus(Duration.ofDays(3)), ben, hosted.host());
        assertThat(coach.get("/interviews/" + next.interview()).body())
                .contains("read it again")
                .doesNotContainPattern("id=\"primer\" open");
        assertThat(body(coach)).containsPattern("id=\"primer\" open");
    }

    @Test
    void home_leads_to_where_one_prepares_and_later_to_the_room() {
        ScreenlessBrowser browser = signedIn(ben);
        assertThat(browser.get("/home/next").body())
                .contains("Dana Okafor interviews you", page() + "#prepare", "Begins in ");
        assertThat(signedIn(hosted.host()).get("/home").body()).contains("You interview Ben", page() + "#prepare");
        Hosted soon = play.withMember(SEVEN, Instant.now().plus(Duration.ofMinutes(9)), ben);
        assertThat(browser.get("/home/next").body())
                .contains("Joining is open", "\"/room/" + soon.interview() + "\"")
                .doesNotContain("<html");
        assertThat(signedIn(soon.host()).get("/home/next").body())
                .contains("\"/console/interviews/" + soon.interview() + "\"");
    }

    @Test
    void home_shows_both_of_two_interviews_that_can_be_joined_and_the_next_one_below() {
        Person coach = play.person("Cem", Role.COACH);
        Instant soon = Instant.now().plus(Duration.ofMinutes(4));
        Hosted one = play.withMember(SEVEN, soon, ben, coach);
        Hosted other = play.withMember(SEVEN, soon.plus(Duration.ofMinutes(3)), ben, coach);
        Hosted later = play.withMember(SEVEN, soon.plus(Duration.ofDays(1)), ben, coach);
        Hosted last = play.withMember(SEVEN, soon.plus(Duration.ofDays(2)), ben, coach);
        ScreenlessBrowser browser = signedIn(coach);
        assertThat(browser.get("/home/next").body())
                .containsSubsequence(
                        ">Now<",
                        "\"/console/interviews/" + one.interview() + "\"",
                        ">Now<",
                        "\"/console/interviews/" + other.interview() + "\"",
                        ">Next<",
                        "\"/interviews/" + later.interview() + "#prepare\"")
                .doesNotContain(last.interview().toString());
        assertThat(browser.get("/home").body().split("/" + one.interview(), -1))
                .as("each stands there once")
                .hasSize(2);
        assertThat(browser.get("/home").body()).containsOnlyOnce("/" + last.interview());
    }

    @Test
    void home_puts_a_chair_of_ones_own_before_what_one_sits_in_on() {
        Person coach = play.person("Cem", Role.COACH);
        Instant soon = Instant.now().plus(Duration.ofMinutes(3));
        Hosted watched = play.withMember(SEVEN, soon, ben);
        play.send(watched, new Command.GiveSeat(coach.id(), Seat.OBSERVER));
        Hosted own = play.withMember(SEVEN, soon.plus(Duration.ofMinutes(4)), play.person("Lia", Role.MEMBER), coach);
        assertThat(signedIn(coach).get("/home/next").body())
                .containsSubsequence(
                        "You interview Lia",
                        "\"/console/interviews/" + own.interview() + "\"",
                        "You sit in on the interview of Ben",
                        "\"/console/interviews/" + watched.interview() + "\"");
    }

    private String body(ScreenlessBrowser browser) {
        return browser.get(page()).body();
    }

    private String page() {
        return "/interviews/" + hosted.interview();
    }

    private List<String> addresses() {
        String room = "/room/" + hosted.interview();
        return List.of("/home", "/home/next", "/interviews", page(), room, room + "/stage");
    }
}
