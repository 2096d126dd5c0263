package org.threeshift.web.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.browser.Chromium;
import org.threeshift.web.browser.Inspection;
import org.threeshift.web.room.Play.Hosted;

/** The candidate's chair in a real browser, while the interviewer's part is played through the services. */
class RoomBrowserIT extends RoomServer {
    private static final String SCREEN = "hiring-manager-screen";
    private static final String WARM_UP = "warm-up";

    @AutoClose
    private static final Chromium chromium = Chromium.start();

    @Test
    void the_room_follows_the_interview_without_a_reload() {
        Hosted hosted = play.byLink(SCREEN, Instant.now().plus(Duration.ofMinutes(10)));
        List<Question> questions = play.questions(SCREEN);
        try (BrowserContext window = chromium.somebodyIn("America/New_York")) {
            Page page = window.newPage();
            page.navigate(address() + "/join/" + hosted.token());
            assertThat(page.locator("[data-local-zone]")).containsText("Eastern");
            page.getByLabel("Your name").fill("Maya Rosen");
            page.getByRole(AriaRole.BUTTON, button("Join the interview")).click();
            assertThat(heading(page)).hasText("You’re in.");

            Locator notes = page.locator("#notes-text");
            notes.fill("revenue first");
            assertThat(page.locator("#notes-state")).hasText(Pattern.compile("Saved \\d\\d:\\d\\d"));
            notes.press("End");

            play.enter(hosted);
            assertThat(page.locator(".lead").first()).containsText("has come");
            play.send(hosted, new Command.Start());
            assertThat(heading(page)).hasText("It has started");
            play.send(hosted, new Command.Pose(questions.getFirst().id()));
            assertThat(heading(page)).hasText(questions.getFirst().prompt());
            notes.focus();
            page.keyboard().type(", then people");
            assertThat(page.locator(".posed .clock-time")).hasText(Pattern.compile("0:0[1-9]"));
            play.scoreFully(hosted, questions.getFirst());
            play.send(hosted, new Command.CloseQuestion(questions.getFirst().id()));
            assertThat(heading(page)).hasText("Your interviewer is writing");
            assertThat(notes).isFocused();
            assertThat(notes).hasValue("revenue first, then people");
            inspect(page, "between");
            play.send(hosted, new Command.Pose(questions.get(1).id()));
            assertThat(heading(page)).hasText(questions.get(1).prompt());
            page.getByText("1 earlier question").click();

            play.scoreFully(hosted, questions.get(1));
            play.send(hosted, new Command.Finish());
            assertThat(heading(page)).hasText("Done. Now score yourself.");
            page.locator("input[name^=level-1-]").first().check();
            // A call that runs in this page goes on as long as the page stays.
            page.evaluate("() => { window.stays = true; }");
            page.getByRole(AriaRole.BUTTON, button("Save my score")).click();
            assertThat(page.locator("#errors")).isFocused();
            for (Locator scale : page.locator(".scale").all()) {
                scale.locator("input[value='3']").check();
            }
            page.getByRole(AriaRole.BUTTON, button("Save my score")).click();
            assertThat(heading(page)).hasText("Thank you. Your own score is saved.");
            page.locator("[data-stage-from]").click();
            assertThat(heading(page)).hasText("Change your own score");
            assertThat(page.locator(".scale").first().locator("input[value='3']"))
                    .isChecked();
            page.locator("[data-stage-from]").click();
            assertThat(heading(page)).hasText("Thank you. Your own score is saved.");
            assertThat(page.evaluate("() => window.stays")).isEqualTo(true);
            play.lockAndPublish(hosted);
            assertThat(heading(page)).hasText("Your scorecard is here");
            page.reload();
            assertThat(notes).hasValue("revenue first, then people");
        }
    }

    @Test
    void what_was_chosen_or_typed_survives_a_reload_before_it_is_saved() {
        Hosted hosted = play.byLink(WARM_UP);
        try (BrowserContext window = chromium.somebodyIn("Europe/Berlin")) {
            Page page = window.newPage();
            join(page, hosted);
            play.enter(hosted);
            play.send(hosted, new Command.Start());
            play.send(
                    hosted, new Command.Pose(play.questions(WARM_UP).getFirst().id()));
            play.send(hosted, new Command.Finish());
            assertThat(heading(page)).hasText("Done. Now score yourself.");
            page.locator("input[value='4']").first().check();
            window.route("**/notes", route -> route.abort());
            page.locator("#notes-text").fill("never arrived");
            assertThat(page.locator("#notes-state")).hasText("Not saved yet; kept in this browser");
            page.reload();
            assertThat(page.locator("input[value='4']").first()).isChecked();
            assertThat(page.locator("#notes-text")).hasValue("");
            window.unroute("**/notes");
            page.getByRole(AriaRole.BUTTON, button("Bring them back")).click();
            assertThat(page.locator("#notes-text")).hasValue("never arrived");
            assertThat(page.locator("#notes-state")).hasText(Pattern.compile("Saved .*"));
        }
    }

