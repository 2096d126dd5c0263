package org.threeshift.web.cohort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.scorecard.Rehearsal;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.browser.Chromium;
import org.threeshift.web.browser.Inspection;

/** A season with one member, from the coach's first click to what stays when the member has left. */
class CohortIT {
    private static final String PASSWORD = "orchard lantern quiet brass";

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    @AutoClose
    static final Chromium chromium = Chromium.start();

    @Test
    void a_member_joins_knowingly_and_leaves_and_the_coach_sees_what_was_held_between() {
        Person dana = register("Dana Okafor", Role.COACH);
        Person luis = register("Luis Ferreira", Role.MEMBER);
        Person mira = register("Mira Rossi", Role.MEMBER);
        Page coach = signedIn(dana);
        Inspection coachs = Inspection.of(coach);

        coach.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByText("Cohorts")
                .click();
        coachs.look("cohorts without one");
        coach.getByLabel("Name").fill("Spring season");
        press(coach, "Make the cohort");
        assertThat(coach.getByText("Nobody is in this cohort yet")).isVisible();
        coachs.look("cohort without members");
        String cohort = coach.url().replaceAll("\\?.*", "");

        coach.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Import a table").setExact(true))
                .click();
        coachs.look("import");
        String table = "name;email;pronouns;target role\nMira Rossi;%s;she/her;Head of brand\nNele Neu;nele@;;\n"
                .formatted(mira.email().orElseThrow());
        coach.getByLabel("File")
                .setInputFiles(new FilePayload("people.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        press(coach, "Look at it first");
        assertThat(coach.getByText("“nele@” is not a complete e-mail address.")).isVisible();
        assertThat(coach.locator("tr.bad td").first()).hasText("3");
        assertThat(coach.getByText("Has an account: is asked to join")).isVisible();
        coachs.look("import with a bad row");
        Locator text = coach.getByLabel("The table, to be corrected here");
        text.fill(text.inputValue()
                .lines()
                .filter(line -> !line.startsWith("Nele"))
                .reduce("", (all, line) -> all + line + "\n"));
        press(coach, "Look again");
        assertThat(coach.locator("tr.bad")).hasCount(0);
        press(coach, "Send the invitations");
        assertThat(coach.getByText("no answer yet")).isVisible();
        coachs.look("cohort with an invitation");

        Page member = signedIn(mira);
        Inspection members = Inspection.of(member);
        assertThat(member.getByText("Dana Okafor asks you to join “Spring season”"))
                .isVisible();
        members.look("home with an invitation");
        member.navigate(threeshift.address() + mailedLink(mira));
        assertThat(member.getByText("Your scorecards of interviews that are held while you are a member"))
                .isVisible();
        assertThat(member.getByText("Interviews held before you joined, or after you left."))
                .isVisible();
        members.look("invitation to a cohort");
        press(member, "Agree and join");
        assertThat(member.getByText("You are a member now.")).isVisible();
        members.look("cohort as its member sees it");

        InterviewId between = rehearsal(1).published(luis, List.of(), mira, "warm-up");
        coach.navigate(cohort);
        Locator row = coach.locator("section[aria-labelledby=members] tbody tr");
        assertThat(row).containsText("Mira Rossi");
        row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Last scorecard of Mira Rossi"))
                .click();
        assertThat(coach).hasURL(threeshift.address() + "/scorecards/" + between);
        coach.navigate(cohort);
        coachs.look("cohort with a member");

        member.getByText("Leave the cohort").click();
        press(member, "Leave now");
        assertThat(member.getByText("You left the cohort.")).isVisible();

        InterviewId later = rehearsal(2).published(luis, List.of(), mira, "warm-up");
        coach.navigate(cohort);
        assertThat(coach.locator("section[aria-labelledby=members]")).hasCount(0);
        assertThat(coach.locator("section[aria-labelledby=former] tbody tr")).containsText("left on");
        coachs.look("cohort with an earlier member");
        assertThat(coach.navigate(threeshift.address() + "/scorecards/" + between)
                        .status())
                .isEqualTo(200);
        assertThat(coach.navigate(threeshift.address() + "/scorecards/" + later).status())
                .isEqualTo(404);
        coachs.open(cohort + "/settings", "settings of a cohort");
        press(coach, "Rename");
        assertThat(coach.getByText("The cohort has its new name.")).isVisible();
        assertThat(coachs.findings().stream()
                        .filter(finding -> !finding.contains("404"))
                        .toList())
                .isEmpty();
        assertThat(members.findings()).isEmpty();
        profile(member);
        coach.context().close();
        member.context().close();
    }

    /** What somebody says about themselves, a picture among it. */
    private static void profile(Page member) {
        Inspection inspection = Inspection.of(member).open(threeshift.address() + "/account", "profile");
        member.getByLabel("Choose a picture")
                .setInputFiles(new FilePayload("no-picture.png", "image/png", new byte[] {1, 2, 3}));
        press(member, "Save the picture");
        assertThat(member.getByText("This is no picture that can be read here."))
                .isVisible();
        byte[] picture = member.screenshot();
        member.getByLabel("Choose a picture").setInputFiles(new FilePayload("me.png", "image/png", picture));
        press(member, "Save the picture");
        assertThat(member.getByText("Your picture is saved.")).isVisible();
        assertThat((Boolean) member.locator("main img.avatar").evaluate("image => image.naturalWidth === 256"))
                .isTrue();
        member.getByLabel("Pronouns").fill("they/them");
        member.getByLabel("Language 1").selectOption("de");
        press(member, "Save");
        assertThat(member.getByLabel("Pronouns")).hasValue("they/them");
        assertThat(member.getByLabel("Language 1")).hasValue("de");
        inspection.look("profile with a picture");
        press(member, "Remove the picture");
        assertThat(member.getByText("Your picture is gone.")).isVisible();
        assertThat(member.locator("main img.avatar")).hasCount(0);
        assertThat(inspection.findings()).isEmpty();
    }

    private static Rehearsal rehearsal(long seed) {
        return new Rehearsal(
                threeshift.bean(Hosting.class),
                threeshift.bean(Interviews.class),
                threeshift.bean(Banks.class),
                Instant.now(),
                seed);
    }

    /** As an admin reads it in the outbox. */
    private static String mailedLink(Person person) {
        return String.valueOf(database.jdbcClient()
                .sql("select filled ->> 'link' from outbox where address = :address and topic = 'cohort-question'")
                .param("address", person.email().orElseThrow())
                .query(String.class)
                .single());
    }

    private static Person register(String name, Role role) {
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        Outcome outcome = threeshift.bean(People.class).register(name, email, PASSWORD, "Europe/Berlin", role);
        return ((Outcome.Done) outcome).person();
    }

    private static Page signedIn(Person person) {
        Page page = chromium.somebody().newPage();
        page.navigate(threeshift.address() + "/sign-in");
        page.getByLabel("E-mail address").fill(person.email().orElseThrow());
        page.getByLabel("Password").fill(PASSWORD);
        press(page, "Sign in");
        assertThat(page).hasURL(threeshift.address() + "/home");
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
