package org.threeshift.core.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.keys.Seal;
import org.threeshift.core.notice.Delivery;
import org.threeshift.core.notice.Dispatches;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.notice.Town;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.push.PushTrial.Tried;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People's devices, and what reaches them, with a push service on this machine and a clock that can be set. */
class PushIT {
    private static final Instant BEGIN = Instant.parse("2026-11-18T10:00:00Z");

    @AutoClose
    private static final Town town = new Town(BEGIN, _ -> false, List.of("push"));

    private static final Person pia = town.person("Pia", Role.MEMBER, "Europe/Berlin");
    private static final Person dana = town.person("Dana", Role.COACH, "Europe/Berlin");

    @AutoClose
    private final PushService service = new PushService();

    private final JdbcClient jdbc = town.database.jdbcClient();
    private final Random chance = new Random(3);
    private final Browser phone = new Browser();
    private final Token onPhone = Token.fresh(chance);
    private final PushDevices devices = new PushDevices(
            town.bean(PostgresPushDevices.class),
            town.bean(PushKeys.class),
            town.bean(Ids.class),
            town.bean(TransactionOperations.class),
            town::now,
            new PushService.Loopback());

    @BeforeEach
    void nothing_is_told_yet() {
        town.look();
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from push_device").update();
    }

    @AfterEach
    void later() {
        town.at(town.now().plus(Duration.ofDays(30)));
    }

