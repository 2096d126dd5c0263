package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.web.journey.Installation.press;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.web.browser.Inspection;

/** A coach in Berlin shares one address; a stranger in Tokyo books there, moves the session and calls it off. */
@ExtendWith(Journeys.class)
class BookingIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String EMAIL = "kenji@example.org";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ICALENDAR = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final Pattern START = Pattern.compile("[?&]start=([^&]+)");

    @Test
    void a_stranger_in_another_zone_books_moves_and_calls_off(Installation installation) {
        LetterBox letters = LetterBox.in(installation.threeshift().database());
        Inspection coach = Inspection.of(installation.signedIn(Installation.COACH));
        String address = share(installation, coach);
        letters.registration("OPEN");
        Inspection kenji =
                Inspection.of(installation.chromium().somebodyIn(TOKYO.getId()).newPage());
        Page page = kenji.page();
        page.navigate(address);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mock interview"))
                .click();
        // At once by the stranger's own clock, also for whoever comes straight to the hours; without a script by the
        // coach's, and loudly.
        assertThat(page.locator("#zone")).hasValue(TOKYO.getId());
        String hours = page.url().replaceAll("\\?.*", "");
        assertThat(page.request().get(hours).text()).contains("These hours are on the coach’s clock: Europe/Berlin.");
        page.navigate(hours);
        assertThat(page.locator("#zone")).hasValue(TOKYO.getId());
        assertThat(page.locator("[data-zone-guessed]")).hasCount(0);
        // Another name of the same clock is not offered.
        page.navigate(hours + "?zone=Asia/Seoul");
        assertThat(page.locator("#zone")).hasValue("Asia/Seoul");
        assertThat(page.locator("[data-zone]")).isHidden();
        page.navigate(hours + "?zone=Europe/Berlin");
        press(page, "Show my browser’s time: Asia/Tokyo");
        assertThat(page.locator("#zone")).hasValue(TOKYO.getId());
        kenji.look("hours of a coach");
        Instant nine = choose(page, 0);
        assertThat(LocalTime.ofInstant(nine, BERLIN)).isEqualTo(LocalTime.of(9, 0));
        assertThat(page.locator(".booking-when")).containsText(clock(nine));
        register(installation, letters, page);
        String hour = page.url();

        assertThat(page.locator(".booking-when")).containsText(clock(nine));
        press(page, "Book");
        assertThat(page.locator(".error")).hasText("Please answer this.");
        kenji.look("an hour to book with an error");
        page.getByLabel("Which job do you practise for?").fill("Head of brand");
        // As after an hour that is gone, when nobody chose another one.
        page.evaluate("document.querySelector('input[name=start]').value = ''");
        // The hours around the one that was wanted are offered, as often as nobody chooses.
        Instant wanted = nine.plus(Duration.ofDays(14));
        page.evaluate("at => document.querySelector('input[name=near]').value = at", wanted.toString());
        for (int time = 0; time < 2; time++) {
            press(page, "Book");
            assertThat(page.locator("#start-error")).hasText("Choose one of these hours.");
            assertThat(Instant.parse(page.locator("input[name=start]").first().inputValue()))
                    .isBetween(wanted.minus(Duration.ofDays(4)), wanted.plus(Duration.ofDays(4)));
        }
        page.evaluate("at => document.querySelector('input[name=near]').value = at", nine.toString());
        press(page, "Book");
        assertThat(page.locator("#start-error")).hasText("Choose one of these hours.");
        assertThat(page.locator(".booking-when")).hasCount(0);
        assertThat(page.getByLabel("Which job do you practise for?")).hasValue("Head of brand");
        // As long as it is not sent, a refused form is there on the way back too.
        page.navigate(address);
        page.goBack();
        assertThat(page.locator("#start-error")).hasText("Choose one of these hours.");
        assertThat(page.getByLabel("Which job do you practise for?")).hasValue("Head of brand");
        page.locator("input[name=start][value='" + nine + "']").check();
        press(page, "Book");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Booked.");
        assertThat(page.locator(".booking-when")).containsText(clock(nine));
        String booked = page.url().replaceAll("\\?.*", "");
        String uid = booked.substring(booked.lastIndexOf('/') + 1);
        assertThat(letters.invitation(EMAIL, uid, "REQUEST")).contains("SEQUENCE:0", start(nine));
        assertThat(letters.invitation(Installation.COACH.email(), uid, "REQUEST"))
                .contains(start(nine));
        kenji.look("a booked session");

        page.navigate(hour);
        assertThat(page.locator("main")).containsText("You booked this hour");
        page.navigate(booked);
        Instant later = move(page);
        assertThat(page.locator(".booking-when")).containsText(clock(later));
        String changed = page.request()
                .get(installation.at("/interviews/" + uid + "/invitation.ics"))
                .text();
        assertThat(changed).contains("SEQUENCE:1", start(later));
        callOff(page);
        letters.hurry("notices");
        for (String email : new String[] {EMAIL, Installation.COACH.email()}) {
            assertThat(letters.invitation(email, uid, "CANCEL")).contains("SEQUENCE:2", "STATUS:CANCELLED");
        }
        assertThat(page.locator("main")).containsText("You called this session off");
        coach.page().navigate(installation.at("/bookings/" + uid));
        assertThat(coach.page().locator("main")).containsText("Kenji Mori called this session off");
        assertThat(coach.page().locator("main")).containsText("I have the job");
        assertThat(coach.page().locator("main")).containsText("Head of brand");
        assertThat(coach.page().locator("main")).containsText("Called off");
        page.navigate(installation.at("/practice"));
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Coaches").setExact(true))
                .click();
        kenji.look("the coaches whom a member can book");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Clara Voss"))
                .click();
        assertThat(page).hasURL(address);
        letters.registration("INVITATION");
        assertThat(kenji.findings()).isEmpty();
        assertThat(coach.findings()).isEmpty();
        page.context().close();
        coach.page().context().close();
    }

    /** Makes a page with one kind of session and the mornings of workdays, and answers its address. */
    private static String share(Installation installation, Inspection inspection) {
        Page coach = inspection.page();
        coach.navigate(installation.at("/booking"));
        coach.getByLabel("Title").fill("Clara Voss");
        coach.getByLabel("Address").fill("Clara Voss");
        press(coach, "Make the page");
        assertThat(coach.locator(".error")).containsText("small letters");
        coach.getByLabel("Address").fill("clara-voss");
        press(coach, "Make the page");
        press(coach, "Switch on");
        assertThat(coach.getByText("there is nothing to book yet")).isVisible();
        coach.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a kind"))
                .first()
                .click();
        coach.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Mock interview");
        coach.locator("#question-0").fill("Which job do you practise for?");
        coach.locator("input[name=required]").first().check();
        press(coach, "Save");
        coach.navigate(installation.at("/booking/hours"));
        coach.locator("#zone").selectOption(BERLIN.getId());
        coach.locator("#add-MONDAY").click();
        coach.locator("input[name='MONDAY.from']").fill("09:00");
        coach.locator("input[name='MONDAY.until']").fill("12:00");
        coach.locator("#copy-MONDAY").click();
        assertThat(coach.locator("input[name='FRIDAY.from']")).hasCount(1);
        copyOver(coach);
        stay(coach);
        coach.locator("#hours .form-end button").click();
        overtakeHours(installation, coach);
        coach.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Clara Voss"))
                .click();
        coach.getByText("Everybody with the address").click();
        press(coach, "Save");
        overtakeSettings(coach);
        press(coach, "Switch on");
        assertThat(coach.getByText("The page is on. Share its address.")).isVisible();
        inspection.look("a booking page as its coach sets it up");
        return coach.locator("#address").inputValue();
    }

    /** A day with hours of its own is left, until it is asked for; and there is a way back. */
    private static void copyOver(Page coach) {
        coach.locator("input[name='TUESDAY.from']").fill("14:00");
        coach.locator("#copy-MONDAY").click();
        assertThat(coach.locator("#copied")).containsText("Tuesday has hours of its own");
        press(coach, "Copy to Tuesday too, in place of its hours");
        assertThat(coach.locator("input[name='TUESDAY.from']")).hasValue("09:00");
        coach.locator("#add-SUNDAY").click();
        coach.getByLabel("Remove line 1 of Sunday").click();
        assertThat(coach.getByLabel("Sunday, from")).hasCount(0);
        press(coach, "Undo");
        assertThat(coach.locator("input[name='TUESDAY.from']")).hasValue("14:00");
        coach.locator("input[name='TUESDAY.from']").fill("09:00");
    }

    /** Of two windows the second one is told what the first has saved, keeps what was typed, and writes over nothing unseen. */
    private static void overtakeHours(Installation installation, Page coach) {
        Page second = coach.context().newPage();
        second.navigate(installation.at("/booking/hours"));
        coach.navigate(installation.at("/booking/hours"));
        coach.locator("#add-SATURDAY").click();
        coach.locator("input[name='SATURDAY.from']").fill("10:00");
        coach.locator("input[name='SATURDAY.until']").fill("12:00");
        coach.locator("#hours .form-end button").click();
        assertThat(coach.getByText("Your hours are saved.")).isVisible();
        second.locator("input[name='TUESDAY.from']").fill("10:00");
        second.locator("#hours .form-end button").click();
        assertThat(second.locator(".overtaken")).containsText("what you typed is not saved");
        assertThat(second.locator(".overtaken dt")).hasText(new String[] {"Tuesday", "Saturday"});
        assertThat(second.locator(".overtaken dd")).hasText(new String[] {"09:00–12:00", "10:00–12:00"});
        assertThat(second.locator("input[name='TUESDAY.from']")).hasValue("10:00");
        assertThat(second.locator("input[name='SATURDAY.from']")).hasCount(0);
        second.getByText("Open what stands now").click();
        assertThat(second.locator(".overtaken")).hasCount(0);
        assertThat(second.locator("input[name='TUESDAY.from']")).hasValue("09:00");
        second.getByLabel("Remove line 1 of Saturday").click();
        assertThat(second.locator("input[name='SATURDAY.from']")).hasCount(0);
        second.locator("#hours .form-end button").click();
        assertThat(second.getByText("Your hours are saved.")).isVisible();
        second.close();
    }

    /** The same of a page's settings; sent again, they take the place of what stands. */
    private static void overtakeSettings(Page coach) {
        assertThat(coach.getByText("Saved.")).isVisible();
        Page second = coach.context().newPage();
        second.navigate(coach.url().replaceAll("\\?.*", ""));
        coach.getByLabel("Most sessions a day").fill("7");
        press(coach, "Save");
        assertThat(coach.getByText("Saved.")).isVisible();
        second.getByLabel("Introduction").fill("Come in.");
        press(second, "Save");
        assertThat(second.locator(".overtaken dt")).hasText(new String[] {"Introduction", "Most sessions a day"});
        assertThat(second.locator(".overtaken dd")).hasText(new String[] {"Nothing", "7"});
        assertThat(second.getByLabel("Introduction")).hasValue("Come in.");
        press(second, "Save");
        assertThat(second.getByText("Saved.")).isVisible();
        second.close();
        coach.reload();
        assertThat(coach.getByLabel("Introduction")).hasValue("Come in.");
    }

    /** Whoever leaves hours that are not saved is asked first. */
    private static void stay(Page coach) {
        List<String> asked = new ArrayList<>();
        Consumer<Dialog> stays = dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        };
        coach.onDialog(stays);
        coach.locator("main a[href='/booking']").first().click();
        assertThat(coach.locator("#hours")).isVisible();
        coach.waitForCondition(() -> !asked.isEmpty());
        coach.offDialog(stays);
        assertThat(asked).containsExactly("beforeunload");
    }

    /** @return when the hour begins that was chosen, which its button says by the clock in Tokyo */
    private static Instant choose(Page page, int number) {
        Locator hour = page.locator(".booking-hour").nth(number);
        Matcher found = START.matcher(hour.getAttribute("href"));
        assertThat(found.find()).isTrue();
        Instant start = Instant.parse(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
        assertThat(hour.innerText()).contains(clock(start));
        hour.click();
        return start;
    }

    /** From the hour that was chosen, and back to it. */
    private static void register(Installation installation, LetterBox letters, Page page) {
        for (int look = 0; look < 50 && page.getByText("Make an account").count() == 0; look++) {
            page.waitForTimeout(200);
            page.reload();
        }
        page.getByText("Make an account").click();
        page.getByLabel("Name").fill("Kenji Mori");
        page.getByLabel("E-mail address").fill(EMAIL);
        page.getByLabel("Password").fill("paper crane nine rivers");
        press(page, "Make the account");
        page.navigate(installation.at(letters.link(EMAIL, "confirm-registration")));
        press(page, "Make the account and sign in");
        assertThat(page).hasURL(Pattern.compile("/book/clara-voss/[0-9a-f-]{36}/hour"));
    }

    private static Instant move(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Choose another hour"))
                .click();
        assertThat(page.locator("#zone")).hasValue(TOKYO.getId());
        assertThat(page.locator("main")).containsText("Below each hour stands the same on Clara Voss’s clock.");
        String there =
                page.locator(".booking-hour").nth(2).locator(".booking-there").innerText();
        Instant later = choose(page, 2);
        assertThat(there).contains(CLOCK.format(later.atZone(BERLIN)));
        assertThat(page.locator("main")).containsText("For Clara Voss that is");
        press(page, "Move the session");
        assertThat(page.locator(".error")).containsText("Say why");
        page.reload();
        assertThat(page.locator(".error")).containsText("Say why");
        page.getByLabel("Why?").fill("My train is late");
        press(page, "Move the session");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Moved. Clara Voss is told.");
        return later;
    }

    private static void callOff(Page page) {
        press(page, "Call it off");
        assertThat(page.locator(".error")).containsText("Say why");
        page.getByLabel("Why?").fill("I have the job");
        press(page, "Call it off");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Called off. Clara Voss is told.");
    }

    private static String clock(Instant start) {
        return CLOCK.format(start.atZone(TOKYO));
    }

    /** In the zone in which it was agreed, or in UTC. */
    private static String start(Instant start) {
        return ICALENDAR.format(start.atZone(TOKYO));
    }
}
