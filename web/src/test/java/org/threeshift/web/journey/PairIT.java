package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.booking.Audience;
import org.threeshift.core.booking.BookingPageId;
import org.threeshift.core.booking.BookingPages;
import org.threeshift.core.booking.Rules;
import org.threeshift.core.booking.SessionKindId;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.interview.InterviewDates;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.PairRounds;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.ZoneQuestions;
import org.threeshift.core.practice.Practice;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.browser.Chromium;
import org.threeshift.web.browser.Inspection;

/** Two members with a browser each: matched by a draw, and at their hour in the chairs of both; and put together by the waiting room for now. */
@ExtendWith(Journeys.class)
class PairIT {
    private static final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private static final InstantSource clock = () -> Instant.now().plus(ahead.get());

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.at(clock, database);

    @Test
    void two_members_say_when_they_can_are_matched_confirm_meet_swap_and_finish(Chromium chromium) {
        Person one = person("Mila Aalto", Role.MEMBER);
        Person other = person("Seth Okoro", Role.MEMBER);
        Page mila = page(chromium, one);
        Page seth = page(chromium, other);
        say(mila);
        say(seth);
        Person odd = person("Lena Voigt", Role.MEMBER);
        ready(odd, "de", "EACH_DRAW");
        bookable(person("Clara Voss", Role.COACH));
        Page admin = page(chromium, person("Ada Brandt", Role.ADMIN));
        admin.navigate(at("/draws"));
        Inspection ofAdmin = Inspection.of(admin).look("draws");
        Installation.press(admin, "Hold a draw now");
        assertThat(admin.getByText("It is held within the next half minute.")).isVisible();
        rounds();

        Inspection ofMila = confirm(mila);
        assertThat(mila.locator("#standing")).hasText("You have confirmed");
        assertThat(mila.locator("main")).not().containsText(other.name());
        String bell = mila.locator(".bell").textContent();
        confirm(seth);
        bellTells(mila, bell);
        assertThat(seth.locator("h1")).hasText("Practice with " + one.name());
        Inspection ofSeth = Inspection.of(seth).look("a pair that both have confirmed");
        Locator off = seth.locator("section[aria-labelledby=cancel-title]");
        assertThat(off).containsText("calling off costs you nothing; from then on it counts as late");
        off.locator("button").click();
        assertThat(seth.locator("#why-error")).hasText("Say in a few words why: your partner reads it.");
        seth.locator(".hours button").first().click();
        assertThat(seth.locator("#move")).containsText("You asked for");
        mila.reload();
        assertThat(mila.locator("#move")).containsText(other.name() + " asks for");
        Installation.press(mila, "Yes, move it");
        assertThat(mila.locator("#standing")).hasText("You and " + other.name() + " have agreed");
        assertThat(mila.locator("#move .asks")).hasCount(0);
        Inspection ofOdd = leftOver(chromium, odd);

        anotherRound(mila, seth);
        InterviewId meeting = bean(Pairs.class).of(one.id()).getFirst().first();
        Instant hour = bean(InterviewDates.class).of(meeting).orElseThrow().startsAt();
        until(hour.minus(Duration.ofMinutes(9)));
        mila.navigate(at(
                "/practice/pairs/" + bean(Pairs.class).of(one.id()).getFirst().id()));
        assertThat(mila.locator("section[aria-labelledby=cancel-title]"))
                .containsText("It is less than 24 hours before, so this counts as called off late.");
        meet(seth);
        meet(mila);
        practise(mila, seth);
        until(hour.plusSeconds(1));
        rounds();
        until(hour.plus(Duration.ofMinutes(10)).plusSeconds(1));
        rounds();
        mila.navigate(at("/practice"));
        assertThat(mila.locator("main")).containsText("You had one commitment, and you kept it.");
        for (Inspection inspection : List.of(ofAdmin, ofMila, ofSeth, ofOdd)) {
            assertThat(inspection.findings()).isEmpty();
        }
        for (Page page : List.of(admin, mila, seth)) {
            page.context().close();
        }
    }

