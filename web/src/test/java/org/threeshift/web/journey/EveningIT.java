package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.web.browser.Inspection;
import org.threeshift.web.journey.Installation.Account;

/** A coach and four members: asked, planned, one stays away, planned anew, one meeting joined. */
@ExtendWith(Journeys.class)
class EveningIT {
    private static final List<Account> MEMBERS = List.of(
            new Account("Enid Marsh", "enid@example.org", "pebble orchid thirteen sail"),
            new Account("Bram Kuiper", "bram@example.org", "window ginger plain otter"),
            new Account("Ngozi Eze", "ngozi@example.org", "lemon gravel silent kite"),
            new Account("Sven Lund", "sven@example.org", "marble river quick thistle"));

    @Test
    void an_evening_is_planned_and_planned_anew_when_one_stays_away(Installation installation) {
        Page coach = installation.signedIn(Installation.COACH);
        coach.navigate(installation.at("/cohorts"));
        coach.getByLabel("Name").fill("Evening cohort");
        coach.locator("form[action='/cohorts'] button[type='submit']").click();
        assertThat(coach).hasURL(Pattern.compile("/cohorts/[0-9a-f-]{36}/members"));
        String cohort = coach.url().replaceFirst("/members.*", "");
        List<Page> members = new ArrayList<>();
        for (Account account : MEMBERS) {
            Page member = installation.member(account);
            coach.navigate(cohort + "/members");
            coach.locator("input[name='email']").first().fill(account.email());
            coach.locator("form[action$='/invitations'] button[type='submit']")
                    .first()
                    .click();
            member.navigate(cohort);
            member.locator("form[action$='/join'] button[type='submit']").click();
            members.add(member);
        }
        coach.navigate(cohort + "/evenings/new");
        LocalDateTime start = LocalDateTime.now(ZoneId.of("Europe/Berlin")).plusMinutes(7);
        coach.getByLabel("What it is called").fill("Both chairs");
        coach.getByLabel("Day").fill(start.toLocalDate().toString());
        coach.getByLabel("Begins at")
                .fill(DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).format(start));
        coach.getByLabel("Rooms").fill("2");
        Inspection ofCoach = Inspection.of(coach).look("form of an evening");
        Installation.press(coach, "Ask them");
        assertThat(coach).hasURL(Pattern.compile("/evenings/[0-9a-f-]{36}\\?done=asked$"));
        String evening = coach.url().replaceAll("\\?.*", "");
        for (Page member : members) {
            member.navigate(evening);
            Installation.press(member, "Yes, I come");
            assertThat(member.locator("#answer")).hasText("You come");
        }
        Page ada = members.getFirst();
        for (Page page : List.of(ada, coach)) {
            page.navigate(installation.at("/calendar"));
            assertThat(page.locator(".calendar-item.evening")).containsText("Both chairs");
        }
        coach.navigate(evening);
        assertThat(coach.locator("main")).containsText("4 of 4 said yes");
        Installation.press(coach, "Make the plan and show it");
        Locator rows = coach.locator(".evening-plan tbody tr");
        assertThat(rows).hasCount(3);
        ofCoach.look("plan of an evening");
        ada.navigate(installation.at("/calendar"));
        assertThat(ada.locator(".calendar-item.evening")).hasCount(0);
        assertThat(ada.locator(".calendar-item.interview")).hasCount(3);
        assertThat(ada.locator(".calendar-item.interview").first()).containsText("Practice evening “Both chairs”");
        ada.navigate(evening);
        String meeting =
                installation.at(ada.locator("#plan + .card li a").first().getAttribute("href"));
        ada.navigate(meeting);
        assertThat(ada.locator("#agreed + p + div a"))
                .hasAttribute("href", evening.replaceFirst(".*/evenings/", "/evenings/"));
        members.getFirst().navigate(evening);
        Inspection ofMember = Inspection.of(members.getFirst()).look("own plan of an evening");
        assertThat(members.getFirst().locator("#plan + .card li a")).hasCount(3);
        thinksTwice(members.getLast(), evening);