    @Test
    void two_windows_of_one_candidate_lose_no_note_of_either() {
        Hosted hosted = play.byLink(WARM_UP);
        try (BrowserContext window = chromium.somebodyIn("Europe/Berlin")) {
            Page laptop = window.newPage();
            join(laptop, hosted);
            Page phone = window.newPage();
            phone.navigate(laptop.url());
            Locator here = laptop.locator("#notes-text");
            Locator there = phone.locator("#notes-text");
            here.fill("revenue first");
            assertThat(there).hasValue("revenue first");
            there.press("End");
            there.pressSequentially(", then people");
            assertThat(here).hasValue("revenue first, then people");
            assertThat(phone.locator("#notes-problem")).isEmpty();
            assertThat(laptop.locator("#notes-problem")).isEmpty();
        }
    }

    @Test
    void two_machines_that_write_at_one_time_lose_no_word_of_either() {
        Person ben = play.person("Ben Adler", Role.MEMBER);
        Hosted hosted = play.withMember(WARM_UP, Instant.now(), ben);
        try (BrowserContext one = chromium.somebodyIn("Europe/Berlin");
                BrowserContext other = chromium.somebodyIn("Europe/Berlin")) {
            Page laptop = open(one, ben, "/room/" + hosted.interview());
            Page phone = open(other, ben, "/room/" + hosted.interview());
            laptop.locator("#notes-text").fill("from the laptop");
            assertThat(laptop.locator("#notes-state")).hasText(Pattern.compile("Saved .*"));
            phone.locator("#notes-text").pressSequentially("from the phone");
            assertThat(phone.locator("#notes-text")).hasValue("from the laptop\n\nfrom the phone");
            assertThat(phone.locator("#notes-problem")).containsText("another window");
            assertThat(phone.locator("#notes-state")).hasText(Pattern.compile("Saved .*"));

            laptop.locator("#notes-text").press("Control+Home");
            laptop.locator("#notes-text").pressSequentially("First: ");
            assertThat(laptop.locator("#notes-text")).hasValue("First: from the laptop\n\nfrom the phone");
            assertThat(laptop.locator("#notes-state")).hasText(Pattern.compile("Saved .*"));
            phone.reload();
            assertThat(phone.locator("#notes-text")).hasValue("First: from the laptop\n\nfrom the phone");
        }
    }

    @Test
    void a_lost_line_is_shown_within_ten_seconds_and_recovers_by_itself() {
        Hosted hosted = play.byLink(WARM_UP);
        try (BrowserContext window = chromium.somebodyIn("Europe/Berlin")) {
            Page page = window.newPage();
            join(page, hosted);
            Locator lost = page.locator("#line-lost");
            assertThat(page.locator(".lobby-people .presence")).hasText("not here");
            assertThat(lost).isHidden();
            window.setOffline(true);
            assertThat(lost).isVisible(within(Duration.ofSeconds(10)));
            assertThat(lost).containsText("No connection. Trying again");
            inspect(page, "lost");
            play.enter(hosted);
            play.send(hosted, new Command.Start());
            window.setOffline(false);
            assertThat(heading(page)).hasText("It has started");
            assertThat(lost).isHidden();
        }
    }

    /** As when a router dies: the browser believes to be online, and no answer comes. */
    @Test
    void a_line_that_is_dead_without_a_word_is_shown_within_ten_seconds_as_well() {
        Hosted hosted = play.byLink(WARM_UP);
        try (BrowserContext window = chromium.somebodyIn("Europe/Berlin")) {
            Page page = window.newPage();
            join(page, hosted);
            assertThat(page.locator(".lobby-people .presence")).hasText("not here");
            window.route(Pattern.compile("/here$|here\\.js"), _ -> {});
            assertThat(page.locator("#line-lost")).isVisible(within(Duration.ofSeconds(10)));
            window.unroute(Pattern.compile("/here$|here\\.js"));
            assertThat(page.locator("#line-lost")).isHidden();
        }
    }