    /** Whoever asks first takes another round, and both read its name. */
    private static void anotherRound(Page mila, Page seth) {
        seth.reload();
        boolean milaFirst = mila.locator("#rounds summary", new Page.LocatorOptions().setHasText("first half"))
                        .count()
                > 0;
        Page asks = milaFirst ? mila : seth;
        asks.locator("#rounds summary").click();
        asks.locator("#round").selectOption("marketing-manager/warm-up");
        Installation.press(asks, "Take this round");
        assertThat(asks.locator(".pair-facts").last()).containsText("Warm-up");
        Page answers = milaFirst ? seth : mila;
        answers.reload();
        assertThat(answers.locator(".pair-facts").last()).containsText("Warm-up");
    }

    @Test
    void whoever_is_in_the_waiting_room_practises_at_once(Chromium chromium) {
        Person one = person("Ines Prado", Role.MEMBER);
        Person other = person("Tom Hale", Role.MEMBER);
        ready(one, "en", "WHEN_I_SAY");
        ready(other, "en", "WHEN_I_SAY");
        Page ines = page(chromium, one);
        Page tom = page(chromium, other);
        Inspection ofInes = Inspection.of(ines);
        nowAtOnce(ines, tom, ofInes);
        assertThat(ofInes.findings()).isEmpty();
        ines.context().close();
        tom.context().close();
    }

    /** On the way they are asked for their zone, and send a form that is refused. */
    @Test
    void whoever_has_said_nothing_yet_says_it_and_is_back_in_the_waiting_room(Chromium chromium) {
        Person newcomer = person("Noa Lind", Role.MEMBER);
        bean(ZoneQuestions.class).ask(newcomer.id());
        Page noa = page(chromium, newcomer);
        noa.navigate(at("/practice/now"));
        assertThat(noa.locator("#line")).containsText("Say first what you practise for");
        noa.locator("#line a.button").click();
        assertThat(noa).hasURL(at("/practice?then=now#wish"));
        noa.locator("form[action='/account/zone'] button[type='submit']").click();
        assertThat(noa.locator("form[action='/account/zone']")).hasCount(0);
        assertThat(noa.locator("section[aria-labelledby=wish]")).containsText("back in the waiting room");
        noa.locator("section[aria-labelledby=hours-title] a.button").click();
        assertThat(noa.locator("main")).containsText("For the waiting room you need not say when you can");
        noa.locator("main a[href='/practice?then=now#wish']").click();
        noa.getByLabel("Target role").evaluate("field => field.value = 'x'.repeat(200)");
        Installation.press(noa, "Save");
        assertThat(noa.locator("#targetRole-error")).isVisible();
        noa.getByLabel("Target role").fill("Marketing manager");
        Installation.press(noa, "Save");
        assertThat(noa).hasURL(at("/practice/now?said=wish"));
        assertThat(noa.locator("main .notice.good")).hasText("Saved. Partners are looked for by this.");
        Installation.press(noa, "Come in");
        assertThat(noa.locator("#line-title")).hasText("Looking for a partner");
        Installation.press(noa, "Leave the line");
        assertThat(noa.locator("#line")).containsText("You left the line.");

        noa.navigate(at("/practice"));
        assertThat(noa.locator("section[aria-labelledby=wish]")).not().containsText("back in the waiting room");
        Installation.press(noa, "Save");
        assertThat(noa).hasURL(at("/practice/hours?saved=wish"));
        noa.navigate(at("/practice/hours?then=now"));
        noa.locator("#add-MONDAY").click();
        noa.locator("input[name='MONDAY.from']").fill("17:00");
        noa.locator("input[name='MONDAY.until']").fill("21:00");
        noa.locator("#hours .form-end button").click();
        assertThat(noa).hasURL(at("/practice?saved=hours&then=now#wish"));
        Installation.press(noa, "Leave the next draw out");
        assertThat(noa.locator("main .notice.good")).hasText("Saved: you leave the next draw out.");
        noa.context().close();
    }