        // One stays away: of the other three one sits out in each slot, and everybody meets both of the others.
        coach.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Mark " + MEMBERS.getLast().name() + " as away"))
                .click();
        assertThat(coach).hasURL(Pattern.compile("done=away&who=[0-9a-f-]{36}#guest-[0-9a-f-]{36}$"));
        assertThat(coach.locator("li:focus")).containsText("Marked as away");
        assertThat(coach.locator(".evening-plan tbody"))
                .not()
                .containsText(MEMBERS.getLast().name());
        for (Page member : members.subList(0, 3)) {
            member.navigate(evening);
            assertThat(member.locator("#plan + .card li")).hasCount(3);
            assertThat(member.locator("#plan + .card li a")).hasCount(2);
        }
        // Whoever sits out in the first slot has yet to prepare for the second.
        Locator prepares = members.subList(0, 3).stream()
                .map(member -> member.locator("#next ~ .row a", new Page.LocatorOptions().setHasText("Prepare")))
                .filter(link -> link.count() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(prepares).hasAttribute("href", Pattern.compile("^/interviews/[0-9a-f-]{36}#prepare$"));
        String first = rows.first().textContent();
        Page joining = members.get(
                first.contains(MEMBERS.getFirst().name())
                                && !rows.first()
                                        .locator("td")
                                        .last()
                                        .textContent()
                                        .contains(MEMBERS.getFirst().name())
                        ? 0
                        : 1);
        joining.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to the room"))
                .click();
        assertThat(joining).hasURL(Pattern.compile("/(room|console/interviews)/[0-9a-f-]{36}"));
        assertThat(joining.locator("a:visible", new Page.LocatorOptions().setHasText("Practice evening: Both chairs")))
                .isVisible();
        assertThat(joining.locator("body")).containsText(Pattern.compile("Next you meet|The next slot begins at"));

        coach.getByText("Call the evening off").click();
        coach.getByLabel("Why, for everybody to read").fill("The fire alarm");
        Installation.press(coach, "Call it off and tell everybody");
        members.getLast().navigate(evening);
        assertThat(members.getLast().locator("main")).containsText("The fire alarm");
        assertThat(members.getLast().locator(".evening-facts")).containsText("Why it was called off");
        ada.navigate(meeting);
        assertThat(ada.locator("main a", new Page.LocatorOptions().setHasText("evening"))
                        .first())
                .isVisible();
        Page last = members.getLast();
        last.navigate(installation.at("/interviews"));
        assertThat(last.locator("main")).not().containsText("Practice evening");
        ada.navigate(installation.at("/calendar"));
        assertThat(ada.locator(".calendar-item.evening")).containsText("Called off");
        assertThat(ada.locator(".calendar-item.interview")).hasCount(0);
        assertThat(ofCoach.look("an evening that is off").findings()).isEmpty();
        assertThat(ofMember.findings()).isEmpty();
        goesToAnotherDay(installation, coach, cohort, ada);
        members.forEach(member -> member.context().close());
        coach.context().close();
    }

    /** A yes is for a day: on another one everybody is asked again, which their calendar says, too. */
    private static void goesToAnotherDay(Installation installation, Page coach, String cohort, Page member) {
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(10);
        coach.navigate(cohort + "/evenings/new");
        coach.getByLabel("What it is called").fill("Another day");
        coach.getByLabel("Day").fill(day.toString());
        Installation.press(coach, "Ask them");
        assertThat(coach).hasURL(Pattern.compile("done=asked$"));
        String evening = coach.url().replaceAll("\\?.*", "");
        coach.navigate(installation.at("/home"));
        assertThat(coach.locator("#upcoming + .card li", new Page.LocatorOptions().setHasText("Another day")))
                .containsText("You lead it");
        Locator entry = member.locator(".calendar-item.evening", new Page.LocatorOptions().setHasText("Another day"));
        member.navigate(installation.at("/calendar"));
        assertThat(entry).containsText("You have not said yet whether you come");
        member.navigate(evening);
        Installation.press(member, "Yes, I come");
        assertThat(member.locator("#answer")).hasText("You come");
        coach.navigate(evening + "/change");
        coach.getByLabel("Day").fill(day.plusDays(1).toString());
        Installation.press(coach, "Change it and tell everybody");
        assertThat(coach.locator(".notice.good")).containsText("everybody is asked again");
        assertThat(coach.locator("#guests + .card")).not().containsText("Comes");
        member.navigate(evening);
        assertThat(member.locator("#answer")).hasText("Will you come?");
        Installation.press(member, "Yes, I come");
        assertThat(member.locator("#answer")).hasText("You come");
        coach.navigate(evening);
        coach.getByText("Call the evening off").click();
        coach.getByLabel("Why, for everybody to read").fill("Nobody else has time");
        Installation.press(coach, "Call it off and tell everybody");
        assertThat(coach.locator("#guests + .card")).containsText("Had said yes");
        assertThat(coach.locator("#guests + .card .pill.good")).hasCount(0);
    }

    /** Says no, and yes again, to what is planned by then; what the page says of it goes with the answer. */
    private static void thinksTwice(Page member, String evening) {
        member.navigate(evening);
        Installation.press(member, "I can’t come after all");
        assertThat(member.locator(".notice.good")).containsText("you are planned for no more");
        String address = member.url();
        Installation.press(member, "Yes, I come");
        assertThat(member.locator(".notice.good")).containsText("you are planned for: your plan stands below");
        assertThat(member.locator("#plan + .card li a")).hasCount(3);
        member.navigate(address);
        assertThat(member.locator(".notice.good")).hasCount(0);
    }
}
