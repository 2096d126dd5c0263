package org.threeshift.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Measures the packaged product, and writes the tables of docs/performance.md. Run by {@code ./threeshift bench} alone. */
class Bench {
    private static final Path HOME = Path.of("target", "bench").toAbsolutePath();
    private static final Path TABLES = Path.of("target", "bench.md").toAbsolutePath();
    private static final Duration HUMAN = Duration.ofSeconds(2);
    /** Before each measurement of a page of a cohort, and for it: all of them together stay below eight minutes. */
    private static final Duration WARM = Duration.ofSeconds(5);

    private static final Duration MEASURED = Duration.ofSeconds(7);
    /** One person gets no more of them in a row, see {@code Throttle.Kind.PAPER}. */
    private static final int PAPERS = 18;

    private static final int CONSOLES = 100;
    /** Interviews whose interviewer has a second screen. */
    private static final int OTHERS = 10;

    private static final int WRITERS = 8;

    private final List<String> keys = new ArrayList<>();
    private final List<String> budgets = new ArrayList<>();

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void measure() throws IOException {
        delete(HOME);
        Files.createDirectories(HOME);
        say("Starting the product on an empty folder, and again");
        Duration first;
        try (Product product = Product.start(HOME)) {
            first = product.untilFirstPage();
        }
        try (Product product = Product.start(HOME);
                Scenery scenery = Scenery.on(product)) {
            budget("start to first page, data there", seconds(product.untilFirstPage()), "< 6 s");
            budget("start to first page on an empty folder", seconds(first), "–");
            // With THREESHIFT_BENCH=cohorts alone what a change to cohort pages can move.
            if (!"cohorts".equals(System.getenv("THREESHIFT_BENCH"))) {
                keys(product, scenery);
                pair(product, scenery);
                memory(product, scenery);
                scorecards(product, scenery);
                appends(scenery);
                entry(product, scenery);
            }
            crowd(product, scenery);
        }
        Files.write(TABLES, tables());
        delete(HOME);
    }

    private void keys(Product product, Scenery scenery) {
        Browser browser = Browser.at(product.address());
        List<KeyLoad.Pages> open = new ArrayList<>();
        say("Opening 20 interviews to warm up");
        open(browser, scenery, open, 20);
        new KeyLoad().run(open, Duration.ofMillis(250), Duration.ofSeconds(40));
        open.forEach(KeyLoad.Pages::close);
        open.clear();
        for (int interviews : new int[] {1, 50, 200}) {
            open(browser, scenery, open, interviews - open.size());
            boolean alone = interviews == 1;
            say("Pressing keys in " + interviews + (alone ? " interview" : " interviews"));
            long before = scenery.events();
            KeyLoad load = new KeyLoad()
                    .run(open, alone ? Duration.ofMillis(800) : HUMAN, Duration.ofSeconds(alone ? 60 : 40));
            String at = "| " + interviews + " | ";
            key(at + "key → committed, and shown as saved | " + load.saved.cells() + " |");
            key(at + "level key → the interviewer’s other screen | " + load.seen.cells() + " |");
            key(at + "question key → the candidate’s page hears of it | " + load.told.cells() + " |");
            key(at + "question key → the candidate’s page has it | " + load.fetched.cells() + " |");
            long refused = load.pressed() - (scenery.events() - before);
            if (refused == load.pressed()) {
                throw new AssertionError("No key made an event: the measurement no longer speaks as the console does.");
            }
            if (refused != 0 || load.missed() != 0) {
                key(at + "keys that made no event, and changes that arrived nowhere within 10 s | – | – | – | – | "
                        + refused + ", " + load.missed() + " |");
            }
        }
        open.forEach(KeyLoad.Pages::close);
    }

    private static void open(Browser browser, Scenery scenery, List<KeyLoad.Pages> open, int more) {
        for (int number = 0; number < more; number++) {
            open.add(KeyLoad.Pages.open(browser, scenery.live(), open.size() < OTHERS));
        }
    }

    private void pair(Product product, Scenery scenery) {
        say("Pressing keys in a real browser");
        BrowserPair pair = new BrowserPair().run(product, scenery.live());
        String at = "| 1, in Chromium | ";
        key(at + "key → “Saved” on the screen | " + pair.saved.cells() + " |");
        key(at + "level key → the interviewer’s other screen | " + pair.seen.cells() + " |");
        key(at + "question key → the candidate’s screen | " + pair.posed.cells() + " |");
    }

    private void memory(Product product, Scenery scenery) {
        say("Weighing " + CONSOLES + " consoles");
        Browser browser = Browser.at(product.address());
        List<Scenery.Live> live = scenery.live(CONSOLES);
        long before = product.heapInUse();
        List<ConsolePage> consoles = new ArrayList<>();
        for (Scenery.Live one : live) {
            ConsolePage console = ConsolePage.open(browser, one.interview(), one.hostCookie());
            List.of("2", "4", "2", "t").forEach(console::press);
            consoles.add(console);
        }
        double each = (product.heapInUse() - before) / (double) CONSOLES;
        budget(
                "heap of a live console after collection, of " + CONSOLES,
                String.format(Locale.ROOT, "%.2f MB", each / (1 << 20)),
                "< 1 MB");
        consoles.forEach(ConsolePage::close);
    }

    private void scorecards(Product product, Scenery scenery) {
        say("Reading scorecards of a cohort with 200 closed sheets");
        var load = new ScorecardLoad(Browser.at(product.address()), scenery.cohort(10, 10));
        load.run(4, Duration.ofSeconds(15));
        Latencies alone = load.run(1, Duration.ofSeconds(10));
        Duration length = Duration.ofSeconds(10);
        double rate = load.run(8, length).count() / (double) length.toSeconds();
        budget("scorecard page, one reader, p99", String.format(Locale.ROOT, "%.1f ms", alone.millis(0.99)), "< 20 ms");
        budget("scorecard pages a second, eight readers", perSecond(rate), "≥ 1,000");
        say("Printing them");
        load.papers(60);
        Latencies papers = load.papers(130);
        budget("scorecard as PDF, p99", String.format(Locale.ROOT, "%.0f ms", papers.millis(0.99)), "< 300 ms");
    }

