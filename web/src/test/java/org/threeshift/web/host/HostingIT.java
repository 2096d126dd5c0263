package org.threeshift.web.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.What;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.WallTime;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;

class HostingIT {
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern LINK = Pattern.compile("value=\"(http[^\"]*/join/[^\"]+)\"");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose("stop")
    static final GreenMail post = started(new GreenMail(ServerSetup.SMTP.dynamicPort()));

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(
            database,
            "threeshift.base-url=http://localhost",
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=" + post.getSmtp().getPort());

    private static Person coach;
    private static Person member;
    private static Person peer;

    @AutoClose
    private final Visitor host = new Visitor(threeshift.address());

    @BeforeAll
    static void people() {
        coach = register("Cora Coach", "cora@example.org", Role.COACH);
        member = register("Mika Member", "mika@example.org", Role.MEMBER);
        peer = register("Pia Peer", "pia@example.org", Role.MEMBER);
    }

    @BeforeEach
    void nobodyIsBusyAndTheHostIsHere() {
        database.jdbcClient().sql("delete from appointment").update();
        host.signIn("cora@example.org", PASSWORD);
    }

    /** The field of the hour is not shown for an interview now: the sentence stands where it can be read. */
    @Test
    void whoever_has_an_appointment_is_not_interviewed_over_it_and_nothing_typed_is_lost() {
        Person busy = register("Bela Busy", "bela@example.org", Role.MEMBER);
        var span = Span.of(Instant.now().minusSeconds(60), Duration.ofHours(1));
        threeshift
                .bean(Appointments.class)
                .take(
                        Set.of(busy.id()),
                        Agreed.of(span, ZoneId.of("UTC")),
                        new What(What.Kind.EVENT, UUID.randomUUID()));
        HttpResponse<String> answer =
                host.submit("/host", form(Map.of("member", busy.id().toString(), "when", "now")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Bela Busy cannot come at that time because of another appointment.")
                .contains("id=\"when-error\"");
        // The host’s own time is taken by what they planned before, and said beside the field of the hour.
        String at = tomorrow();
        host.submit("/host", form(Map.of("when", "later", "startsAt", at)));
        answer = host.submit(
                "/host",
                form(Map.of(
                        "when",
                        "later",
                        "startsAt",
                        at,
                        "member",
                        peer.id().toString(),
                        "meeting",
                        "https://m.example")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .containsSubsequence("value=\"" + at + "\"", "id=\"startsAt-error\"", "You cannot come at that time")
                .contains("value=\"https://m.example\"")
                .containsPattern("value=\"" + peer.id() + "\" selected");
    }

    @Test
    void an_interview_now_with_a_member_leads_into_the_console() {
        HttpResponse<String> answer = host.submit("/host", form(Map.of()));
        assertThat(host.target(answer)).startsWith("/console/interviews/");
    }

    @Test
    void a_link_for_a_candidate_is_shown_once_and_can_be_made_anew() {
        HttpResponse<String> answer = host.submit("/host", form(Map.of("candidate", "link", "label", "Somebody new")));
        String page = host.target(answer);
        assertThat(page).startsWith("/interviews/");
        assertThat(link(host.get(page))).contains("/join/");
        assertThat(LINK.matcher(host.get(page).body()).find()).isFalse();
        String again = host.target(host.submit(page, page + "/link", Map.of()));
        assertThat(link(host.get(again))).contains("/join/");
    }

    /** The host alone, and for as long as it can be moved. */
    @Test
    void the_host_reads_that_whoever_got_ten_mails_about_it_hears_of_no_further_move() {
        String sentence = "So many e-mails about this interview have gone to gus@elsewhere.org";
        Map<String, String> form = new HashMap<>(form(Map.of("candidate", "email", "email", "gus@elsewhere.org")));
        form.putAll(Map.of(
                "when", "later", "startsAt", tomorrow(), "watcher", peer.id().toString()));
        form.put("watcherSeat", "SHADOW");
        String page = host.target(host.submit("/host", form));
        mails(page, 9);
        assertThat(host.get(page).body()).contains("gus@elsewhere.org").doesNotContain(sentence);
        mails(page, 10);
        assertThat(host.get(page).body()).contains(sentence);
        try (Visitor shadow = new Visitor(threeshift.address())) {
            shadow.signIn("pia@example.org", PASSWORD);
            assertThat(shadow.get(page).body()).contains("gus@elsewhere.org").doesNotContain(sentence);
        }
        host.submit(page, page + "/cancel", Map.of("why", "A clash"));
        assertThat(host.get(page).body()).contains("A clash").doesNotContain(sentence);
    }

    /** As if so many had gone out, of which the last told how it stands. */
    private static void mails(String page, int count) {
        assertThat(database.jdbcClient()
                        .sql("update invited_address set mails = :count, told = 0 where interview_id = :interview")
                        .param("count", count)
                        .param("interview", UUID.fromString(page.replace("/interviews/", "")))
                        .update())
                .isOne();
    }

    @Test
    void a_guest_comes_in_on_another_device_by_a_link_that_the_host_makes() {
        String page = host.target(host.submit(
                "/host", form(Map.of("candidate", "link", "label", "Gus", "when", "later", "startsAt", tomorrow()))));
        String joined = path(link(host.get(page)));
        try (Visitor first = new Visitor(threeshift.address());
                Visitor second = new Visitor(threeshift.address());
                Visitor member = new Visitor(threeshift.address())) {
            String room = first.target(first.submit(joined, Map.of("name", "Gus Guest", "zone", "UTC")));
            assertThat(second.get(joined).body()).contains("ask Cora Coach for a new link");
            assertThat(host.get(page).body()).contains("Gus Guest has joined by a link");
            HttpResponse<String> made = host.get(host.target(host.submit(page, page + "/link", Map.of())));
            assertThat(made.body()).contains("It lets Gus Guest in again");
            String back = path(link(made));
            // Whoever is signed in is made nobody else by it, its host least of all.
            assertThat(host.get(back).body()).contains("This is your own interview");
            member.signIn("mika@example.org", PASSWORD);
            assertThat(member.submit("/home", back, Map.of()).statusCode()).isEqualTo(409);
            assertThat(second.get(back).body()).contains("Go on as Gus Guest?");
            assertThat(first.get(room).statusCode()).isEqualTo(200);
            assertThat(second.target(second.submit(back, Map.of()))).isEqualTo(room);
            assertThat(second.get(room).statusCode()).isEqualTo(200);
            assertThat(first.get(room).statusCode()).as("where they were").isEqualTo(302);
            assertThat(second.target(second.get("/"))).isEqualTo(page);
            host.submit(page, page + "/link", Map.of());
            assertThat(first.get(back).statusCode())
                    .as("a link before the last")
                    .isEqualTo(404);
        }
    }

    @Test
    void the_host_reads_whether_mail_reaches_whom_they_invited() {
        var form = new HashMap<>(form(Map.of("candidate", "email", "when", "later", "startsAt", tomorrow())));
        form.put("email", "gina@elsewhere.org");
        String page = host.target(host.submit("/host", form));
        assertThat(host.get(page).body()).contains("gina@elsewhere.org is invited by e-mail");
        host.submit(page, page + "/time", Map.of("startsAt", "2027-01-06T10:00", "reason", "A clash"));
        assertThat(host.get(page).body()).contains("gina@elsewhere.org is told by e-mail.");
        database.jdbcClient()
                .sql("insert into unwanted_mail values (sha256('none@elsewhere.org'::bytea), now())")
                .update();
        form = new HashMap<>(form(Map.of("candidate", "email", "when", "later", "startsAt", "2027-01-07T10:00")));
        form.put("email", "none@elsewhere.org");
        page = host.target(host.submit("/host", form));
        assertThat(host.get(page).body()).contains("No e-mail about this interview goes to none@elsewhere.org");
        host.submit(page, page + "/time", Map.of("startsAt", "2027-01-08T10:00", "reason", "A clash"));
        assertThat(host.get(page).body()).contains("No e-mail tells none@elsewhere.org: tell them yourself.");
    }

    @Test
    void a_bad_link_and_a_past_hour_are_named_at_once_and_https_need_not_be_typed() {
        HttpResponse<String> answer = host.submit(
                "/host",
                form(Map.of("when", "later", "startsAt", "2020-01-05T10:00", "meeting", "http://m.example/x")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"startsAt-error\"", "id=\"meeting-error\"");
        String page = host.target(host.submit(
                "/host", form(Map.of("when", "later", "startsAt", tomorrow(), "meeting", "meet.example.org/abc?x=1"))));
        assertThat(host.get(page).body()).contains("href=\"https://meet.example.org/abc?x=1\"");
    }

    private static String path(String link) {
        return java.net.URI.create(link).getPath();
    }

    @Test
    void an_address_of_a_member_invites_that_member() {
        HttpResponse<String> answer =
                host.submit("/host", form(Map.of("candidate", "email", "email", "MIKA@example.org")));
        assertThat(host.target(answer)).startsWith("/console/interviews/");
    }

    @Test
    void sending_the_form_twice_sets_up_one_interview() {
        Map<String, String> form = form(Map.of("when", "later", "startsAt", tomorrow()));
        String first = host.target(host.submit("/host", form));
        String second = host.target(host.submit("/host", form));
        assertThat(second).isEqualTo(first).startsWith("/interviews/");
    }

    @Test
    void the_host_moves_it_and_calls_it_off_with_a_reason() {
        String page = host.target(host.submit("/host", form(Map.of("when", "later", "startsAt", tomorrow()))));
        HttpResponse<String> without =
                host.submit(page, page + "/time", Map.of("startsAt", "2027-01-05T10:00", "reason", " "));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Give a reason").contains("2027-01-05T10:00");
        // The refused form's address in the browser's bar, opened again.
        assertThat(host.target(host.get(page + "/time"))).isEqualTo(page);
        String other = host.target(host.submit("/host", form(Map.of("when", "later", "startsAt", "2027-01-05T10:05"))));
        HttpResponse<String> busy =
                host.submit(page, page + "/time", Map.of("startsAt", "2027-01-05T10:00", "reason", "A clash"));
        assertThat(busy.statusCode()).isEqualTo(422);
        assertThat(busy.body())
                .containsSubsequence("2027-01-05T10:00", "id=\"startsAt-error\"", "You and Mika Member cannot come");
        host.submit(other, other + "/cancel", Map.of("why", "A clash"));
        host.submit(page, page + "/time", Map.of("startsAt", "2027-01-05T10:00", "reason", "A clash"));
        assertThat(host.get(page).body())
                .contains("Moved to Tue 5 Jan 2027, 10:00 (Central European Time). Mika Member is told.");
        assertThat(host.get(page).body()).contains("5 Jan 2027, 10:00").doesNotContain("Moved to");
        host.submit(page, page + "/cancel", Map.of("why", "The candidate fell ill"));
        assertThat(host.get(page).body())
                .contains("Called off: The candidate fell ill", "It counts in no mean")
                .as("what was called off late, or not attended, counts for whoever did it")
                .doesNotContain("Nothing of it counts")
                .as("a scorecard would be empty")
                .doesNotContain("href=\"/scorecards/");
        assertThat(host.get("/interviews").body())
                .contains("href=\"" + page + "\"")
                .doesNotContain(page.replace("/interviews/", "/scorecards/"));
    }

    @Test
    void others_do_not_find_it() {
        String page = host.target(host.submit("/host", form(Map.of("when", "later", "startsAt", tomorrow()))));
        try (Visitor other = new Visitor(threeshift.address())) {
            other.signIn("pia@example.org", PASSWORD);
            assertThat(other.get(page).statusCode()).isEqualTo(404);
            assertThat(other.submit("/host", page + "/cancel", Map.of("why", "mischief"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(other.get("/interviews/not-an-id").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_candidate_sees_it_but_cannot_change_it() {
        String page = host.target(host.submit("/host", form(Map.of("when", "later", "startsAt", tomorrow()))));
        try (Visitor candidate = new Visitor(threeshift.address())) {
            candidate.signIn("mika@example.org", PASSWORD);
            assertThat(candidate.get(page).body()).contains("Interview by Cora Coach", "Look at the room");
            HttpResponse<String> answer = candidate.submit(page, page + "/cancel", Map.of("why", "mischief"));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Only the host of this interview can do that");
            assertThat(candidate.get("/home").body()).contains("Cora Coach");
        }
    }

    /** Each leaves what was entered in its place and says what to do at the field. */
    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            round     | nowhere/at-all     | That round does not exist, or no longer. Choose one from the list.
            round     | rubbish            | Choose a round.
            kind      | TEA_PARTY          | Choose a kind of interview.
            candidate | pigeon             | Choose how you name the candidate.
            member    | nobody             | Choose a member from the list.
            member    | 018f0000-0000-7000-8000-000000000000 | Say who the candidate is
            when      | later              | Enter a date and a time
            interview | rubbish            | This form was changed on its way
            kind      | PANEL              | A panel has at least two interviewers
            """)
    void bad_input_is_named_at_its_field(String field, String value, String sentence) {
        HttpResponse<String> answer = host.submit("/host", form(Map.of(field, value)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2020-01-01T10:00 | That time has passed. Choose one that lies ahead, or start now.
            2099-01-01T10:00 | That time is more than 366 days away.
            2027-03-28T02:30 | The clocks are put forward from 02:00 to 03:00 on that day, so 02:30 does not exist.
            tomorrow-ish     | Enter a date and a time
            """)
    void a_bad_time_is_named_and_kept(String typed, String sentence) {
        HttpResponse<String> answer = host.submit("/host", form(Map.of("when", "later", "startsAt", typed)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence).contains("value=\"" + typed + "\"");
    }

    /** On Lord Howe Island half an hour comes twice. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe"})
    void of_an_hour_that_comes_twice_the_host_says_which_is_meant(String zone) {
        ZoneOffsetTransition back = putBack(ZoneId.of(zone));
        String typed = back.getDateTimeAfter().plusMinutes(15).toString();
        Instant first = back.getDateTimeAfter().plusMinutes(15).toInstant(back.getOffsetBefore());
        Instant second = back.getDateTimeAfter().plusMinutes(15).toInstant(back.getOffsetAfter());
        String email = zone.toLowerCase(Locale.ROOT).replace('/', '.') + "@example.org";
        register("Zoe Zone", email, zone, Role.COACH);
        try (Visitor zoe = new Visitor(threeshift.address())) {
            zoe.signIn(email, PASSWORD);
            Map<String, String> form =
                    new HashMap<>(form(Map.of("when", "later", "startsAt", typed, "meeting", "https://m.example")));
            HttpResponse<String> asked = zoe.submit("/host", form);
            assertThat(asked.statusCode()).isEqualTo(422);
            assertThat(asked.body())
                    .containsSubsequence(
                            "value=\"" + typed + "\"",
                            "name=\"pass\"",
                            "Choose one",
                            "(" + WallTime.utc(back.getOffsetBefore()) + ")",
                            "(" + WallTime.utc(back.getOffsetAfter()) + ")",
                            "id=\"pass-error\"",
                            "comes twice")
                    .contains("value=\"https://m.example\"")
                    .containsPattern("value=\"" + member.id() + "\" selected");
            form.put("pass", WallTime.SECOND);
            String page = zoe.target(zoe.submit("/host", form));
            assertThat(startOf(page)).isEqualTo(second);
            assertThat(zoe.get(page).body()).containsPattern("value=\"second\" selected");

            HttpResponse<String> which =
                    zoe.submit(page, page + "/time", Map.of("startsAt", typed, "pass", "", "reason", "A clash"));
            assertThat(which.statusCode()).isEqualTo(422);
            assertThat(which.body())
                    .containsSubsequence("value=\"" + typed + "\"", "id=\"pass-error\"", "value=\"A clash\"");
            zoe.submit(page, page + "/time", Map.of("startsAt", typed, "pass", WallTime.FIRST, "reason", "A clash"));
            assertThat(startOf(page)).isEqualTo(first);
            String day = back.getDateTimeAfter().toLocalDate() + "T12:00";
            zoe.submit(page, page + "/time", Map.of("startsAt", day, "reason", "A clash"));
            assertThat(startOf(page)).as("a time that comes once").isAfter(second);
            assertThat(zoe.get(page).body()).doesNotContain("name=\"pass\"");
        }
    }

    private static ZoneOffsetTransition putBack(ZoneId zone) {
        return Stream.iterate(
                        zone.getRules().nextTransition(Instant.now()),
                        last -> zone.getRules().nextTransition(last.getInstant()))
                .filter(ZoneOffsetTransition::isOverlap)
                .findFirst()
                .orElseThrow();
    }

    private static Instant startOf(String page) {
        return threeshift
                .bean(InterviewCards.class)
                .find(
                        InterviewId.parse(page.substring(page.lastIndexOf('/') + 1))
                                .orElseThrow(),
                        member)
                .orElseThrow()
                .startsAt();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            email | not-an-address | Enter a whole e-mail address
            label | ''             | Enter what you call the candidate.
            """)
    void a_candidate_who_cannot_be_reached_is_named(String way, String value, String sentence) {
        Map<String, String> chosen = way.equals("email")
                ? Map.of("candidate", "email", "email", value)
                : Map.of("candidate", "link", "label", value);
        HttpResponse<String> answer = host.submit("/host", form(chosen));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    void somebody_shadows_and_somebody_observes_and_everybody_is_told() {
        Map<String, String> form = new HashMap<>(form(Map.of("when", "later", "startsAt", tomorrow())));
        form.put("watcher", peer.id().toString());
        form.put("watcherSeat", "OBSERVER");
        String page = host.target(host.submit("/host", form));
        assertThat(host.get(page).body()).contains("Cora Coach leads", "Pia Peer observes");
        try (Visitor candidate = new Visitor(threeshift.address());
                Visitor observer = new Visitor(threeshift.address())) {
            candidate.signIn("mika@example.org", PASSWORD);
            assertThat(candidate.get(page).body()).contains("Pia Peer observes").doesNotContain("/seats");
            String room = page.replace("/interviews/", "/room/");
            assertThat(candidate.get(room).body()).containsSubsequence("Cora Coach", "leads", "Pia Peer", "observes");
            observer.signIn("pia@example.org", PASSWORD);
            assertThat(observer.get("/home").body())
                    .contains("You sit in on the interview of")
                    .doesNotContain("Your turn");
            assertThat(observer.get(page).body()).contains(page.replace("/interviews/", "/console/interviews/"));
            assertThat(observer.submit(
                                    page,
                                    page + "/seats/withdraw",
                                    Map.of("person", peer.id().toString()))
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void the_host_gives_a_seat_changes_it_and_takes_it_away_again() {
        String page = host.target(host.submit("/host", form(Map.of("when", "later", "startsAt", tomorrow()))));
        String pia = peer.id().toString();
        host.submit(page, page + "/seats", Map.of("person", pia, "seat", "OBSERVER"));
        assertThat(host.get(page).body()).contains("Pia Peer observes");
        host.submit(page, page + "/seats", Map.of("person", pia, "seat", "SHADOW"));
        assertThat(host.get(page).body()).contains("Pia Peer shadows");
        HttpResponse<String> refused =
                host.submit(page, page + "/seats", Map.of("person", member.id().toString(), "seat", "SHADOW"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The candidate cannot be an interviewer of the same interview");
        host.submit(page, page + "/seats/withdraw", Map.of("person", pia));
        assertThat(host.get(page).body()).doesNotContain("Pia Peer shadows");
        try (Visitor gone = new Visitor(threeshift.address())) {
            gone.signIn("pia@example.org", PASSWORD);
            assertThat(gone.get(page).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void one_person_in_two_seats_is_named_at_the_seats() {
        Map<String, String> form =
                new HashMap<>(form(Map.of("kind", "PANEL", "others", peer.id().toString())));
        form.put("watcher", peer.id().toString());
        form.put("watcherSeat", "SHADOW");
        HttpResponse<String> answer = host.submit("/host", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .containsSubsequence("id=\"watchers\"", "id=\"watchers-error\"", "One person has one seat");
    }

    @Test
    void an_unknown_watcher_is_named_at_the_seats_and_kept_open() {
        Map<String, String> form = new HashMap<>(form(Map.of()));
        form.put("watcher", "018f0000-0000-7000-8000-000000000000");
        form.put("watcherSeat", "SHADOW");
        HttpResponse<String> answer = host.submit("/host", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .containsSubsequence("host-watch\" open", "id=\"watchers-error\"", "is not known here");
    }

    @Test
    void the_host_of_a_panel_says_who_leads() {
        String page = host.target(host.submit(
                "/host",
                form(Map.of(
                        "kind", "PANEL", "others", peer.id().toString(), "when", "later", "startsAt", tomorrow()))));
        assertThat(host.get(page).body()).contains("Cora Coach leads", "Pia Peer scores too", "Let Pia Peer lead");
        host.submit(page, page + "/lead", Map.of("person", peer.id().toString()));
        assertThat(host.get(page).body()).contains("Pia Peer leads", "Cora Coach scores too");
    }

    @Test
    void only_coaches_lead_as_coaches() {
        try (Visitor other = new Visitor(threeshift.address())) {
            other.signIn("pia@example.org", PASSWORD);
            HttpResponse<String> answer = other.submit("/host", form(Map.of("kind", "COACH_LED")));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Coach-led interviews are hosted by coaches");
        }
    }

    @Test
    void nobody_interviews_themselves() {
        HttpResponse<String> answer =
                host.submit("/host", form(Map.of("member", coach.id().toString())));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The candidate cannot be an interviewer of the same interview");
    }

    private static GreenMail started(GreenMail post) {
        post.start();
        return post;
    }

    private static Map<String, String> form(Map<String, String> changes) {
        var form = new HashMap<>(Map.of(
                "interview",
                UUID.nameUUIDFromBytes(
                                Long.toString(System.nanoTime()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString(),
                "round",
                "marketing-manager/warm-up",
                "kind",
                "PEER",
                "candidate",
                "member",
                "member",
                member.id().toString(),
                "when",
                "now"));
        form.putAll(changes);
        return form;
    }

    private static String tomorrow() {
        return WallTime.typed(Instant.now().plusSeconds(86_400), coach.zone());
    }

    private static String link(HttpResponse<String> page) {
        Matcher link = LINK.matcher(page.body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static Person register(String name, String email, Role role) {
        return register(name, email, "Europe/Berlin", role);
    }

    private static Person register(String name, String email, String zone, Role role) {
        return threeshift.bean(People.class).register(name, email, PASSWORD, zone, role)
                        instanceof Outcome.Done(var person)
                ? person
                : org.assertj.core.api.Assertions.fail("not registered: " + email);
    }
}
