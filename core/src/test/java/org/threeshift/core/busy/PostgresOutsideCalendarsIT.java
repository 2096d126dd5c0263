package org.threeshift.core.busy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.busy.OutsideCalendars.Added;
import org.threeshift.core.busy.OutsideCalendars.NameTrouble;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.database.TestRows;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.keys.Seal;
import org.threeshift.core.network.Reach;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** Calendars elsewhere, from the address that somebody gave to the hours in which they are busy. */
class PostgresOutsideCalendarsIT {
    private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private final Random chance = new Random(7);
    private final AtomicInteger asked = new AtomicInteger();
    private final Person ada = person();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** What the other side does before it answers. */
    private volatile Callable<Boolean> waiting = () -> true;

    private HttpServer server;
    private volatile String calendar = "";
    private volatile int status = 200;
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");

    @BeforeEach
    void serve() throws IOException {
        database.jdbcClient().sql("delete from outside_calendar").update();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            try {
                waiting.call();
            } catch (Exception e) {
                throw new IOException(e);
            }
            byte[] body = calendar.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void hours_are_known_after_the_next_round_and_titles_never() {
        OutsideCalendars calendars = calendars(sealed());
        calendar = meeting("20261201T090000Z", "20261201T100000Z");
        OutsideCalendar added = added(calendars);
        assertThat(added.host()).isEqualTo("calendar.example.org");
        assertThat(busy(calendars)).isEmpty();

        calendars.round();

        assertThat(busy(calendars)).containsExactly(Span.of(START, Duration.ofHours(1)));
        OutsideCalendar read = calendars.of(ada).getFirst();
        assertThat(read.fetchedAt()).contains(now);
        assertThat(read.trouble()).isEmpty();
        assertThat(rows())
                .as("neither what it is about nor by which address it is read lies open")
                .doesNotContain("Dentist")
                .doesNotContain("key=secret");
    }

    @Test
    void what_changed_there_takes_the_place_of_what_was_known() {
        OutsideCalendars calendars = calendars(sealed());
        calendar = meeting("20261201T090000Z", "20261201T100000Z");
        added(calendars);
        calendars.round();
        calendar = meeting("20261201T090000Z", "20261201T093000Z");
        calendars.round();
        assertThat(asked).as("not before half an hour").hasValue(1);
        now = now.plus(Duration.ofMinutes(31));
        calendars.round();
        assertThat(busy(calendars)).containsExactly(Span.of(START, Duration.ofMinutes(30)));
        calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
        now = now.plus(Duration.ofMinutes(31));
        calendars.round();
        assertThat(busy(calendars)).isEmpty();
    }

    @Test
    void a_calendar_that_fails_says_why_keeps_what_was_known_and_is_asked_ever_more_seldom() {
        OutsideCalendars calendars = calendars(Optional.empty());
        calendar = meeting("20261201T090000Z", "20261201T100000Z");
        added(calendars);
        calendars.round();
        status = 404;
        now = now.plus(Duration.ofMinutes(31));
        calendars.round();
        assertThat(calendars.of(ada).getFirst().trouble()).contains(Trouble.NOT_THERE);
        assertThat(busy(calendars)).hasSize(1);
        for (int hour = 0; hour < 48; hour++) {
            now = now.plus(Duration.ofHours(1));
            calendars.round();
        }
        assertThat(asked.get()).isBetween(5, 12);
        status = 200;
        assertThat(calendars.again(ada, calendars.of(ada).getFirst().id())).isTrue();
        calendars.round();
        assertThat(calendars.of(ada).getFirst().trouble()).isEmpty();
    }

    @Test
    void two_nodes_at_once_ask_once() throws Exception {
        calendar = meeting("20261201T090000Z", "20261201T100000Z");
        OutsideCalendars one = calendars(Optional.empty());
        OutsideCalendars other = calendars(Optional.empty());
        added(one);
        added(one);
        added(one);
        var go = new CountDownLatch(1);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<?>> rounds = List.of(nodes.submit(() -> round(one, go)), nodes.submit(() -> round(other, go)));
            go.countDown();
            for (Future<?> round : rounds) {
                round.get();
            }
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void those_that_drip_are_waited_for_together_and_not_more_than_eight_of_them() {
        var inHand = new AtomicInteger();
        var most = new AtomicInteger();
        var eight = new CountDownLatch(8);
        waiting = () -> {
            most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
            eight.countDown();
            if (!eight.await(10, TimeUnit.SECONDS)) {
                most.set(-1);
            }
            Thread.sleep(50);
            inHand.decrementAndGet();
            return true;
        };
        calendar = meeting("20261201T090000Z", "20261201T100000Z");
        OutsideCalendars calendars = calendars(Optional.empty());
        for (Person owner : List.of(ada, person(), person(), person())) {
            for (int number = 0; number < OutsideCalendars.MOST; number++) {
                assertThat(add(calendars, owner)).isInstanceOf(Added.Done.class);
            }
        }
        calendars.round();
        assertThat(asked).hasValue(20);
        assertThat(most).hasValue(8);
    }

    @Test
    void whoever_asks_again_and_again_is_not_asked_for_it_more_often_than_every_five_minutes() {
        OutsideCalendars calendars = calendars(Optional.empty());
        status = 404;
        UUID id = added(calendars).id();
        calendars.round();
        for (int times = 0; times < 10; times++) {
            assertThat(calendars.again(ada, id)).isTrue();
            calendars.round();
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(asked).as("at first, after five minutes").hasValue(2);
        calendars.round();
        assertThat(asked).as("once more after ten").hasValue(3);
        now = now.plus(Duration.ofMinutes(119));
        calendars.round();
        assertThat(asked)
                .as("the third failure in a row waits for two hours, as ever")
                .hasValue(3);
        now = now.plus(Duration.ofMinutes(1));
        calendars.round();
        assertThat(asked).hasValue(4);
    }

    @Test
    void however_many_are_added_at_once_five_are() throws Exception {
        OutsideCalendars one = calendars(Optional.empty());
        OutsideCalendars other = calendars(Optional.empty());
        for (int times = 0; times < 5; times++) {
            Person owner = person();
            List<Callable<Added>> wishes = new ArrayList<>();
            for (int number = 0; number < 16; number++) {
                OutsideCalendars node = number % 2 == 0 ? one : other;
                wishes.add(() -> add(node, owner));
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(wishes.size())) {
                int done = 0;
                for (Future<Added> answer : threads.invokeAll(wishes)) {
                    done += answer.get() instanceof Added.Done ? 1 : 0;
                }
                assertThat(done).isEqualTo(OutsideCalendars.MOST);
            }
            assertThat(one.of(owner)).hasSize(OutsideCalendars.MOST);
            // And one that is removed makes room for one.
            assertThat(one.remove(owner, one.of(owner).get(2).id())).isTrue();
            assertThat(add(other, owner)).isInstanceOf(Added.Done.class);
            assertThat(add(other, owner)).isInstanceOf(Added.TooMany.class);
        }
    }

    /** The guard behind the guard. */
    @Test
    void the_table_itself_holds_no_sixth() {
        OutsideCalendars calendars = calendars(Optional.empty());
        for (int number = 0; number < OutsideCalendars.MOST; number++) {
            added(calendars);
        }
        assertThatThrownBy(() -> database.jdbcClient().sql("""
                        insert into outside_calendar (id, person_id, place, name, host, address_secret, added_at, next_at)
                        select gen_random_uuid(), person_id, place + 1, name, host, address_secret, added_at, next_at
                          from outside_calendar
                         order by place desc
                         limit 1
                        """).update())
                .hasMessageContaining("outside_calendar_is_one_of_five");
    }

    @Test
    void only_the_owner_removes_one_and_all_that_was_known_by_it_goes() {
        OutsideCalendars calendars = calendars(Optional.empty());
        calendar = meeting("20261201T090000Z", "20261201T100000Z");
        UUID id = added(calendars).id();
        calendars.round();
        assertThat(calendars.remove(person(), id)).isFalse();
        assertThat(calendars.again(person(), id)).isFalse();
        assertThat(calendars.remove(ada, id)).isTrue();
        assertThat(busy(calendars)).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_guest_has_none_and_nobody_more_than_five() {
        OutsideCalendars calendars = calendars(Optional.empty());
        for (int number = 0; number < OutsideCalendars.MOST; number++) {
            added(calendars);
        }
        assertThat(add(calendars, ada)).isInstanceOf(Added.TooMany.class);
        var guest = new Person(ada.id(), "Gast", Optional.empty(), Role.MEMBER, ZoneOffset.UTC, true);
        assertThat(add(calendars, guest)).isInstanceOf(Added.NoAccount.class);
        assertThat(calendars.add(ada, "Work", "https://x.example.org/"))
                .isEqualTo(new Added.Refused(Optional.empty(), Optional.of(Trouble.OTHER_PORT)));
        assertThat(calendars.add(ada, " ", "https://calendar.example.org:8080/"))
                .as("both at once")
                .isEqualTo(new Added.Refused(Optional.of(NameTrouble.MISSING), Optional.of(Trouble.OTHER_PORT)));
    }

    @Test
    void what_was_sealed_with_a_key_that_is_gone_says_so_instead_of_asking_somebody_else() {
        added(calendars(sealed()));
        OutsideCalendars without = calendars(Optional.of(Seal.without(chance)));
        without.round();
        assertThat(without.of(ada).getFirst().trouble()).contains(Trouble.NO_ADDRESS);
        assertThat(asked).hasValue(0);
    }

    private static void round(OutsideCalendars node, CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        node.round();
    }

    private List<Span> busy(OutsideCalendars calendars) {
        return calendars
                .busy(List.of(ada.id()), Span.of(START.minus(Duration.ofDays(1)), Duration.ofDays(9)))
                .getOrDefault(ada.id(), List.of());
    }

    private OutsideCalendar added(OutsideCalendars calendars) {
        return ((Added.Done) add(calendars, ada)).calendar();
    }

    private Added add(OutsideCalendars calendars, Person owner) {
        int port = server.getAddress().getPort();
        return calendars.add(owner, "Work", "http://calendar.example.org:" + port + "/a.ics?key=secret");
    }

    private Optional<Seal> sealed() {
        return Optional.of(Seal.with(new byte[Seal.KEY_BYTES], chance));
    }

    private OutsideCalendars calendars(Optional<Seal> seal) {
        return new OutsideCalendars(
                new PostgresOutsideCalendars(database.jdbcClient()),
                People.inMemory(new Ids(this::now, chance), this::now),
                seal,
                new Ids(this::now, chance),
                this::now,
                new Loopback());
    }

    private Instant now() {
        return now;
    }

    private static String rows() {
        return String.join(
                "\n",
                database.jdbcClient()
                        .sql(
                                "select outside_calendar::text || busy_span::text from outside_calendar join busy_span on calendar_id = id")
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    private static String meeting(String from, String until) {
        return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Dentist\r\nDTSTART:" + from + "\r\nDTEND:" + until
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static Person person() {
        return new Person(
                TestRows.person(database), "Ada", Optional.of("ada@example.org"), Role.COACH, ZoneOffset.UTC, false);
    }

    /** Where this machine is the internet. */
    private static final class Loopback implements Reach {
        @Override
        public boolean allows(String scheme, int port) {
            return scheme.equals("http");
        }

        @Override
        public List<InetAddress> addresses(String host) throws UnknownHostException {
            return List.of(InetAddress.getLoopbackAddress());
        }

        @Override
        public boolean allows(InetAddress address) {
            return address.isLoopbackAddress();
        }
    }
}
