package org.threeshift.web.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.browser.Chromium;
import org.threeshift.web.browser.Inspection;
import org.threeshift.web.call.CallCast.Somebody;

/** Browsers with made-up cameras that really see each other, in the room and in the console. */
class CallIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    @AutoClose
    static final Chromium chromium = Chromium.withCamera();

    /** How many pictures of a film were shown; 0 while it has no size. */
    private static final String FRAMES =
            "video => video.videoWidth > 0 ? video.getVideoPlaybackQuality().totalVideoFrames : 0";

    private final CallCast cast = new CallCast(threeshift);
    private final List<BrowserContext> windows = new ArrayList<>();
    private final Somebody dana = cast.somebody("Dana Okafor");
    private final Somebody maya = cast.somebody("Maya Rosen");
    private final InterviewId interview = cast.interview(dana, maya);

    @AfterEach
    void close() {
        windows.forEach(BrowserContext::close);
    }

    @Test
    void room_and_console_see_each_other_and_again_after_either_reloads() {
        Page room = room("");
        Page console = console(dana);
        join(room);
        assertThat(said(console)).hasText("");
        assertThat(console.locator(".call-who")).hasText("Maya Rosen is in the call now.");
        join(console);
        eachSeesTheOther(room, console);

        watchStates(console);
        room.reload();
        eachSeesTheOther(room, console);
        assertThat(room.locator(".call-caption")).hasText("Dana Okafor");
        assertThat(states(console)).contains("connecting").doesNotContain("lost");

        console.reload();
        eachSeesTheOther(room, console);
        assertThat(console.locator(".call-caption")).hasText("Maya Rosen");
    }

    @Test
    void the_call_goes_on_through_the_interview_and_takes_neither_keys_nor_focus() {
        Page room = room("");
        Page console = console(dana);
        join(room);
        join(console);
        eachSeesTheOther(room, console);
        room.evaluate("() => { document.querySelector('.call-tile video').sameAsBefore = true; }");
        room.locator("#notes-text").focus();
        console.locator("[data-call=mute]").focus();
        console.keyboard().press("b");
        console.waitForSelector("interview-console[data-phase=LIVE]");
        assertThat(room.locator("#stage-title")).hasText("It has started");
        console.keyboard().press("]");
        assertThat(room.locator(".posed-prompt")).isVisible();
        console.keyboard().press("3");
        assertThat(console.locator(".scale.shift-strategy input[value='3']")).isChecked();
        // Beside the call there is room for more than a line of evidence.
        assertThat(console.locator(".evidence").boundingBox().height).isGreaterThan(330);
        console.keyboard().press("y");
        assertThat(console.getByRole(AriaRole.BUTTON, button("Unmute"))).isVisible();
        console.keyboard().press("y");
        assertThat(console.getByRole(AriaRole.BUTTON, button("Mute"))).isVisible();
        assertThat(room.locator("#notes-text")).isFocused();
        eachSeesTheOther(room, console);
        assertThat(room.evaluate("document.querySelector('.call-tile video').sameAsBefore"))
                .isEqualTo(true);
    }

    @Test
    void what_somebody_switches_off_the_other_one_is_told_in_words() {
        Page room = room("");
        Page console = console(dana);
        join(room);
        join(console);
        eachSeesTheOther(room, console);
        press(room, "Mute");
        assertThat(said(room)).hasText("Your microphone is off.");
        assertThat(console.locator(".call-tile-state")).hasText("muted");
        press(room, "Unmute");
        assertThat(console.locator(".call-tile-state")).hasText("");
        press(room, "Camera off");
        assertThat(console.locator(".call-tile .call-empty")).hasText("Maya Rosen’s camera is off.");
        press(room, "Camera on");
        eachSeesTheOther(room, console);
        watchStates(console);
        press(room, "Leave");
        assertThat(console.locator(".call-tile .call-empty")).hasText("Maya Rosen has left the call.");
        assertThat(said(console)).hasText("Maya Rosen has left the call.");
        assertThat(states(console)).contains("left").doesNotContain("lost");
        assertThat(console.locator(".call-alone")).isVisible();
        assertThat(room.getByText("Dana Okafor is in the call now.")).isVisible();
        assertThat(room.locator("[data-call=check]")).isFocused();
    }

    @Test
    void three_make_a_mesh_and_somebody_without_a_camera_is_heard_and_sees() {
        Somebody ben = cast.somebody("Ben Adler");
        InterviewId panel = cast.interview(dana, maya, ben);
        Page room = open(maya, "/room/" + panel, "");
        Page first = open(dana, "/console/interviews/" + panel, "");
        Page second = open(ben, "/console/interviews/" + panel, "");
        join(room);
        join(first);
        press(second, "Join without camera");
        assertThat(second.locator(".call-tile[data-state=connected][data-picture]"))
                .hasCount(2);
        assertThat(room.locator(".call-tile[data-state=connected]")).hasCount(2);
        assertThat(room.locator(".call-tile[data-picture] .call-name")).hasText("Dana Okafor");
        assertThat(room.getByText("Ben Adler’s camera is off.")).isVisible();
        for (Locator film : second.locator(".call-tile video").all()) {
            runs(film);
        }
        for (Page page : List.of(room, first)) {
            assertThat(page.evaluate(COVERED_BY_ONESELF)).isEqualTo(0);
        }
    }

    /** How many of three others one's own picture covers. */
    private static final String COVERED_BY_ONESELF = """
            () => {
              const list = document.querySelector('.call-others');
              const third = list.firstElementChild.cloneNode(true);
              list.append(third);
              list.dataset.count = '3';
              const self = document.querySelector('.call-self').getBoundingClientRect();
              const covered = [...list.children].map((tile) => tile.getBoundingClientRect()).filter((tile) =>
                Math.min(tile.right, self.right) - Math.max(tile.left, self.left) > 4 &&
                Math.min(tile.bottom, self.bottom) - Math.max(tile.top, self.top) > 4);
              third.remove();
              list.dataset.count = '2';
              return covered.length;
            }
            """;

    /** Keeps every state that the page shows from now on. */
    private static void watchStates(Page page) {
        page.evaluate("""
                () => {
                  window.states = [];
                  const look = () => document.querySelectorAll('.call-tile, .call-words').forEach(({ dataset }) => window.states.push(dataset.state ?? ''));
                  new MutationObserver(look).observe(document.querySelector('live-call'), { subtree: true, childList: true, attributeFilter: ['data-state'] });
                }
                """);
    }

    @SuppressWarnings("unchecked")
    private static List<String> states(Page page) {
        return (List<String>) page.evaluate("window.states");
    }

    @Test
    void the_call_outlives_a_server_that_has_forgotten_it() {
        Page room = room("");
        Page console = console(dana);
        join(room);
        join(console);
        eachSeesTheOther(room, console);
        String before = connection(room);
        database.jdbcClient().sql("delete from call_seat").update();
        for (Page page : List.of(room, console)) {
            page.evaluate("document.querySelector('live-call').line.stands()");
        }
        room.waitForFunction("before => document.querySelector('live-call').connection === before", before);
        eachSeesTheOther(room, console);
        assertThat(connection(room)).isEqualTo(before);
        press(room, "Leave");
        assertThat(console.locator(".call-alone")).isVisible();
    }

    /** The script of whoever is taken off is not asked: the others hang up on it. */
    @Test
    void the_others_hang_up_on_somebody_who_is_taken_off() {
        Somebody eve = cast.somebody("Eve");
        cast.send(interview, dana, new Command.GiveSeat(eve.person().id(), InterviewEvent.Seat.OBSERVER));
        Page room = room("");
        Page watcher = open(eve, "/console/interviews/" + interview, "");
        join(room);
        join(watcher);
        eachSeesTheOther(room, watcher);
        watcher.evaluate("""
                () => {
                  const call = document.querySelector('live-call');
                  call.line.hears = { callers() {}, seated() {}, signal() {}, out() {} };
                }
                """);
        cast.send(interview, dana, new Command.WithdrawSeat(eve.person().id()));
        room.waitForFunction("() => document.querySelector('live-call').peers.size === 0");
        assertThat(room.locator(".call-alone")).isVisible();
    }

    @Test
    void in_a_second_window_the_call_moves_there_and_the_first_says_so() {
        Page first = room("");
        join(first);
        Page second = first.context().newPage();
        second.navigate(first.url());
        join(second);
        assertThat(first.getByText("You are in the call in another window now."))
                .isVisible();
        assertThat(second.locator(".call-alone")).isVisible();
        press(first, "Join again");
        assertThat(first.locator(".call-alone")).isVisible();
        assertThat(first.getByRole(AriaRole.BUTTON, button("Mute"))).isVisible();
        assertThat(first.getByRole(AriaRole.BUTTON, button("Camera off"))).isVisible();
        assertThat(second.getByText("You are in the call in another window now."))
                .isVisible();
    }

    @Test
    void who_comes_from_the_first_half_of_an_exchange_goes_on_talking_in_the_second() {
        InterviewId second = cast.interview(dana, maya);
        Page room = room("");
        join(room);
        press(room, "Mute");
        room.route("**/room/" + second, route -> {
            APIResponse answer = route.fetch();
            String body = answer.text()
                    .replace("<live-call ", "<live-call after=\"/api/interviews/" + interview + "/call\" ");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
        });
        room.navigate(threeshift.address() + "/room/" + second);
        assertThat(room.locator(".call-alone")).isVisible();
        assertThat(room.getByRole(AriaRole.BUTTON, button("Unmute"))).isVisible();
        Page console = console(dana);
        assertThat(console.getByText("See and hear each other here.")).isVisible();
        // Only once, and only from there.
        room.navigate(threeshift.address() + "/room/" + interview);
        assertThat(room.locator("[data-call=check]")).isVisible();
    }

    @Test
    void a_fifth_gets_a_sentence_and_the_interview_goes_on() {
        Somebody ada = cast.somebody("Ada");
        Somebody ben = cast.somebody("Ben");
        Somebody cleo = cast.somebody("Cleo");
        InterviewId panel = cast.interview(dana, maya, ada, ben, cleo);
        List.of(dana, maya, ada, ben)
                .forEach(some -> CallPage.enter(some.visitor(), panel).close());
        Page console = open(cleo, "/console/interviews/" + panel, "");
        press(console, "Join without camera");
        assertThat(console.locator(".call-note")).containsText("This call has 4 places, and none is left for you.");
        assertThat(console.getByRole(AriaRole.BUTTON, button("Join again"))).isVisible();
        assertThat(console.locator("interview-console")).isVisible();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            audio: 'NotAllowedError', video: 'NotAllowedError' | The browser may not use your camera and microphone. | Join to watch and listen
            audio: 'NotFoundError', video: 'NotFoundError'     | No camera and no microphone was found.              | Join to watch and listen
            audio: 'NotReadableError', video: 'NotReadableError' | Another program holds your camera and microphone. | Join to watch and listen
            audio: '', video: 'NotFoundError'                  | No camera was found.                                | Join the call
            audio: 'NotFoundError', video: ''                  | No microphone was found                             | Join the call
            audio: '', video: 'NotReadableError'               | Another program holds your camera.                  | Join the call
            """)
    void what_cannot_be_opened_gets_a_sentence_and_a_way_on(String failures, String sentence, String wayOn) {
        Page room = room("""
                const failures = { %s };
                const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = async (wanted) => {
                  for (const kind of ['audio', 'video']) {
                    if (wanted[kind] && failures[kind]) throw new DOMException('', failures[kind]);
                  }
                  return ask(wanted);
                };
                """.formatted(failures));
        press(room, "Check camera and microphone");
        assertThat(room.locator(".call-note")).containsText(sentence);
        assertThat(room.getByRole(AriaRole.BUTTON, button("Try again"))).isVisible();
        press(room, wayOn);
        assertThat(room.locator(".call-alone")).isVisible();
        Page console = console(dana);
        join(console);
        assertThat(room.locator(".call-tile")).hasAttribute("data-picture", "");
        runs(room.locator(".call-tile video"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Object.defineProperty(window, 'isSecureContext', { value: false })           | does not begin with https
            delete window.RTCPeerConnection                                             | This browser is too old for the call
            Object.defineProperty(Navigator.prototype, 'mediaDevices', { value: undefined }) | This browser is too old for the call
            """)
    void a_page_or_a_browser_that_cannot_call_says_so_and_the_interview_works_without(String stub, String sentence) {
        Page room = room(stub);
        Page console = open(dana, "/console/interviews/" + interview, stub);
        for (Page page : List.of(room, console)) {
            assertThat(page.locator(".call-note")).containsText(sentence);
            assertThat(page.locator("[data-call=check]")).isHidden();
            assertThat(page.locator("[data-call=join]")).isHidden();
        }
        console.keyboard().press("b");
        assertThat(room.locator("#stage-title")).hasText("It has started");
    }

    @Test
    void on_a_weak_line_the_picture_pauses_says_so_and_comes_back() {
        // A look every fifth of a second instead of every two.
        Page room = room("""
                const every = window.setInterval;
                window.setInterval = (act, pause) => every(act, pause === 2000 ? 200 : pause);
                const count = RTCPeerConnection.prototype.getStats;
                RTCPeerConnection.prototype.getStats = async function () {
                  const report = { type: 'remote-inbound-rtp', fractionLost: window.weak ? 0.3 : 0 };
                  return window.weak === undefined ? count.call(this) : new Map([['1', report]]);
                };
                """);
        Page console = console(dana);
        join(room);
        join(console);
        eachSeesTheOther(room, console);
        room.evaluate("() => { window.weak = true; }");
        assertThat(words(room)).hasText("Poor connection");
        assertThat(words(room)).containsText("your picture is paused, sound goes on");
        assertThat(console.locator(".call-tile .call-empty"))
                .hasText("Maya Rosen’s picture is paused: the line is weak.");
        assertThat(console.locator(".call-tile")).hasAttribute("data-state", "connected");
        room.evaluate("() => { window.weak = false; }");
        assertThat(said(room)).hasText("The line is better: your picture is back.");
        eachSeesTheOther(room, console);
    }

    @Test
    void a_lost_line_is_said_and_found_again() {
        Page room = room("");
        Page console = console(dana);
        join(room);
        join(console);
        eachSeesTheOther(room, console);
        // The way as the browsers found it is taken away, as when somebody walks from one network to another.
        room.evaluate("""
                () => {
                  const [peer] = document.querySelector('live-call').peers.values();
                  peer.was = 'connected';
                  Object.defineProperty(peer.pc, 'iceConnectionState', { get: () => window.gone ? 'disconnected' : 'connected' });
                  window.gone = true;
                  peer.changed();
                }
                """);
        assertThat(words(room)).hasText("Connection lost. Trying again …");
        assertThat(said(room)).hasText("The connection to Dana Okafor is lost. Trying again.");
        String before = ufrag(room);
        room.waitForFunction(
                "before => !document.querySelector('live-call').peers.values().next().value.pc.localDescription.sdp.includes(before)",
                before);
        room.evaluate("""
                () => {
                  const [peer] = document.querySelector('live-call').peers.values();
                  // As with the other side's new page: a way that never stood before.
                  window.gone = false;
                  peer.once = false;
                  Object.defineProperty(peer.pc, 'connectionState', { get: () => window.stands ? 'connected' : 'connecting' });
                  peer.changed();
                }
                """);
        assertThat(words(room)).hasText("Connecting …");
        room.evaluate("""
                () => {
                  window.stands = true;
                  document.querySelector('live-call').peers.values().next().value.changed();
                }
                """);
        assertThat(said(room)).hasText("The connection to Dana Okafor is back.");
        eachSeesTheOther(room, console);
    }

    @Test
    void the_host_lets_everybody_meet_elsewhere_and_back_in_the_call() {
        Page room = room("");
        Page console = console(dana);
        Page card = window(dana).newPage();
        card.navigate(threeshift.address() + "/interviews/" + interview);
        join(room);
        card.getByLabel("Meeting link").fill("https://meet.example.org/warm-up");
        press(card, "Save");
        assertThat(card.locator(".interview-facts")).containsText("meet.example.org");
        Locator inRoom = room.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the meeting"));
        Locator inConsole = console.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the meeting"));
        for (Locator link : List.of(inRoom, inConsole)) {
            assertThat(link).hasAttribute("href", "https://meet.example.org/warm-up");
            assertThat(link).hasAttribute("target", "_blank");
            assertThat(link).hasAttribute("rel", "noopener noreferrer");
        }
        assertThat(room.locator("#meeting-title")).hasText("You meet at meet.example.org");
        for (Page page : List.of(room, console)) {
            assertThat(page.locator("live-call")).isHidden();
        }
        Inspection rooms = Inspection.of(room).look("call room elsewhere");
        Inspection consoles = Inspection.of(console).look("call console elsewhere");
        Inspection cards = Inspection.of(card).look("call host elsewhere");
        assertThat(rooms.findings()).isEmpty();
        assertThat(consoles.findings()).isEmpty();
        assertThat(cards.findings()).isEmpty();

        card.getByLabel("Meeting link").fill("");
        press(card, "Save");
        assertThat(inRoom).isHidden();
        assertThat(inConsole).isHidden();
        join(room);
        join(console);
        eachSeesTheOther(room, console);
    }

    @Test
    void everybody_can_read_and_reach_it_at_every_width_by_day_and_by_night() {
        Page room = room("");
        Page console = console(dana);
        Inspection rooms = Inspection.of(room).look("call room before");
        Inspection consoles = Inspection.of(console).look("call console before");
        press(room, "Check camera and microphone");
        assertThat(room.locator(".call-choice").first()).isVisible();
        rooms.look("call room check");
        press(room, "Join the call");
        assertThat(room.locator(".call-alone")).isVisible();
        rooms.look("call room alone");
        join(console);
        eachSeesTheOther(room, console);
        console.keyboard().press("b");
        console.waitForSelector("interview-console[data-phase=LIVE]");
        console.keyboard().press("]");
        assertThat(room.locator(".posed-prompt")).isVisible();
        press(room, "Devices");
        rooms.look("call room in");
        consoles.look("call console in");
        assertThat(rooms.findings()).isEmpty();
        assertThat(consoles.findings()).isEmpty();
    }

    private Page room(String script) {
        return open(maya, "/room/" + interview, script);
    }

    private Page console(Somebody interviewer) {
        return open(interviewer, "/console/interviews/" + interview, "");
    }

    private Page open(Somebody somebody, String path, String script) {
        BrowserContext window = window(somebody);
        if (!script.isEmpty()) {
            window.addInitScript(script);
        }
        Page page = window.newPage();
        page.navigate(threeshift.address() + path);
        page.waitForSelector("live-call[data-state]");
        return page;
    }

    private BrowserContext window(Somebody somebody) {
        BrowserContext window = chromium.somebody();
        windows.add(window);
        window.addCookies(List.of(somebody.cookie(threeshift.address())));
        return window;
    }

    private static void join(Page page) {
        press(page, "Check camera and microphone");
        press(page, "Join the call");
        assertThat(page.locator("[data-call=leave]")).isVisible();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, button(button)).click();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void eachSeesTheOther(Page... pages) {
        for (Page page : pages) {
            assertThat(page.locator(".call-tile[data-state=connected][data-picture]"))
                    .hasCount(1);
            runs(page.locator(".call-tile video"));
        }
    }

    /** Pictures of some size come in, and go on coming in. */
    private static void runs(Locator film) {
        Object seen = film.evaluate(FRAMES);
        int before = seen instanceof Number number ? number.intValue() : 0;
        film.evaluate("""
                (video, before) => new Promise((moved, stands) => {
                  const end = Date.now() + 20000;
                  const look = () => {
                    const frames = video.videoWidth > 0 ? video.getVideoPlaybackQuality().totalVideoFrames : 0;
                    if (frames > before + 5) moved();
                    else if (Date.now() > end) stands(new Error('the film stands still at ' + frames));
                    else setTimeout(look, 50);
                  };
                  look();
                })
                """, before);
    }

    private static String connection(Page page) {
        return String.valueOf(page.evaluate("document.querySelector('live-call').connection"));
    }

    private static String ufrag(Page page) {
        return String.valueOf(
                page.evaluate(
                        "document.querySelector('live-call').peers.values().next().value.pc.localDescription.sdp.match(/ice-ufrag:(\\S+)/)[0]"));
    }

    private static Locator said(Page page) {
        return page.locator("live-call > [role=status]");
    }

    private static Locator words(Page page) {
        return page.locator(".call-words");
    }
}