    @Test
    void whoever_turned_it_on_is_told_once_whatever_nodes_there_are() throws Exception {
        turnOn(pia, phone, onPhone);
        for (int number = 0; number < 12; number++) {
            post("number " + number);
        }
        town.look();
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            Callable<Boolean> round = () -> {
                courier().round();
                return true;
            };
            for (Future<Boolean> one : nodes.invokeAll(List.of(round, round, round))) {
                assertThat(one.get()).isTrue();
            }
        }
        courier().round();
        assertThat(service.brought).hasSize(12);
        JsonNode read = read(service.brought.getFirst());
        assertThat(read.path("title").asString()).isEqualTo("A partner was found");
        assertThat(read.path("sentence").asString()).startsWith("For ").contains("Confirm by");
        assertThat(read.path("open").asString()).startsWith("/messages/");
        assertThat(devices.of(pia).getFirst().reachedAt()).isPresent();
    }

    @Test
    void without_a_device_nobody_is_told_this_way() {
        post("one");
        town.look();
        assertThat(count("select count(*) from notice_delivery where channel = 'PUSH'"))
                .isZero();
        assertThat(count("select count(*) from notice_delivery")).isPositive();
    }

    @Test
    void what_the_browser_gave_up_is_forgotten() {
        turnOn(pia, phone, onPhone);
        service.answers(410, Map.of());
        post("one");
        told();
        assertThat(service.brought).hasSize(1);
        assertThat(devices.of(pia)).isEmpty();
        assertThat(count("select count(*) from push_message")).isZero();
    }

    @Test
    void a_push_service_that_has_no_time_is_asked_again_when_it_said() {
        turnOn(pia, phone, onPhone);
        service.answers(429, Map.of("Retry-After", "300"));
        post("one");
        told();
        town.at(town.now().plus(Duration.ofSeconds(299)));
        told();
        assertThat(service.brought).hasSize(1);
        service.answers(201, Map.of());
        town.at(town.now().plus(Duration.ofSeconds(1)));
        told();
        told();
        assertThat(service.brought).hasSize(2);
    }

    @Test
    void a_push_service_that_never_has_time_is_left_alone_in_the_end() {
        turnOn(pia, phone, onPhone);
        service.answers(503, Map.of());
        post("one");
        for (int hour = 0; hour < 200; hour++) {
            told();
            town.at(town.now().plus(Duration.ofMinutes(15)));
        }
        assertThat(service.brought).hasSize(PushCourier.WAITS.size() + 1);
        assertThat(count("select count(*) from push_message where ending = 'FAILED'"))
                .isOne();
        assertThat(devices.of(pia)).hasSize(1);
    }

    @Test
    void what_is_called_off_or_withdrawn_while_the_push_service_is_away_is_not_told() {
        turnOn(pia, phone, onPhone);
        town.choose(pia.id(), Set.of(Kind.BOOKED), org.threeshift.core.notice.Channel.PUSH);
        service.answers(503, Map.of());
        InterviewId interview =
                town.book(dana, pia, town.now().plus(Duration.ofDays(9)).toString());
        post("withdrawn");
        town.look();
        courier().round();
        assertThat(service.brought).hasSize(2);
        service.answers(201, Map.of());
        town.at(town.now().plus(Duration.ofMinutes(1)));
        town.bean(Notices.class).withdraw("withdrawn");
        town.send(interview, dana, new Command.Cancel("Ill."));
        town.look();
        courier().round();
        assertThat(titles())
                .containsExactlyInAnyOrder("A partner was found", "An interview is booked", "An interview is off");
        assertThat(count("select count(*) from push_message where ending = 'OVER'"))
                .isEqualTo(2);
    }

    @Test
    void ten_minutes_before_is_no_news_afterwards_and_says_so_to_the_push_service() {
        turnOn(pia, phone, onPhone);
        Instant start = town.now().plus(Duration.ofDays(2));
        town.book(dana, pia, start.toString());
        town.look();
        service.answers(503, Map.of());
        town.at(start.minus(Duration.ofMinutes(9)));
        town.look();
        courier().round();
        assertThat(service.brought.getLast().header("ttl")).isEqualTo("540");
        assertThat(service.brought.getLast().header("urgency")).isEqualTo("high");
        int before = service.brought.size();
        town.at(start.plus(Duration.ofMinutes(1)));
        courier().round();
        assertThat(service.brought).hasSize(before);
    }

    @Test
    void a_node_that_ends_while_it_sends_loses_nothing_and_what_is_sent_again_replaces_itself() {
        turnOn(pia, phone, onPhone);
        post("one");
        town.look();
        // Another node took it, and ended.
        assertThat(town.bean(PostgresPushMessages.class)
                        .take(server().open(), town.now(), town.now().minus(PushCourier.IN_HAND_AT_MOST)))
                .isPresent();
        courier().round();
        assertThat(service.brought).isEmpty();
        town.at(town.now().plus(PushCourier.IN_HAND_AT_MOST).plusSeconds(1));
        courier().round();
        assertThat(service.brought).hasSize(1);
        // It had brought it, and ended before it knew.
        jdbc.sql("update push_message set settled_at = null, ending = null, taken_at = :then")
                .param("then", town.now().minus(Duration.ofHours(1)).atOffset(java.time.ZoneOffset.UTC))
                .update();
        courier().round();
        assertThat(service.brought).extracting(one -> one.header("topic")).hasSize(2);
        assertThat(service.brought.get(0).header("topic"))
                .isEqualTo(service.brought.get(1).header("topic"));
        assertThat(read(service.brought.get(0)).path("notice"))
                .isEqualTo(read(service.brought.get(1)).path("notice"));
    }

    @Test
    void a_node_that_was_slow_does_not_give_away_what_another_has_in_hand() {
        turnOn(pia, phone, onPhone);
        post("one");
        town.look();
        var messages = town.bean(PostgresPushMessages.class);
        var slow = messages.take(server().open(), town.now(), town.now()).orElseThrow();
        town.at(town.now().plus(PushCourier.IN_HAND_AT_MOST).plusSeconds(1));
        Instant abandoned = town.now().minus(PushCourier.IN_HAND_AT_MOST);
        assertThat(messages.take(server().open(), town.now(), abandoned)).isPresent();

        messages.postpone(slow, town.now());

        assertThat(messages.take(server().open(), town.now(), abandoned)).isEmpty();
    }

    @Test
    void whoever_signs_in_in_the_same_browser_does_not_get_the_messages_of_the_one_before() {
        turnOn(pia, phone, onPhone);
        post("one");
        town.look();
        devices.arrived(pia.id(), onPhone);
        assertThat(devices.of(pia)).hasSize(1);
        devices.arrived(dana.id(), onPhone);
        assertThat(devices.of(pia)).isEmpty();
        told();
        assertThat(service.brought).isEmpty();
        turnOn(dana, phone, onPhone);
        turnOn(pia, phone, Token.fresh(chance));
        assertThat(devices.of(dana)).as("the endpoint is Pia’s now").isEmpty();
        assertThat(devices.of(pia)).hasSize(1);
    }

    @Test
    void signing_out_ends_it_on_that_device_or_on_all_others() {
        turnOn(pia, phone, onPhone);
        Token laptop = Token.fresh(chance);
        Token tablet = Token.fresh(chance);
        turnOn(pia, new Browser(), laptop, "/laptop");
        turnOn(pia, new Browser(), tablet, "/tablet");
        devices.left(dana.id(), laptop.hash());
        assertThat(devices.of(pia)).hasSize(3);
        devices.left(pia.id(), laptop.hash());
        assertThat(devices.of(pia)).hasSize(2);
        devices.leftAll(pia.id(), Optional.of(tablet.hash()));
        assertThat(devices.of(pia)).hasSize(1);
        devices.leftAll(pia.id(), Optional.empty());
        assertThat(devices.of(pia)).isEmpty();
    }

    @Test
    void a_browser_that_gives_a_new_address_is_still_one_device_and_nobody_has_more_than_ten() {
        turnOn(pia, phone, onPhone, "/old");
        turnOn(pia, phone, onPhone, "/new");
        assertThat(devices.of(pia)).hasSize(1);
        for (int number = 1; number < PushDevices.MOST; number++) {
            turnOn(pia, phone, Token.fresh(chance), "/number/" + number);
        }
        assertThat(devices.on(
                        pia, service.endpoint("/more"), phone.key(), phone.secret(), Token.fresh(chance), "Firefox"))
                .isEqualTo(new PushDevices.Turned.TooMany());
        UUID one = devices.of(pia).getFirst().id();
        assertThat(devices.remove(dana, one)).isFalse();
        assertThat(devices.remove(pia, one)).isTrue();
        turnOn(pia, phone, Token.fresh(chance), "/more");
    }

    @Test
    void an_address_inside_or_nonsense_is_refused() {
        var outThere = new PushDevices(
                town.bean(PostgresPushDevices.class),
                town.bean(PushKeys.class),
                town.bean(Ids.class),
                town.bean(TransactionOperations.class),
                town::now);
        assertThat(outThere.on(pia, service.endpoint("/a"), phone.key(), phone.secret(), onPhone, ""))
                .isEqualTo(new PushDevices.Turned.NoSubscription());
        assertThat(devices.on(pia, service.endpoint("/a"), "x", phone.secret(), onPhone, ""))
                .isEqualTo(new PushDevices.Turned.NoSubscription());
        assertThat(devices.of(pia)).isEmpty();
    }

    @Test
    void every_node_has_the_same_key_and_the_database_alone_does_not_give_it_away() {
        String known = town.bean(PushKeys.class).current().orElseThrow().text();
        jdbc.sql("delete from push_key").update();
        Seal seal = Seal.with(new byte[Seal.KEY_BYTES], chance);
        ServerKeys first = keys(Optional.of(seal)).current().orElseThrow();
        assertThat(keys(Optional.of(seal)).current().orElseThrow().secret()).isEqualTo(first.secret());
        assertThat(first.text()).isNotEqualTo(known);
        assertThat(jdbc.sql("select private_secret from push_key")
                        .query(String.class)
                        .single())
                .startsWith("sealed:");
        assertThat(keys(Optional.empty()).current()).isEmpty();
        assertThat(keys(Optional.empty()).kept()).isEmpty();
        jdbc.sql("delete from push_key").update();
        assertThat(keys(Optional.of(seal)).kept())
                .as("whoever only sends makes none")
                .isEmpty();
        assertThat(keys(Optional.of(seal)).current()).isPresent();
        var given = new PushSettings.Pair(
                first.text(), java.util.Base64.getUrlEncoder().encodeToString(first.secret()));
        var settings = new PushSettings(Optional.of(given), "https://example.org");
        assertThat(new PushKeys(town.bean(PostgresPushKey.class), settings, Optional.empty(), town::now)
                        .current()
                        .orElseThrow()
                        .text())
                .isEqualTo(first.text());
        assertThat(settings.toString()).doesNotContain(given.privateKey());
    }

    @Test
    void while_keys_change_nodes_of_both_tell_those_whom_they_can_and_nothing_is_lost() {
        ServerKeys other = ServerKeys.fresh();
        turnOn(pia, phone, onPhone);
        turnOn(pia, new Browser(), Token.fresh(chance), "/laptop");
        jdbc.sql("update push_device set server_key = :other where endpoint_secret like '%/laptop'")
                .param("other", other.open())
                .update();
        post("one");
        town.look();
        courier().round();
        courier().round();
        assertThat(paths()).containsExactly("/phone");
        assertThat(devices.of(pia)).extracting(PushDevice::current).containsExactlyInAnyOrder(true, false);
        courier(other).round();
        courier(other).round();
        assertThat(paths()).containsExactly("/phone", "/laptop");
        assertThat(devices.of(pia)).hasSize(2);
    }

    @Test
    void a_node_that_has_not_the_key_of_a_device_lets_another_tell_it() {
        turnOn(pia, phone, onPhone);
        ServerKeys other = ServerKeys.fresh();
        jdbc.sql("update push_device set server_key = :other")
                .param("other", other.open())
                .update();
        post("one");
        town.look();
        assertThat(count("select count(*) from notice_delivery where channel = 'PUSH'"))
                .isOne();
        courier(other).round();
        assertThat(service.brought).hasSize(1);
    }

    @Test
    void what_nobody_could_tell_ends_when_it_is_no_news() {
        turnOn(pia, phone, onPhone);
        post("one");
        town.look();
        jdbc.sql("update push_device set server_key = :other")
                .param("other", ServerKeys.fresh().open())
                .update();
        town.at(town.now().plus(Duration.ofDays(4)));
        courier().round();
        assertThat(service.brought).isEmpty();
        assertThat(count("select count(*) from push_message where ending = 'OVER'"))
                .isOne();
        assertThat(devices.of(pia)).hasSize(1);
    }

    @Test
    void a_kind_that_this_node_does_not_know_is_left_for_one_that_does() {
        turnOn(pia, phone, onPhone);
        post("one");
        post("two");
        town.look();
        jdbc.sql("update notice set kind = 'OF_LATER' where key = 'one'").update();
        courier().round();
        assertThat(service.brought).hasSize(1);
        assertThat(count("select count(*) from push_message where settled_at is null"))
                .isOne();
        jdbc.sql("update notice set kind = 'MATCHED' where key = 'one'").update();
        courier().round();
        assertThat(service.brought).hasSize(2);
    }

    @Test
    void one_that_cannot_be_read_holds_up_no_other_and_is_given_up_in_the_end() {
        turnOn(pia, phone, onPhone);
        for (int number = 0; number < 10; number++) {
            post("number " + number);
        }
        town.look();
        jdbc.sql(
                        "update notice set filled = jsonb_set(filled, '{at}', '\"soon\"') where key in ('number 0', 'number 3')")
                .update();
        courier().round();
        assertThat(service.brought).hasSize(8);
        for (int day = 0; day < 30; day++) {
            jdbc.sql("update notice set until = :later")
                    .param("later", town.now().plus(Duration.ofDays(4)).atOffset(java.time.ZoneOffset.UTC))
                    .update();
            town.at(town.now().plus(Duration.ofHours(13)));
            courier().round();
        }
        assertThat(count("select count(*) from push_message where ending = 'FAILED'"))
                .isEqualTo(2);
        assertThat(count("select max(attempts) from push_message")).isEqualTo(PushCourier.WAITS.size() + 1);
        assertThat(service.brought).hasSize(8);
    }

    @Test
    void a_push_service_that_doubts_who_sends_is_asked_again_and_the_device_stays() {
        turnOn(pia, phone, onPhone);
        service.answers(403, Map.of());
        post("one");
        told();
        assertThat(devices.of(pia)).hasSize(1);
        service.answers(201, Map.of());
        town.at(town.now().plus(Duration.ofMinutes(1)));
        told();
        assertThat(service.brought).hasSize(2);
        assertThat(count("select count(*) from push_message where ending = 'SENT'"))
                .isOne();
    }

    @Test
    void somebody_tries_a_device_of_theirs_and_sees_what_comes_of_it() {
        turnOn(pia, phone, onPhone);
        UUID device = devices.of(pia).getFirst().id();
        assertThat(trial().send(dana, device)).isEqualTo(Tried.NOT_THERE);
        assertThat(trial().send(pia, device)).isEqualTo(Tried.SENT);
        JsonNode read = read(service.brought.getFirst());
        assertThat(read.path("title").asString()).isEqualTo("It works");
        assertThat(read.path("open").asString()).isEqualTo("/account/messages");
        assertThat(service.brought.getFirst().header("topic")).isEqualTo("trial");
        assertThat(devices.of(pia).getFirst().reachedAt()).isPresent();
        assertThat(trial().send(pia, device)).isEqualTo(Tried.TOO_SOON);

        town.at(town.now().plus(PushTrial.AGAIN_AFTER));
        service.answers(403, Map.of());
        assertThat(trial().send(pia, device)).isEqualTo(Tried.REFUSED);
        assertThat(devices.of(pia)).hasSize(1);
        town.at(town.now().plus(PushTrial.AGAIN_AFTER));
        service.answers(410, Map.of());
        assertThat(trial().send(pia, device)).isEqualTo(Tried.GONE);
        assertThat(devices.of(pia)).isEmpty();

        turnOn(pia, phone, onPhone);
        jdbc.sql("update push_device set server_key = :other")
                .param("other", ServerKeys.fresh().open())
                .update();
        assertThat(trial().send(pia, devices.of(pia).getFirst().id())).isEqualTo(Tried.OTHER_KEY);
        assertThat(service.brought).hasSize(3);
    }

    @Test
    void what_leaves_the_application_is_signed_by_the_key_that_the_browser_was_given_and_the_browser_alone_reads_it()
            throws Exception {
        turnOn(pia, phone, onPhone);
        Instant start = town.now().plus(Duration.ofDays(2));
        InterviewId interview = town.book(dana, pia, start.toString());
        town.look();
        town.at(start.minus(Duration.ofMinutes(10)));
        town.look();
        courier().round();
        PushService.Brought brought = service.brought.getLast();
        assertThat(brought.header("ttl")).isEqualTo("600");
        assertThat(brought.header("urgency")).isEqualTo("high");
        assertThat(brought.header("topic")).matches("[\\w-]{32}");
        assertThat(brought.header("content-encoding")).isEqualTo("aes128gcm");
        Vapid vapid = Vapid.of(brought.header("authorization"));
        assertThat(vapid.key()).isEqualTo(devices.serverKey().orElseThrow());
        assertThat(vapid.signed()).isTrue();
        assertThat(vapid.claims().path("aud").asString()).isEqualTo(service.origin());
        assertThat(vapid.claims().path("sub").asString()).isEqualTo("mailto:host@example.org");
        JsonNode read = read(brought);
        assertThat(read.path("title").asString()).isEqualTo("An interview in ten minutes");
        assertThat(read.path("page").asString()).contains(interview.toString());
        assertThat(read.path("topic").asString()).isEqualTo(brought.header("topic"));
    }

    private List<String> paths() {
        return service.brought.stream().map(PushService.Brought::path).toList();
    }

    private static ServerKeys server() {
        return town.bean(PushKeys.class).current().orElseThrow();
    }

    private static PushTrial trial() {
        return new PushTrial(
                town.bean(PostgresPushDevices.class),
                town.bean(PushKeys.class),
                new PushSettings(Optional.empty(), "mailto:host@example.org"),
                town.bean(Ids.class),
                town.bean(TransactionOperations.class),
                town::now,
                new PushLine(new PushService.Loopback()));
    }

    private PushKeys keys(Optional<Seal> seal) {
        return new PushKeys(
                town.bean(PostgresPushKey.class),
                new PushSettings(Optional.empty(), "https://example.org"),
                seal,
                town::now);
    }

    private static PushCourier courier() {
        return courier(town.bean(PushKeys.class));
    }

    /** Of a node whose settings bring another key. */
    private static PushCourier courier(ServerKeys keys) {
        var given = new PushSettings.Pair(
                keys.text(), java.util.Base64.getUrlEncoder().encodeToString(keys.secret()));
        return courier(new PushKeys(
                town.bean(PostgresPushKey.class),
                new PushSettings(Optional.of(given), "https://example.org"),
                Optional.empty(),
                town::now));
    }

    private static PushCourier courier(PushKeys keys) {
        return new PushCourier(
                town.bean(PostgresPushMessages.class),
                town.bean(PostgresPushDevices.class),
                town.bean(Dispatches.class),
                keys,
                new PushSettings(Optional.empty(), "mailto:host@example.org"),
                _ -> false,
                town.bean(TransactionOperations.class),
                town::now,
                new PushLine(new PushService.Loopback()));
    }

    private void turnOn(Person person, Browser browser, Token known) {
        turnOn(person, browser, known, "/phone");
    }

    private void turnOn(Person person, Browser browser, Token known, String path) {
        assertThat(devices.on(
                        person, service.endpoint(path), browser.key(), browser.secret(), known, "Firefox on Android"))
                .isInstanceOf(PushDevices.Turned.On.class);
    }

    private void told() {
        town.bean(Delivery.class).round();
        courier().round();
    }

    private List<String> titles() {
        return service.brought.stream()
                .map(one -> read(one).path("title").asString())
                .toList();
    }

    private JsonNode read(PushService.Brought one) {
        try {
            return JsonMapper.shared().readTree(phone.open(one.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void post(String key) {
        Instant now = town.now();
        town.bean(Notices.class)
                .post(new Notice(
                        key,
                        Kind.MATCHED,
                        pia.id(),
                        Map.of("at", now.toString(), "confirm-by", now.toString(), "why", "You share a language."),
                        Optional.empty(),
                        "/practice/pairs/" + key.replace(' ', '-'),
                        now,
                        now.plus(Duration.ofDays(4))));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
