package org.threeshift.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.Exchanges.Made;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;

/** Exchanges as two members meet them on pages: Ada hosts, Ben is her partner. */
class ExchangePagesIT {
    private static final String PASSWORD = "correct horse battery";

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    @AutoClose
    static final Visitor adas = new Visitor(threeshift.address());

    @AutoClose
    static final Visitor bens = new Visitor(threeshift.address());

    @SuppressWarnings("NullAway.Init")
    private static Person ada;

    @SuppressWarnings("NullAway.Init")
    private static Person ben;

    @BeforeAll
    static void two_members() {
        ada = member("Ada", adas);
        ben = member("Ben", bens);
    }

    @Test
    void in_overtime_both_are_told_whose_time_it_takes_and_can_swap() {
        Made.Done made = begun(Duration.ofMinutes(33));
        String room = "/room/" + made.first();
        String page = "/exchanges/" + made.exchange();
        assertThat(bens.get(room).body())
                .contains("From now on it takes from the second half.")
                .contains("Swap chairs now?");
        assertThat(bens.target(bens.submit(room, page + "/swap", Map.of("from", "room"))))
                .isEqualTo(room);
        assertThat(bens.get(room).body()).contains("You are ready. Ada is not yet.");
        assertThat(adas.get(page).body()).contains("Ben is ready to swap");
        String second = adas.target(adas.submit(page, page + "/swap", Map.of()));
        assertThat(second).startsWith("/room/").isNotEqualTo(room);
        assertThat(adas.get(second).body()).contains("27 minutes");
        assertThat(bens.target(bens.get(second))).isEqualTo(second.replace("/room/", "/console/interviews/"));
        assertThat(bens.get(room).body()).contains("Done. Now score yourself.").contains("The chairs are swapped");
    }

    @Test
    void within_its_time_the_first_half_offers_nothing() {
        Made.Done made = begun(Duration.ofMinutes(5));
        assertThat(bens.get("/room/" + made.first()).body())
                .contains("of 30:00")
                .doesNotContain("takes from the second half", "Swap chairs now?");
        String page = "/exchanges/" + made.exchange();
        HttpResponse<String> refused = bens.submit(page, page + "/swap", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Go on until then.");
    }

    @Test
    void an_exchanges_page_is_looked_at_again_only_when_something_has_changed() {
        Made.Done made = begun(Duration.ofMinutes(33));
        String standing = "/exchanges/" + made.exchange() + "/standing";
        String tag = adas.get(standing).headers().firstValue("ETag").orElseThrow();
        assertThat(adas.get(standing, "If-None-Match", tag).statusCode()).isEqualTo(304);
        threeshift.bean(Exchanges.class).agree(made.exchange(), ben.id());
        assertThat(adas.get(standing, "If-None-Match", tag).body()).contains("Ben is ready to swap");
    }

    @Test
    void until_joining_is_open_both_are_led_to_where_they_prepare() {
        Made.Done made = planned(Optional.of(Instant.now().plus(Duration.ofDays(2))), Instant.now());
        String page = "/exchanges/" + made.exchange();
        for (Visitor each : List.of(adas, bens)) {
            assertThat(each.get(page).body())
                    .contains("href=\"/interviews/" + made.first() + "#prepare\"")
                    .doesNotContain("href=\"/room/", "href=\"/console/");
            assertThat(each.get("/interviews/" + made.first()).body()).contains("id=\"prepare\"");
        }
        callOff(made);
    }

    @Test
    void what_a_round_is_planned_for_is_told_apart_from_how_long_the_interview_is() {
        Made.Done made = planned(Optional.of(Instant.now().plus(Duration.ofDays(4))), Instant.now());
        assertThat(adas.get("/host").body()).contains("Warm-up · 1 question · planned for 10 minutes");
        assertThat(adas.get("/interviews/" + made.first()).body())
                .contains("Warm-up, 1 question · 30 minutes of interview");
        assertThat(bens.get("/room/" + made.first()).body())
                .containsSubsequence("Length of the interview", "30 minutes", "1 question");
        callOff(made);
    }

    @Test
    void the_partner_may_interview_first() {
        HttpResponse<String> hosted = adas.submit(
                "/host",
                Map.of(
                        "interview", threeshift.bean(Ids.class).next().toString(),
                        "round", "marketing-manager/director-panel",
                        "kind", "EXCHANGE",
                        "candidate", "member",
                        "member", ben.id().toString(),
                        "when", "now",
                        "minutes", "90",
                        "interviewsFirst", "partner"));
        String page = adas.target(hosted);
        assertThat(page).startsWith("/exchanges/");
        assertThat(adas.get(page).body()).contains("Ben interviews you", "5 questions · 45 minutes");
        assertThat(bens.get(page).body()).contains("You interview Ada", "Open the console");
        assertThat(bens.get("/home").body())
                .as("it is the next thing, and stands nowhere else")
                .contains("You interview Ada")
                .doesNotContain("Two interviews in one sitting");
        assertThat(bens.get("/interviews").body())
                .contains("href=\"" + page + "\"", "Two interviews in one sitting")
                .doesNotContain("id=\"upcoming\"");
    }

    /** A first half of half an hour that began a while ago and asked its question at once. */
    private static Made.Done begun(Duration ago) {
        Instant start = Instant.now().minus(ago);
        Made.Done made = planned(Optional.empty(), start);
        List<Sent> sent =
                List.<Command>of(new Command.Start(), new Command.Pose("handing-over-your-best-work")).stream()
                        .map(command -> new Sent(id(), new By(ada.id(), start), command))
                        .toList();
        assertThat(threeshift.bean(Interviews.class).sendAll(made.first(), sent))
                .isInstanceOf(Outcome.Done.class);
        return made;
    }

    private static Made.Done planned(Optional<Instant> startsAt, Instant now) {
        var first = new Hosting.Plan(
                new InterviewId(id()),
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Candidate.Member(ben.id()),
                Set.of(),
                startsAt,
                ZoneId.of("UTC"));
        return (Made.Done)
                threeshift.bean(Exchanges.class).host(new Exchanges.Plan(first, OptionalInt.of(60), false), ada, now);
    }

    private static void callOff(Made.Done made) {
        var sent = new Sent(id(), new By(ada.id(), Instant.now()), new Command.Cancel("Only for a look"));
        assertThat(threeshift.bean(Interviews.class).send(made.first(), sent)).isInstanceOf(Outcome.Done.class);
    }

    private static Person member(String name, Visitor visitor) {
        String email = name.toLowerCase(java.util.Locale.ROOT) + "@example.org";
        var registered = threeshift.bean(People.class).register(name, email, PASSWORD, "UTC", Role.MEMBER);
        visitor.signIn(email, PASSWORD);
        return ((org.threeshift.core.people.Outcome.Done) registered).person();
    }

    private static java.util.UUID id() {
        return threeshift.bean(Ids.class).next();
    }
}
