package org.threeshift.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.mail.CalendarPart;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Outbox;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.nudge.Nudges;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.scorecard.Rehearsal;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Settings;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;

/** Messages from their event to a real mail server, and what an admin sees of them; the admin's other pages on the way. */
class OutboxIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    private static final String PASSWORD = "correct horse battery";
    private static final String SECRET = "/set-password/only-ada-may-know-this";

    @AutoClose("stop")
    private final GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @AutoClose
    private final Visitor visitor = new Visitor(threeshift.address());

    private static Person admin;

    @BeforeAll
    static void people() {
        admin = register("root@example.org", Role.ADMIN);
        register("ada@example.org", Role.MEMBER);
    }

    @BeforeEach
    void empty() {
        database.jdbcClient().sql("delete from outbox").update();
        post.start();
    }

    @Test
    void one_event_is_one_message_with_any_number_of_senders_at_once() throws Exception {
        for (int number = 0; number < 30; number++) {
            send("event:" + number);
            send("event:" + number);
        }
        var go = new CountDownLatch(1);
        Runnable round = () -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            postman(post.getSmtp().getPort()).round();
        };
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<?>> rounds = List.of(nodes.submit(round), nodes.submit(round));
            go.countDown();
            for (Future<?> one : rounds) {
                one.get();
            }
        }
        assertThat(post.getReceivedMessages()).hasSize(30);
        assertThat(Arrays.stream(post.getReceivedMessages()).map(OutboxIT::id)).doesNotHaveDuplicates();
        postman(post.getSmtp().getPort()).round();
        assertThat(post.getReceivedMessages()).hasSize(30);
        assertThat(rows()).doesNotContain(SECRET);
    }

    @Test
    void a_message_is_plain_text_and_html_with_the_whole_link() throws Exception {
        send("event");
        postman(post.getSmtp().getPort()).round();
        MimeMessage message = post.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Set your password for Threeshift");
        assertThat(message.getAllRecipients()).hasSize(1);
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("Ada <b> made you an account", threeshift.address() + SECRET);
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("Ada &lt;b", "href=\"" + threeshift.address() + SECRET + "\"");
    }

    @Test
    void an_invitation_lies_in_the_outbox_until_it_is_sent_with_its_message() throws Exception {
        var invitation =
                new CalendarPart("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nX-NAME:Zoë\r\nEND:VCALENDAR\r\n");
        threeshift
                .bean(Mails.class)
                .post(new Mail(
                        "event", Topic.TRIAL, "ada@example.org", Optional.empty(), Map.of(), Optional.of(invitation)));
        assertThat(rows()).contains("METHOD:REQUEST");
        visitor.signIn("root@example.org", PASSWORD);
        Matcher message = Pattern.compile("/outbox/[0-9a-f-]{36}")
                .matcher(visitor.get("/outbox").body());
        assertThat(message.find()).isTrue();
        String file = message.group() + "/invitation.ics";
        assertThat(visitor.get(message.group()).body()).contains("href=\"" + file + "\"");
        assertThat(visitor.get(file).body()).isEqualTo(invitation.text());

        postman(post.getSmtp().getPort()).round();

        var mixed = (MimeMultipart) post.getReceivedMessages()[0].getContent();
        assertThat(mixed.getBodyPart(1).getInputStream())
                .hasBinaryContent(invitation.text().getBytes(StandardCharsets.UTF_8));
        assertThat(((MimeMultipart) mixed.getBodyPart(0).getContent())
                        .getBodyPart(2)
                        .getContentType())
                .startsWith("text/calendar")
                .contains("method=REQUEST");
        assertThat(rows()).doesNotContain("METHOD:REQUEST");
        assertThat(visitor.get(file).statusCode()).isEqualTo(404);
        assertThat(visitor.get(message.group()).body()).doesNotContain(file);
    }

    @Test
    void what_the_server_refuses_for_now_is_sent_later() {
        send("event");
        try (var busy = new ScriptedServer("RCPT", "451 4.7.1 come again")) {
            postman(busy.port()).round();
        }
        postman(post.getSmtp().getPort()).round();
        assertThat(post.getReceivedMessages()).as("its wait is not over").isEmpty();
        database.jdbcClient()
                .sql("update outbox set next_at = now() - interval '1 second' where state = 'WAITING' and attempts = 1")
                .update();
        postman(post.getSmtp().getPort()).round();
        assertThat(post.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_line_that_broke_is_not_tried_again_because_nobody_gets_a_message_twice() {
        send("event");
        try (var broken = new ScriptedServer(".", ScriptedServer.CUT)) {
            postman(broken.port()).round();
        }
        database.jdbcClient()
                .sql("update outbox set next_at = now() - interval '1 day'")
                .update();
        postman(post.getSmtp().getPort()).round();
        assertThat(post.getReceivedMessages()).isEmpty();
        visitor.signIn("root@example.org", PASSWORD);
        assertThat(visitor.get("/admin").body()).contains("Nobody knows of one message whether it left.");
    }

    @Test
    void without_a_mail_server_a_message_waits_and_an_admin_hands_its_link_over() {
        assertThat(threeshift.bean(MailServer.class).configured()).isFalse();
        visitor.signIn("root@example.org", PASSWORD);
        send("event");
        String list = visitor.get("/outbox").body();
        assertThat(list)
                .contains("No mail server is configured", "Set your password for Threeshift", "ada@example.org");
        Matcher link = Pattern.compile("/outbox/[0-9a-f-]{36}").matcher(list);
        assertThat(link.find()).isTrue();
        String message = link.group();
        assertThat(visitor.get(message).body()).contains(threeshift.address() + SECRET);
        HttpResponse<String> letter = visitor.get(message + "/letter");
        assertThat(letter.body()).contains("Ada &lt;b");
        assertThat(letter.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'", "sandbox", "frame-ancestors 'self'"));
        assertThat(visitor.submit("/outbox", message + "/discard", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(rows()).doesNotContain(SECRET);
        assertThat(visitor.get("/audit?deed=message-read").body()).contains("Message read");
        assertThat(visitor.get("/audit?deed=message-discarded").body()).contains("Message discarded");
    }

    @Test
    void a_refused_sign_in_is_in_the_trail_without_what_was_typed() {
        visitor.signIn("ada@example.org", "not this one");
        visitor.signIn("my secret word", "not this one");
        visitor.signIn("root@example.org", PASSWORD);
        String trail = visitor.get("/audit?deed=sign-in-refused").body();
        assertThat(trail).contains("Sign-in refused", "The ada@example.org", "127.0.0.1");
        String csv = visitor.get("/audit/lines.csv?deed=sign-in-refused").body();
        assertThat(csv).contains("\"sign-in-refused\"").doesNotContain("my secret word", "not this one");
        assertThat(visitor.get("/audit?deed=trail-downloaded").body()).containsPattern("\\b[1-9][0-9]* lines");
    }

    @Test
    void settings_are_changed_by_an_admin_and_stand_in_the_trail() {
        visitor.signIn("root@example.org", PASSWORD);
        HttpResponse<String> saved = visitor.submit(
                "/settings",
                Map.of(
                        "registration",
                        "OPEN",
                        "guestDays",
                        "60",
                        "mailDays",
                        "30",
                        "shareDays",
                        "14",
                        "erasureDays",
                        "7"));
        assertThat(visitor.target(saved)).isEqualTo("/settings?saved=yes");
        Installation now = threeshift.bean(Settings.class).current();
        assertThat(now.guestDays()).isEqualTo(60);
        assertThat(now.coachNotesInExports()).isFalse();
        assertThat(visitor.get("/audit?deed=setting-changed&person=" + admin.id())
                        .body())
                .contains("days for guests", "from: 90", "to: 60", "coaches’ notes in exports", "to: no")
                .doesNotContain("guest-days", "coach-notes-in-exports");
    }

    @Test
    void the_nightly_retention_runs_and_an_admin_sees_what_it_did() {
        assertThat(threeshift
                        .bean(org.threeshift.core.retention.Retention.class)
                        .sweep()
                        .failures())
                .isEmpty();
        visitor.signIn("root@example.org", PASSWORD);
        assertThat(visitor.get("/admin").body())
                .contains(
                        "Nightly retention",
                        "Reminding of sheets",
                        "Guests without an account: 0",
                        "PostgreSQL ",
                        "Here");
    }

    /** An interview that ended more than an hour ago, whose interviewer has not come back to it. */
    @Test
    void a_sheet_that_is_owed_is_on_screen_at_once_and_reminded_of_by_one_message() {
        Person ben = register("ben@example.org", Role.MEMBER);
        var rehearsal = new Rehearsal(
                threeshift.bean(Hosting.class),
                threeshift.bean(Interviews.class),
                threeshift.bean(Banks.class),
                threeshift.bean(InstantSource.class).instant().minus(Duration.ofHours(3)),
                11);
        InterviewId interview = rehearsal.over(ben, List.of(), admin, "warm-up");
        String console = "href=\"/console/interviews/" + interview + "\"";
        visitor.signIn("ben@example.org", PASSWORD);
        assertThat(visitor.get("/home").body()).contains("Sheets that you owe", "(you owe 1 sheet)", console);

        threeshift.bean(Nudges.class).round();
        threeshift.bean(Nudges.class).round();

        assertThat(once(() -> rows().contains("sheet-owed"))).isTrue();
        assertThat(rows().lines().filter(row -> row.contains("ben@example.org")))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("sheet-owed", "ben@example.org", "/console/interviews/" + interview));
        assertThat(visitor.get("/interviews/" + interview).body())
                .contains("Your sheet is missing", "A reminder went out on");

        rehearsal.lock(interview, ben.id());
        assertThat(visitor.get("/home").body()).doesNotContain("Sheets that you owe", "(you owe");
        assertThat(visitor.get("/interviews/" + interview).body()).doesNotContain("sheet is missing");
    }

    @Test
    void a_person_is_told_by_the_ways_that_they_chose_and_reads_it_at_the_bell() {
        Person cleo = register("cleo@example.org", Role.MEMBER);
        visitor.signIn("cleo@example.org", PASSWORD);
        assertThat(visitor.get("/messages").body()).contains("No messages yet", "href=\"/account/messages\"");

        assertThat(visitor.get("/account/messages").body())
                .contains("value=\"MATCHED.EMAIL\" checked", "cleo@example.org", "What always comes");
        visitor.submit("/account/messages", Map.of("whole", "true", "told", "MATCHED.IN_APP"));
        assertThat(visitor.get("/account/messages").body())
                .contains("value=\"MATCHED.IN_APP\" checked")
                .doesNotContain("value=\"MATCHED.EMAIL\" checked");

        Instant now = threeshift.bean(InstantSource.class).instant();
        threeshift
                .bean(Notices.class)
                .post(new Notice(
                        "matched:1",
                        Kind.MATCHED,
                        cleo.id(),
                        Map.of(
                                "at", "2026-12-01T18:00:00Z",
                                "confirm-by", "2026-11-30T18:00:00Z",
                                "why", "You share <b>Dutch</b>."),
                        Optional.empty(),
                        "/interviewing",
                        now,
                        now.plus(Duration.ofDays(9000))));
        assertThat(once(() -> visitor.get("/home").body().contains("Messages, 1 new")))
                .isTrue();
        String page = visitor.get("/messages").body();
        assertThat(page).contains("A partner was found", "You share &lt;b", "1 new message", "Mark all as read");
        assertThat(rows()).doesNotContain("cleo@example.org");

        String message = page.substring(page.indexOf("/messages/0"), page.indexOf("/messages/0") + 46);
        assertThat(visitor.target(visitor.get(message))).endsWith("/interviewing");
        assertThat(visitor.get("/messages").body()).contains("Nothing new.").doesNotContain("Mark all as read");
        try (var somebodyElse = new Visitor(threeshift.address())) {
            somebodyElse.signIn("ada@example.org", PASSWORD);
            assertThat(somebodyElse.get(message).statusCode()).isEqualTo(404);
        }
    }

    /** The job tells soon, by itself. */
    private static boolean once(BooleanSupplier told) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!told.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return told.getAsBoolean();
    }

    private static void send(String key) {
        threeshift
                .bean(Mails.class)
                .post(new Mail(
                        key,
                        Topic.PASSWORD_LINK,
                        "ada@example.org",
                        Optional.empty(),
                        Map.of("by", "Ada <b>", "link", SECRET)));
    }

    private static Postman postman(int port) {
        return new Postman(
                threeshift.bean(Outbox.class),
                threeshift.bean(Letters.class),
                new SmtpCarrier(SmtpCarrierTest.server(port), "example.org"),
                "threeshift@example.org",
                threeshift.bean(InstantSource.class));
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rows() {
        return String.join(
                "\n",
                database.jdbcClient()
                        .sql("select outbox::text from outbox")
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    private static Person register(String email, Role role) {
        if (threeshift.bean(People.class).register("The " + email, email, PASSWORD, "UTC", role)
                instanceof Outcome.Done(var person)) {
            return person;
        }
        throw new IllegalStateException(email);
    }
}
