package org.threeshift.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;
import org.threeshift.web.paper.Pdf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scorecards through the running application, as pages and as JSON. */
class PublishedScorecardIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    private static final JsonMapper JSON = JsonMapper.shared();

    private static Cast cast;

    @BeforeAll
    static void play() {
        cast = new Cast(threeshift);
    }

    @ParameterizedTest(name = "{0} gets {1}")
    @CsvSource({
        "Mira, 200, 200",
        "Luis, 200, 200",
        "Dana, 200, 404",
        "Jonas, 404, 404",
        "Otto, 404, 404",
        "Ada, 404, 404"
    })
    void who_may_see_a_scorecard_and_who_may_know_that_one_is_coming(String who, int published, int waiting) {
        try (Visitor visitor = cast.signedIn(who)) {
            assertThat(visitor.get(page(cast.second)).statusCode()).isEqualTo(published);
            assertThat(visitor.get(page(cast.waiting)).statusCode()).isEqualTo(waiting);
        }
    }

    @Test
    void nobody_sees_anything_without_signing_in() {
        try (var visitor = new Visitor(threeshift.address())) {
            var answer = visitor.get(page(cast.second));

            assertThat(visitor.target(answer)).startsWith("/sign-in");
            assertThat(answer.body()).doesNotContain("The seven");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "00000000-0000-0000-0000-000000000000", "%00", "..%2Fhome", "'or'1'='1"})
    void an_address_that_is_none_is_not_found(String id) {
        try (Visitor visitor = cast.signedIn("Mira")) {
            assertThat(visitor.get("/scorecards/" + id).statusCode()).isIn(400, 404);
        }
    }

    @Test
    void the_candidate_reads_who_opened_their_scorecard_and_nobody_else_does() {
        try (Visitor coach = cast.signedIn("Dana");
                Visitor candidate = cast.signedIn("Mira");
                Visitor rival = cast.signedIn("Jonas")) {
            coach.get(page(cast.second));
            coach.get(page(cast.second));
            coach.get("/api/interviews/" + cast.second + "/scorecard", "Accept", "application/json");
            String trail = candidate.get("/account/trail").body();
            assertThat(trail).contains("opened your scorecard (data).", "/scorecards/" + cast.second);
            assertThat(trail.split("Dana [^ ]+ opened your scorecard \\(page\\)", -1))
                    .hasSize(2);
            assertThat(rival.get("/account/trail").body()).doesNotContain("opened your scorecard");
            assertThat(candidate.get("/audit").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void the_candidate_reads_scores_evidence_and_what_the_strategic_answer_would_have_been() {
        try (Visitor visitor = cast.signedIn("Mira")) {
            String page = visitor.get(page(cast.second)).body();

            assertThat(page)
                    .contains("class=\"gap-wide\"", "class=\"gap-narrow\"", "Practise next")
                    .contains("Dana Okafor", "Luis Ferreira", "you said")
                    .contains("After the probe: named the number, the owner and the date.")
                    .contains("starts from the revenue target and its date")
                    .contains("Twenty per cent on $10M is $2M.")
                    .contains("Read my notes again.")
                    .contains("Works through others. The numbers come late.")
                    .contains("Outlined, on the track");
            assertThat(page).doesNotContain("style=");
        }
    }

    @Test
    void an_interviewer_is_not_spoken_to_as_the_candidate() {
        try (Visitor visitor = cast.signedIn("Luis")) {
            assertThat(visitor.get(page(cast.second)).body())
                    .contains("Scorecard of Mira Rossi", "Mira Rossi, own score", "<h1 class=\"headline\">Mira Rossi ")
                    .doesNotContain("you said");
        }
    }

    @Test
    void a_candidate_who_waits_is_sent_to_score_themselves_and_sees_nothing_of_the_guide() {
        try (Visitor visitor = cast.signedIn("Mira")) {
            String page = visitor.get(page(cast.waiting)).body();
            Question question = threeshift
                    .bean(Banks.class)
                    .newest("marketing-manager")
                    .orElseThrow()
                    .question("handing-over-your-best-work")
                    .orElseThrow();

            assertThat(page).contains("/room/" + cast.waiting, "Score yourself");
            assertThat(page)
                    .doesNotContain(question.why(), question.strategicAnswer().example())
                    .doesNotContain(question.traps().getFirst().name());
        }
    }

    @Test
    void the_list_holds_ones_own_and_for_coaches_the_cohort() {
        try (Visitor mira = cast.signedIn("Mira");
                Visitor coach = cast.signedIn("Dana");
                Visitor nobody = cast.signedIn("Jonas")) {
            assertThat(mira.get("/scorecards").body())
                    .contains(page(cast.first), page(cast.second))
                    .doesNotContain(cast.waiting.toString());
            assertThat(coach.get("/scorecards").body()).contains("Latest of each in Autumn", "Mira Rossi", "gap-row");
            assertThat(nobody.get("/scorecards").body()).contains("No scorecards yet");
        }
    }

    @ParameterizedTest(name = "{0} gets {1}")
    @CsvSource({
        "Mira, 200, 409",
        "Luis, 200, 409",
        "Dana, 200, 404",
        "Jonas, 404, 404",
        "Otto, 404, 404",
        "Ada, 404, 404"
    })
    void programs_get_what_pages_show_to_the_same_people(String who, int published, int waiting) {
        try (Visitor visitor = cast.signedIn(who)) {
            assertThat(json(visitor, cast.second).statusCode()).isEqualTo(published);
            assertThat(json(visitor, cast.waiting).statusCode()).isEqualTo(waiting);
        }
    }

    @Test
    void a_program_gets_numbers_unrounded_and_a_reason_for_each_that_is_missing() {
        try (Visitor visitor = cast.signedIn("Mira")) {
            JsonNode card = JSON.readTree(json(visitor, cast.first).body());
            Scorecard folded = threeshift
                    .bean(Scorecards.class)
                    .find(cast.first, cast.mira.id())
                    .orElseThrow();

            assertThat(card.at("/shifts/0/score/score").asDouble())
                    .isEqualTo(folded.on(Shift.STRATEGY).score().value().orElseThrow());
            assertThat(card.at("/startedAt").asString())
                    .isEqualTo(folded.startedAt().toString());
            assertThat(card.at("/shifts/0/previous/value").isNull()).isTrue();
            assertThat(card.at("/shifts/0/previous/reason").asString()).isEqualTo("NO_PREVIOUS_SCORE");
            assertThat(card.at("/shifts/0/spread/reason").asString()).isEqualTo("FEWER_THAN_TWO_INTERVIEWERS");
            assertThat(card.at("/questions").size()).isEqualTo(7);
            assertThat(card.at("/questions/0/strategicAnswerExample").asString())
                    .startsWith("Twenty per cent");
            assertThat(card.at("/candidate/name").asString()).isEqualTo("Mira Rossi");
        }
    }

    @Test
    void what_a_program_does_not_get_comes_with_a_sentence() {
        try (Visitor mira = cast.signedIn("Mira");
                var nobody = new Visitor(threeshift.address())) {
            var early = json(mira, cast.waiting);

            assertThat(early.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(JSON.readTree(early.body()).at("/detail").asString()).contains("not published yet");
            assertThat(json(nobody, cast.second).statusCode()).isEqualTo(401);
            for (String id : new String[] {"x", "0", "00000000-0000-0000-0000-000000000000"}) {
                var answer = mira.get("/api/interviews/" + id + "/scorecard", "Accept", "application/json");
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/problem+json");
            }
        }
    }

    @Test
    void a_scorecard_comes_along_as_pdf_and_its_levels_as_csv_and_the_candidate_reads_who_took_them()
            throws IOException {
        try (Visitor luis = cast.signedIn("Luis");
                Visitor mira = cast.signedIn("Mira");
                Visitor jonas = cast.signedIn("Jonas")) {
            HttpResponse<InputStream> answer = luis.openStream(page(cast.second) + "/pdf?paper=letter");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store, private");
            try (Pdf pdf = Pdf.of(answer.body().readAllBytes())) {
                assertThat(pdf.words()).contains("Scorecard of Mira Rossi", "Read my notes again.", "Practise next");
            }
            HttpResponse<String> csv = luis.get(page(cast.second) + "/levels.csv");
            assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(CsvRows.of(csv.body())).hasSizeGreaterThan(20);
            assertThat(luis.get("/api/interviews/" + cast.second + "/levels.csv", "Accept", "text/csv")
                            .body())
                    .isEqualTo(csv.body());
            assertThat(luis.get(page(cast.second) + "/pdf?paper=a3").statusCode())
                    .isEqualTo(422);
            assertThat(luis.target(luis.get(page(cast.waiting) + "/pdf"))).isEqualTo(page(cast.waiting));
            assertThat(jonas.get(page(cast.second) + "/levels.csv").statusCode())
                    .isEqualTo(404);
            assertThat(mira.get("/account/trail").body())
                    .contains("opened your scorecard (PDF).", "opened your scorecard (table of levels).");
        }
    }

    @Test
    void every_score_leads_to_the_levels_that_it_is_made_of() {
        try (Visitor visitor = cast.signedIn("Mira")) {
            String page = visitor.get(page(cast.second)).body();

            assertThat(page)
                    .contains("href=\"#why-strategy\"", "id=\"why-strategy\"", "levels by 2 interviewers; see them")
                    .contains("Where the numbers come from", "href=\"#q-", "Traps over all interviews")
                    .contains("What came of the plan of", "Highest rung held");
            assertThat(page.length()).isLessThan(100_000);
        }
    }

    @Test
    void the_candidate_ticks_off_the_plan_and_the_coach_sees_it_but_cannot() {
        String item = threeshift
                .bean(Scorecards.class)
                .find(cast.second, cast.mira.id())
                .orElseThrow()
                .practice()
                .getFirst()
                .key();
        try (Visitor candidate = cast.signedIn("Mira");
                Visitor coach = cast.signedIn("Dana")) {
            assertThat(coach.get(page(cast.second)).body())
                    .contains("Not ticked off yet")
                    .doesNotContain("/plan\"");

            var answer = candidate.submit(
                    page(cast.second), page(cast.second) + "/plan", Map.of("item", item, "done", "yes"));

            assertThat(candidate.target(answer)).endsWith(page(cast.second) + "#practice");
            assertThat(candidate.get(page(cast.second)).body()).contains("Done on ", ">Undo<");
            assertThat(coach.get(page(cast.second)).body()).contains("Done on ");
            candidate.submit(page(cast.second), page(cast.second) + "/plan", Map.of("item", item, "done", "no"));
            assertThat(candidate.get(page(cast.second)).body()).doesNotContain("Done on ");
        }
    }

    @Test
    void ones_own_interviews_have_a_trend_and_stand_side_by_side() {
        try (Visitor mira = cast.signedIn("Mira");
                Visitor coach = cast.signedIn("Dana");
                Visitor nobody = cast.signedIn("Jonas")) {
            String two = "/scorecards/compare?one=" + cast.second + "&other=" + cast.first;

            assertThat(mira.get("/scorecards/trend").body())
                    .contains("class=\"trend-chart\"", "from 2 interviews", page(cast.first), "Welch");
            assertThat(mira.get(two).body()).contains("What changed", "Questions that came twice", page(cast.first));
            assertThat(mira.get("/scorecards/compare").body()).contains("What changed");
            assertThat(mira.get("/scorecards/compare?one=" + cast.first + "&other=" + cast.first)
                            .body())
                    .contains("Choose two different interviews.");
            assertThat(coach.get(two).statusCode()).isEqualTo(404);
            assertThat(nobody.get(two).statusCode()).isEqualTo(404);
            assertThat(nobody.get("/scorecards/trend").body()).contains("No trend yet");
            assertThat(nobody.get("/scorecards/compare").body()).contains("Nothing to compare yet");
        }
    }

    @Test
    void instead_of_a_scorecard_that_never_comes_the_interview_says_why() {
        try (Visitor mira = cast.signedIn("Mira");
                Visitor host = cast.signedIn("Luis");
                Visitor nobody = cast.signedIn("Jonas")) {
            String calledOff = mira.target(mira.get(page(cast.calledOff)));
            assertThat(calledOff).isEqualTo("/interviews/" + cast.calledOff);
            assertThat(mira.get(calledOff).body()).contains("Called off: A launch that week.", "counts in no mean");
            String missed = host.target(host.get(page(cast.missed)));
            assertThat(host.get(missed).body()).contains("Mira Rossi did not come.");
            assertThat(mira.get(missed).body()).contains("you did not come.");
            assertThat(nobody.get(page(cast.calledOff)).statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> json(Visitor visitor, InterviewId id) {
        return visitor.get("/api/interviews/" + id + "/scorecard", "Accept", "application/json");
    }

    private static String page(InterviewId id) {
        return "/scorecards/" + id;
    }
}