    /** What somebody is offered whom a draw has left over. */
    private static Inspection leftOver(Chromium chromium, Person odd) {
        Page page = page(chromium, odd);
        page.navigate(at("/practice/pairs"));
        Locator offers = page.locator("section[aria-labelledby=offers]");
        assertThat(offers.locator("h3")).hasText(new String[] {"Practise now", "A coach’s open hour", "Wait"});
        assertThat(offers).containsText("you come first");
        assertThat(offers).containsText("You are first in line");
        Inspection inspection = Inspection.of(page).look("left over");
        offers.locator("a[href^='/book/']").first().click();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/book/.*/hour\\?"));
        page.navigate(at("/practice/pairs"));
        Installation.press(page, "Into the waiting room");
        assertThat(page.locator("#line-title")).hasText("Looking for a partner");
        page.context().close();
        return inspection;
    }

    private static void meet(Page page) {
        page.navigate(at("/home"));
        page.locator("#next .now a.button").click();
        assertThat(page).hasURL(Pattern.compile("/(console/interviews|room)/[0-9a-f-]{36}$"));
    }

    /** Now is then. */
    private static void until(Instant moment) {
        ahead.set(Duration.between(Instant.now(), moment));
    }

    /** What the job does every half minute. */
    private static void rounds() {
        bean(PairRounds.class).round();
    }

    private static String at(String path) {
        return threeshift.address() + path;
    }

    private static <T> T bean(Class<T> type) {
        return threeshift.bean(type);
    }

