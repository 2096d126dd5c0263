package org.threeshift.web.cohort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Season;
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
        assertThat(coach.getByLabel("Name")).isVisible();
        coachs.look("cohorts without one");
        coach.getByLabel("Name").fill("Spring season");
        press(coach, "Make the cohort");
        assertThat(coach.getByText("Nobody is in this cohort yet")).isVisible();
        coachs.look("cohort without members");
        String members = coach.url().replaceAll("\\?.*", "");
        String cohort = members.replace("/members", "");

        coach.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Import a table").setExact(true))
                .click();
        assertThat(coach.getByLabel("File")).isVisible();
        coachs.look("import");
        String table = "name;email;pronouns;target role\nMira Rossi;%s;she/her;Head of brand\nNele Neu;nele@;;\n"
                .formatted(mira.email().orElseThrow());
        coach.getByLabel("File")
                .setInputFiles(new FilePayload("people.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        press(coach, "Look at it first");
        assertThat(coach.getByText("“nele@” is not a complete e-mail address.")).isVisible();
        assertThat(coach.locator("tr.bad td").first()).hasText("3");
        assertThat(coach.getByText("Is asked by e-mail")).isVisible();
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
        Inspection joining = Inspection.of(member);
        assertThat(member.getByText("Dana Okafor asks you to join “Spring season”"))
                .isVisible();
        joining.look("home with an invitation");
        member.navigate(threeshift.address() + mailedLink(mira));
        assertThat(member.getByText("Your scorecards of interviews that are held while you are a member"))
                .isVisible();
        assertThat(member.getByText("Interviews held before you joined, or after you left."))
                .isVisible();
        joining.look("invitation to a cohort");
        press(member, "Agree and join");
        assertThat(member.getByText("You are a member now.")).isVisible();
        joining.look("cohort as its member sees it");

        InterviewId between = rehearsal(1).published(luis, List.of(), mira, "warm-up");
        coach.navigate(members);
        Locator row = coach.locator("section[aria-labelledby=members] tbody tr");
        assertThat(row).containsText("Mira Rossi");
        row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Last scorecard of Mira Rossi"))
                .click();
        assertThat(coach).hasURL(threeshift.address() + "/scorecards/" + between);
        coach.navigate(members);
        coachs.look("cohort with a member");

        member.getByText("Leave the cohort").click();
        press(member, "Leave now");
        assertThat(member.getByText("You left the cohort.")).isVisible();

        InterviewId later = rehearsal(2).published(luis, List.of(), mira, "warm-up");
        coach.navigate(members);
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
        assertThat(joining.findings()).isEmpty();
        profile(member);
        coach.context().close();
        member.context().close();
    }

    @Test
    void a_coach_goes_from_the_cohort_to_a_candidate_and_to_the_evidence_behind_a_number() {
        Person dana = register("Dana Overlook", Role.COACH);
        Person luis = register("Luis Overlook", Role.MEMBER);
        Person kim = register("Kim Overlook", Role.MEMBER);
        Person mira = register("Mira Overlook", Role.MEMBER);
        CohortId cohort =
                Season.of(threeshift.bean(Coaching.class), threeshift.bean(Cohorts.class), dana, "Overlooked", mira);
        Rehearsal rehearsal = new Rehearsal(
                threeshift.bean(Hosting.class),
                threeshift.bean(Interviews.class),
                threeshift.bean(Banks.class),
                Instant.now().minus(Duration.ofDays(45)),
                3);
        rehearsal.published(luis, List.of(kim), mira, "hiring-manager-screen");
        InterviewId newest = rehearsal.published(luis, List.of(kim, dana), mira, "the-seven");
        Page coach = signedIn(dana);
        Inspection inspection = Inspection.of(coach);

        inspection.open(threeshift.address() + "/cohorts/" + cohort, "progress of a cohort");
        coach.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lower bound"))
                .click();
        assertThat(coach.locator("th[aria-sort=ascending]")).hasText("Lower bound ↑");
        coach.getByLabel("Name or role").fill("nobody");
        press(coach, "Filter");
        assertThat(coach.getByText("Nobody fits")).isVisible();
        inspection.open(threeshift.address() + "/cohorts/" + cohort + "/heat-map", "heat map");
        assertThat(coach.locator(".heat-canvas canvas")).isVisible();
        inspection.open(threeshift.address() + "/cohorts/" + cohort + "/heat-map?of=traps", "heat map of traps");
        inspection.open(
                threeshift.address() + "/cohorts/" + cohort + "/session?from="
                        + LocalDate.now(ZoneOffset.UTC).minusDays(60),
                "session report");
        assertThat(coach.locator("section[aria-labelledby=held] tbody tr")).hasCount(2);

        coach.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Progress"))
                .click();
        coach.locator(".progress tbody").getByRole(AriaRole.LINK).first().click();
        assertThat(coach).hasURL(threeshift.address() + "/candidates/" + mira.id());
        inspection.look("candidate as their coach sees them");
        coach.locator(".timeline").getByRole(AriaRole.LINK).first().click();
        assertThat(coach).hasURL(threeshift.address() + "/scorecards/" + newest);
        assertThat(coach.getByText("Began with").first()).isAttached();
        String pdf = coach.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("PDF").setExact(true))
                .getAttribute("href");
        assertThat(new String(file(coach, pdf), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        String days = "?from=" + LocalDate.now(ZoneOffset.UTC).minusDays(60);
        assertThat(new String(file(coach, "/cohorts/" + cohort + "/session/pdf" + days), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(new String(file(coach, "/cohorts/" + cohort + "/session/table.csv" + days), StandardCharsets.UTF_8))
                .contains("\"Mira Overlook\",\"Dana Overlook, Kim Overlook, Luis Overlook\"");

        InterviewId first = InterviewId.parse(opinionLink(coach, mira)).orElseThrow();
        inspection.look("blind sheet");
        press(coach, "Lock and compare");
        assertThat(coach.locator("#errors")).isVisible();
        inspection.look("blind sheet that lacks levels");
        coach.locator("fieldset")
                .evaluateAll("all => all.forEach((one) => one.querySelector('input[type=radio]').click())");
        press(coach, "Lock and compare");
        assertThat(coach.getByText("Level by level")).isVisible();
        inspection.look("both opinions");
        assertThat(first).isNotEqualTo(newest);
        assertThat(inspection.findings().stream()
                        .filter(finding -> !finding.contains("422"))
                        .toList())
                .isEmpty();
        coach.context().close();
    }

    private static byte[] file(Page page, String address) {
        return page.request().get(threeshift.address() + address).body();
    }

    /** Goes to the second opinion on the oldest interview. @return its id */
    private static String opinionLink(Page coach, Person candidate) {
        coach.navigate(threeshift.address() + "/candidates/" + candidate.id());
        coach.locator(".timeline li").last().getByText("Second opinion").click();
        return coach.url().replaceAll(".*/scorecards/|/opinion.*", "");
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
        member.getByLabel("Add a language").selectOption("de");
        press(member, "Save");
        assertThat(member.getByLabel("Pronouns")).hasValue("they/them");
        assertThat(member.getByLabel("German")).isChecked();
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