    /** Cohort pages of 200 candidates with 20 interviews each; then the same with a million ratings in the database. */
    private void crowd(Product product, Scenery scenery) {
        say("Making a cohort of 200 candidates with 20 interviews each");
        Scenery.Large large = scenery.largeCohort(200, 20);
        Browser browser = Browser.at(product.address());
        pages(browser, large, "", 1);
        int more =
                (int) Math.ceil((1e6 - large.crowd().ratings()) / (large.crowd().ratings() / 201.0));
        say("Making a million ratings: " + more + " more candidates");
        large.crowd().strangers(Math.max(0, more));
        pages(
                browser,
                large,
                String.format(Locale.ROOT, ", %,d ratings", large.crowd().ratings()),
                2);
    }

    private void pages(Browser browser, Scenery.Large large, String with, int times) {
        String coach = large.coachCookie();
        String cohort = "/cohorts/" + large.cohort();
        page(browser, coach, cohort, "cohort page, 200 × 20, p99" + with, 60 * times);
        page(browser, coach, cohort + "?sort=low", "… by lower bound, p99" + with, 60 * times);
        page(browser, coach, cohort + "/heat-map", "… heat map of questions, p99" + with, 60 * times);
        page(browser, coach, cohort + "/heat-map?of=traps", "… heat map of traps, p99" + with, 60 * times);
        page(browser, coach, cohort + "/members", "… its members, p99" + with, 60 * times);
        page(browser, coach, "/home", "… its coach’s home, p99" + with, 60 * times);
        page(browser, coach, "/candidates/" + large.candidate(), "… a candidate’s page, p99" + with, 60 * times);
        page(
                browser,
                large.scorecard().cookie(),
                "/scorecards/" + large.scorecard().interview(),
                "scorecard page, one reader, p99" + with,
                20 * times);
        Latencies papers = new ScorecardLoad(browser, List.of(large.scorecard())).papers(PAPERS);
        budget(
                "scorecard as PDF, longest of " + PAPERS + with,
                String.format(Locale.ROOT, "%.0f ms, median %.0f ms", papers.millis(1), papers.millis(0.5)),
                "< " + 300 * times + " ms");
    }

    /** How long it takes, and how large it is: as it comes over the line, and as it is written. */
    private void page(Browser browser, String cookie, String address, String what, int most) {
        var load = new PageLoad(browser, address, cookie);
        load.run(WARM);
        Latencies latencies = load.run(MEASURED);
        Browser.Answer answer = browser.get(address, cookie);
        budget(
                what,
                String.format(
                        Locale.ROOT,
                        "%.1f ms, median %.1f ms; %d kB, written %d kB",
                        latencies.millis(0.99),
                        latencies.millis(0.5),
                        Math.ceilDiv(answer.bytes(), 1_000),
                        Math.ceilDiv(answer.body().getBytes(StandardCharsets.UTF_8).length, 1_000)),
                "< " + most + " ms; < 100 kB");
    }

    private void appends(Scenery scenery) {
        var appends = new Appends(scenery);
        for (int writers : new int[] {1, WRITERS}) {
            say("Appending with " + writers + (writers == 1 ? " writer" : " writers"));
            Appends.Rates rates = appends.measure(writers);
            String by = ", writers: " + writers;
            budget("durable events a second through the service" + by, perSecond(rates.service()), "–");
            budget(
                    "… against the same append sent straight to the database" + by,
                    share(rates.service(), rates.append()),
                    "–");
            budget(
                    "… against the event’s row alone, by a bare insert" + by,
                    share(rates.service(), rates.bare()),
                    "≥ 0.8 ×");
        }
    }

    private void entry(Product product, Scenery scenery) {
        say("Asking at the door with addresses that have an account and with others");
        List<String> known = scenery.residents(EntryTiming.accounts());
        EntryTiming timing = EntryTiming.at(product.address());
        for (String door : List.of("/sign-in", "/sign-in/link", "/forgot", "/register")) {
            String row = EntryTiming.row(door, timing.measure(door, known));
            budgets.add(row);
            System.out.println(row);
        }
    }

    private void key(String row) {
        keys.add(row);
        System.out.println(row);
    }

    private void budget(String what, String measured, String budget) {
        String row = "| " + what + " | " + measured + " | " + budget + " |";
        budgets.add(row);
        System.out.println(row);
    }

    private List<String> tables() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        var all = new ArrayList<String>();
        all.add(String.format(
                Locale.ROOT,
                "%s, %d cores of %s, Java %s; load average at the end %.1f.",
                LocalDate.now(ZoneOffset.UTC),
                machine.getAvailableProcessors(),
                machine.getArch(),
                Runtime.version(),
                machine.getSystemLoadAverage()));
        all.add("");
        all.add("| interviews at once | what | median | p95 | p99 | longest | times |");
        all.add("|---:|---|---:|---:|---:|---:|---:|");
        all.addAll(keys);
        all.add("");
        all.add("| what | measured | budget |");
        all.add("|---|---|---|");
        all.addAll(budgets);
        return List.copyOf(all);
    }

    private static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%,.0f", rate);
    }

    private static String share(double rate, double of) {
        return String.format(Locale.ROOT, "%.2f × of %,.0f", rate / of, of);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }

    private static void say(String what) {
        System.out.println(what + " …");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