    private static Person person(String name, Role role) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
        return ((Outcome.Done) bean(People.class).enrol(name, email, "UTC", role)).person();
    }

    private static Page page(Chromium chromium, Person person) {
        BrowserContext context = chromium.somebody();
        context.addCookies(List.of(
                new Cookie("THREESHIFT", session(bean(JdbcIndexedSessionRepository.class), person)).setUrl(at(""))));
        return context.newPage();
    }

    private static <S extends Session> String session(SessionRepository<S> repository, Person person) {
        S session = repository.createSession();
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                person.id().toString());
        repository.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    private static void ready(Person person, String language, String pace) {
        bean(Practice.class)
                .change(person, new Practice.Said("Marketing manager", "", List.of(language), "60", pace, true));
        bean(OpenHours.class).put(person, Purpose.PRACTICE, always());
    }

    private static WeeklyHours always() {
        return new WeeklyHours(
                ZoneId.of("UTC"),
                Stream.of(DayOfWeek.values())
                        .map(day -> new Window(day, LocalTime.of(8, 0), LocalTime.of(22, 0)))
                        .toList(),
                List.of());
    }

    /** A page for everybody, with an hour that is free. */
    private static void bookable(Person coach) {
        BookingPages pages = bean(BookingPages.class);
        bean(OpenHours.class).put(coach, Purpose.COACHING, always());
        BookingPageId page = made(pages.make(coach, "Clara", "clara-voss"));
        Bank bank = bean(Banks.class).newestOfAll().getFirst();
        pages.offer(
                coach,
                page,
                new SessionKindId(UUID.randomUUID()),
                new BookingPages.Offer(
                        "Mock interview", bank.id(), bank.rounds().getFirst().id(), 60, "", "", List.of()));
        made(pages.change(
                coach, page, new BookingPages.Settings("Clara", "clara-voss", "", Audience.PUBLIC, Rules.USUAL)));
        made(pages.open(coach, page));
    }

    private static BookingPageId made(BookingPages.Kept kept) {
        return ((BookingPages.Kept.Done) kept).page();
    }

    /** What they practise for, and evenings on workdays. */
    private static void say(Page page) {
        page.navigate(at("/practice"));
        page.getByLabel("Target role").fill("Marketing manager");
        Installation.press(page, "Save");
        page.navigate(at("/practice/hours"));
        page.locator("#add-MONDAY").click();
        page.locator("input[name='MONDAY.from']").fill("17:00");
        page.locator("input[name='MONDAY.until']").fill("21:00");
        page.locator("#copy-MONDAY").click();
        assertThat(page.locator("input[name='FRIDAY.from']")).hasCount(1);
        page.locator("#hours .form-end button").click();
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    /** Waits for the draw, which a background job holds, and says yes. */
    private static Inspection confirm(Page page) {
        Locator first = page.locator("main .list a").first();
        for (int times = 0; times < 40 && first.count() == 0; times++) {
            page.navigate(at("/practice/pairs"));
            if (first.count() == 0) {
                page.waitForTimeout(500);
            }
        }
        page.navigate(at("/home"));
        assertThat(page.locator("#next h2")).hasText("A partner for you: confirm your exchange");
        assertThat(page.locator("main")).not().containsText("good moment to practise");
        assertThat(page.locator("#upcoming")).hasCount(0);
        page.navigate(at("/calendar"));
        assertThat(page.locator(".calendar-item.proposed")).containsText("Not agreed yet");
        page.navigate(at("/practice/pairs"));
        first.click();
        assertThat(page.locator("h1")).hasText("A partner for you");
        assertThat(page.locator(".pair-facts")).containsText("Practises for: Marketing manager");
        Inspection inspection = Inspection.of(page).look("a proposed pair");
        Installation.press(page, "Confirm");
        return inspection;
    }

    /** That it is booked, on a page that was open before: as soon as somebody comes back to it. */
    private static void bellTells(Page page, String before) {
        Locator bell = page.locator(".bell");
        for (int times = 0; times < 40 && bell.textContent().equals(before); times++) {
            page.waitForTimeout(500);
            page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
        }
        assertThat(bell).not().hasText(before);
    }

    private static void nowAtOnce(Page mila, Page seth, Inspection inspection) {
        mila.navigate(at("/practice/now"));
        Installation.press(mila, "Come in");
        assertThat(mila.locator("#line-title")).hasText("Looking for a partner");
        inspection.look("waiting room");
        mila.reload();
        assertThat(mila.locator("#line-title")).hasText("Looking for a partner");
        var asked = new AtomicInteger();
        mila.onRequest(request -> asked.addAndGet(request.url().endsWith("/practice/now/line") ? 1 : 0));
        mila.waitForTimeout(3_000);
        assertEquals(0, asked.get(), "while nothing happens the page asks nothing");
        seth.navigate(at("/practice/now"));
        Installation.press(seth, "Come in");
        assertThat(seth.locator("#line-title")).hasText("Somebody is here for you");
        assertThat(mila.locator("#line-title")).hasText("Somebody is here for you");
        Pattern calls = Pattern.compile("^● Somebody is here for you$");
        assertThat(seth).hasTitle(calls);
        assertThat(mila).hasTitle(calls);
        inspection.look("waiting room with somebody there");
        Installation.press(mila, "Yes, begin");
        Installation.press(seth, "Yes, begin");
        Pattern chair = Pattern.compile("/(console/interviews|room)/[0-9a-f-]{36}$");
        assertThat(seth).hasURL(chair);
        assertThat(mila).hasURL(chair);
    }

    private static void practise(Page mila, Page seth) {
        boolean milaFirst = mila.url().contains("/console/");
        Page first = milaFirst ? mila : seth;
        Page second = milaFirst ? seth : mila;
        half(first, second);
        Installation.press(first, "Swap chairs");
        Installation.press(second, "Swap chairs");
        second.waitForURL("**/console/interviews/*");
        first.waitForURL("**/room/*");
        assertThat(first.locator("#stage-title")).containsText("You’re in.");
        ask(new Console(second).at("SCHEDULED"), first);
        mila.navigate(at("/interviews"));
        mila.locator("section[aria-labelledby=exchanges] .list a").last().click();
        assertThat(mila.locator("#swap-title")).hasText("Both halves were held");
    }

    private static void half(Page interviewer, Page candidate) {
        Console console = new Console(interviewer).at("SCHEDULED");
        assertThat(candidate.locator("#stage-title")).isVisible();
        ask(console, candidate);
    }

    /** Poses all that is on the agenda: in a half that was put together, whatever that is. */
    private static void ask(Console console, Page candidate) {
        Page page = console.page();
        console.start();
        int questions = page.locator(".agenda-row").count();
        for (int number = 0; number < questions; number++) {
            page.keyboard().press("]");
            assertThat(page.locator(".agenda-row").nth(number)).hasAttribute("aria-current", "step");
            assertThat(candidate.locator(".posed-prompt"))
                    .hasText(page.locator(".question .prompt").textContent());
        }
        assertThat(questions).isPositive();
        console.closeQuestion();
        console.finish();
        assertThat(candidate.locator("#stage-title")).hasText("Done. Now score yourself.");
    }
}