    @Test
    void a_member_who_opens_the_lobby_in_time_has_come() {
        Person ben = play.person("Ben Adler", Role.MEMBER);
        Hosted hosted = play.withMember(WARM_UP, Instant.now().plus(Duration.ofMinutes(3)), ben);
        try (BrowserContext window = chromium.somebodyIn("Europe/Berlin")) {
            Page page = open(window, ben, "/room/" + hosted.interview());
            assertThat(heading(page)).hasText("You’re in.");
        }
    }

    @Test
    void joining_opens_on_home_and_in_the_room_without_a_reload() {
        Person ines = play.person("Ines Faria", Role.MEMBER);
        Hosted hosted = play.withMember(
                WARM_UP, Instant.now().plus(Duration.ofMinutes(10)).plusSeconds(12), ines);
        try (BrowserContext window = chromium.somebodyIn("Europe/Berlin")) {
            Page room = open(window, ines, "/room/" + hosted.interview());
            Page home = window.newPage();
            home.navigate(address() + "/home");
            Locator go = home.locator("#next a.button");
            assertThat(home.locator("#next h2")).hasText("Dana Okafor interviews you");
            assertThat(go).hasText("Prepare");
            assertThat(go).hasText("Join", new LocatorAssertions.HasTextOptions().setTimeout((double)
                            Duration.ofSeconds(20).toMillis()));
            assertThat(home.locator("#next-said")).containsText("Joining is open");
            assertThat(home.locator(".next-count")).containsText("Joining is open. It begins in ");
            inspect(home, "home-next");
            room.bringToFront();
            assertThat(heading(room)).hasText("You’re in.");
            go.click();
            home.waitForURL("**/room/" + hosted.interview());
        }
    }

    @Test
    void doors_and_endings_can_be_read_by_everybody() {
        Hosted waiting = play.byLink(WARM_UP, Instant.now().minus(Duration.ofMinutes(11)));
        Hosted cancelled = play.byLink(WARM_UP);
        Hosted missed = play.withMember(WARM_UP, Instant.now().minus(Duration.ofMinutes(11)), ben);
        Hosted early = play.withMember(WARM_UP, Instant.now().plus(Duration.ofDays(2)), ben);
        try (BrowserContext window = chromium.somebodyIn("Europe/Berlin");
                BrowserContext bens = chromium.somebodyIn("Europe/Berlin")) {
            Page page = window.newPage();
            page.navigate(address() + "/join/nothing");
            inspect(page, "join-unknown");
            join(page, waiting);
            assertThat(heading(page)).containsText("is not here yet");
            inspect(page, "lobby-late");
            page.getByRole(AriaRole.BUTTON, button("Close it as not held")).click();
            assertThat(heading(page)).hasText("Nobody came to interview you");
            inspect(page, "stood-up");
            join(page, cancelled);
            play.send(cancelled, new Command.Cancel("My train stands still near Hanover. I am sorry!"));
            assertThat(heading(page)).hasText("This interview was called off");
            inspect(page, "cancelled");

            Page other = open(bens, ben, "/room/" + early.interview());
            assertThat(heading(other)).hasText("Time to prepare");
            inspect(other, "preparing");
            other.navigate(address() + "/join/" + waiting.token());
            inspect(other, "join-taken");
            play.send(missed, new Command.ReportNoShow(Absent.CANDIDATE));
            other.navigate(address() + "/room/" + missed.interview());
            assertThat(heading(other)).hasText("This interview did not take place");
            inspect(other, "missed");
        }
    }

    private final Person ben = play.person("Ben Adler", Role.MEMBER);

    private static void join(Page page, Hosted hosted) {
        page.navigate(address() + "/join/" + hosted.token());
        Locator name = page.getByLabel("Your name");
        if (name.count() > 0) {
            name.fill("Maya Rosen");
        }
        page.locator("form.form button[type=submit]").click();
        page.waitForURL("**/room/**");
    }

    private static Page open(BrowserContext window, Person person, String path) {
        window.addCookies(List.of(sessionCookie(person)));
        Page page = window.newPage();
        page.navigate(address() + path);
        return page;
    }

    /** The states that a whole interview does not come by. */
    private static void inspect(Page page, String name) {
        assertThat(Inspection.of(page).look("room " + name).findings()).isEmpty();
    }

    private static LocatorAssertions.IsVisibleOptions within(Duration patience) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout((double) patience.toMillis());
    }

    private static Locator heading(Page page) {
        return page.locator("#stage-title");
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
