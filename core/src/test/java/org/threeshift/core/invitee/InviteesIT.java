package org.threeshift.core.invitee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.invitee.Letters.entry;
import static org.threeshift.core.invitee.Letters.only;
import static org.threeshift.core.invitee.Letters.to;
import static org.threeshift.core.invitee.Letters.value;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.threeshift.core.calendar.CalendarInvites;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.InterviewDates;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.mail.Message;
import org.threeshift.core.mail.Outbox;
import org.threeshift.core.mail.Unwanted;
import org.threeshift.core.notice.Town;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** Whoever has a seat is asked for their calendar: without an account by the address that the host typed, by a link once they take the chair. */
class InviteesIT {
    private static final Instant BEGIN = Instant.parse("2026-10-12T09:00:00Z");
    private static final Town town = new Town(BEGIN, _ -> false, List.of("invitee", "push"));

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void whoever_is_invited_by_address_gets_their_link_and_hears_of_each_change_once() {
        Person dana = town.person("Dana", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByEmail("eve@elsewhere.org"), "2026-10-20T08:00:00Z");
        String shown = "/join/" + made.invitation().orElseThrow().text();
        Message asked = sent("eve@elsewhere.org");
        String link = asked.values().getOrDefault("link", "");
        assertThat(asked.topic()).isEqualTo("guest-asked");
        assertThat(asked.values())
                .containsEntry("stop", "http://localhost" + link + "/no-mail")
                .containsEntry("by", "Dana")
                .containsEntry("at", "Tuesday 20 October, 10:00 (Central European Time)");
        assertThat(link)
                .as("a link that its host does not see")
                .startsWith("/join/")
                .isNotEqualTo(shown);
        VEvent first = entry(asked, "REQUEST");
        assertThat(value(first, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(first, Property.ATTENDEE)).isEqualTo("mailto:eve@elsewhere.org");
        assertThat(value(first, Property.ORGANIZER)).startsWith("mailto:");
        assertThat(value(first, Property.LOCATION)).endsWith(link);
        assertThat(value(first, Property.DESCRIPTION)).contains(link).doesNotContain("/room/");
        assertThat(unfolded(asked)).contains("ORGANIZER;CN=Dana");
        round();
        assertThat(waiting("eve@elsewhere.org")).isEmpty();

        town.move(made.interview(), dana, "2026-10-21T08:00:00Z");
        round();
        round();
        Message moved = sent("eve@elsewhere.org");
        assertThat(moved.topic()).isEqualTo("guest-moved");
        assertThat(moved.values())
                .containsEntry("at", "Wednesday 21 October, 08:00 (Coordinated Universal Time)")
                .containsEntry("before", "Tuesday 20 October, 08:00 (Coordinated Universal Time)")
                .containsEntry("reason", "“A workshop came up.”");
        VEvent second = entry(moved, "REQUEST");
        assertThat(value(second, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(second, Property.UID)).isEqualTo(value(first, Property.UID));
        assertThat(value(second, Property.DTSTART)).isEqualTo("20261021T080000Z");
        String fresh = moved.values().getOrDefault("link", "").substring("/join/".length());
        assertThat(town.bean(Hosting.class).open(new Token(fresh))).isPresent();
        assertThat(rows()).as("secrets of what was sent").doesNotContain(fresh, link.substring("/join/".length()));

        town.send(made.interview(), dana, new Command.Cancel("Ill."));
        round();
        round();
        Message off = sent("eve@elsewhere.org");
        assertThat(off.topic()).isEqualTo("guest-off");
        VEvent third = entry(off, "CANCEL");
        assertThat(value(third, Property.SEQUENCE)).isEqualTo("2");
        assertThat(value(third, Property.UID)).isEqualTo(value(first, Property.UID));
        assertThat(value(third, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(waiting("eve@elsewhere.org")).isEmpty();
    }

    @Test
    void of_what_was_called_off_before_the_mail_went_nothing_is_sent() {
        Person dana = town.person("Dora", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByEmail("ida@elsewhere.org"), "2026-10-20T08:00:00Z");
        town.send(made.interview(), dana, new Command.Cancel("A slip."));
        round();
        assertThat(waiting("ida@elsewhere.org")).isEmpty();
    }

    /** The sender of mail may come before the one who reads the log. */
    @Test
    void of_what_was_moved_or_called_off_a_moment_ago_the_old_hour_is_not_sent() {
        Person dana = town.person("Dolly", Role.COACH, "Europe/Berlin");
        Hosted.Done off = host(dana, new Candidate.ByEmail("off@elsewhere.org"), "2026-10-20T08:00:00Z");
        town.send(off.interview(), dana, new Command.Cancel("A slip."));
        assertThat(waiting("off@elsewhere.org")).isEmpty();
        Hosted.Done made = host(dana, new Candidate.ByEmail("late@elsewhere.org"), "2026-10-20T08:00:00Z");
        town.move(made.interview(), dana, "2026-10-21T08:00:00Z");
        assertThat(waiting("late@elsewhere.org")).isEmpty();
        round();
        Message asked = sent("late@elsewhere.org");
        assertThat(asked.topic()).as("they hear of it for the first time").isEqualTo("guest-asked");
        assertThat(value(entry(asked, "REQUEST"), Property.DTSTART)).isEqualTo("20261021T080000Z");
    }

    /** What waits between two moves never reaches them: they hear of the hour that they know, and of none in between. */
    @Test
    void whoever_hears_of_a_move_hears_what_hour_they_knew() {
        Person dana = town.person("Delphine", Role.COACH, "UTC");
        Hosted.Done made = host(dana, new Candidate.ByEmail("ola@elsewhere.org"), "2026-10-20T08:00:00Z");
        leaving();
        for (String start : List.of("2026-10-21T08:00:00Z", "2026-10-22T08:00:00Z")) {
            town.move(made.interview(), dana, start);
            round();
        }
        Message moved = sent("ola@elsewhere.org");
        assertThat(moved.values().get("at")).startsWith("Thursday 22 October");
        assertThat(moved.values().get("before")).startsWith("Tuesday 20 October");
        // Back again before they heard of it: there is nothing to tell.
        town.move(made.interview(), dana, "2026-10-23T08:00:00Z");
        round();
        town.move(made.interview(), dana, "2026-10-22T08:00:00Z");
        round();
        assertThat(waiting("ola@elsewhere.org")).isEmpty();
    }

    /** Without a mail server an admin reads what waits and hands it over. */
    @Test
    void whoever_was_handed_the_invitation_hears_of_a_move_and_nobody_else() {
        Person dana = town.person("Daphne", Role.COACH, "UTC");
        Person admin = town.person("Adam", Role.ADMIN, "UTC");
        Hosted.Done handed = host(dana, new Candidate.ByEmail("handed@elsewhere.org"), "2026-10-20T08:00:00Z");
        Hosted.Done unread = host(dana, new Candidate.ByEmail("unread@elsewhere.org"), "2026-10-20T10:00:00Z");
        town.bean(Outbox.class)
                .read(admin, listed(admin, "handed@elsewhere.org").getFirst().id());
        for (Hosted.Done each : List.of(handed, unread)) {
            town.move(each.interview(), dana, "2026-10-21T08:00:00Z");
        }
        round();
        assertThat(listed(admin, "handed@elsewhere.org"))
                .extracting(Message::topic)
                .containsExactlyInAnyOrder("guest-moved", "guest-asked");
        assertThat(listed(admin, "unread@elsewhere.org"))
                .extracting(Message::topic)
                .containsExactly("guest-asked", "guest-asked");
        leaving();
    }

    @Test
    void whoever_joined_by_the_mailed_link_is_not_invited_again() {
        Person dana = town.person("Dovile", Role.COACH, "UTC");
        Person admin = town.person("Ada", Role.ADMIN, "UTC");
        Hosted.Done made = host(dana, new Candidate.ByEmail("joins@elsewhere.org"), "2026-10-20T08:00:00Z");
        Token link = link(listed(admin, "joins@elsewhere.org").getFirst());
        assertThat(town.bean(Hosting.class).join(link, guest("Jo").id())).isInstanceOf(Hosting.Joining.Joined.class);
        town.move(made.interview(), dana, "2026-10-21T08:00:00Z");
        round();
        assertThat(sent("joins@elsewhere.org").topic()).isEqualTo("guest-moved");
        // By the host's own link somebody else may have come: what waits did not reach whoever is written to.
        Hosted.Done others = host(dana, new Candidate.ByEmail("waits@elsewhere.org"), "2026-10-20T10:00:00Z");
        town.bean(Hosting.class)
                .join(others.invitation().orElseThrow(), guest("Somebody else").id());
        town.move(others.interview(), dana, "2026-10-21T10:00:00Z");
        round();
        assertThat(sent("waits@elsewhere.org").topic()).isEqualTo("guest-asked");
    }

    @Test
    void a_reason_that_leads_elsewhere_is_not_passed_on_to_strangers() {
        Person dana = town.person("Deniz", Role.COACH, "UTC");
        Hosted.Done made = host(dana, new Candidate.ByEmail("zoe@elsewhere.org"), "2026-10-20T08:00:00Z");
        leaving();
        town.send(
                made.interview(),
                dana,
                new Command.Reschedule(
                        Instant.parse("2026-10-21T08:00:00Z"), ZoneId.of("UTC"), "Win a prize at locked.example now."));
        round();
        Message moved = sent("zoe@elsewhere.org");
        assertThat(moved.values())
                .containsEntry("reason", "The reason that was given is left out here: it names an address.");
        assertThat(moved.values().toString()).doesNotContain("locked.example");
    }

    private static Person guest(String name) {
        if (town.bean(People.class).welcomeGuest(name, ZoneId.of("UTC"))
                instanceof org.threeshift.core.people.Outcome.Done(var guest)) {
            return guest;
        }
        throw new AssertionError(name);
    }

    /** What lies in the outbox for an address, the latest first. */
    private static List<Message> listed(Person admin, String address) {
        return town.bean(Outbox.class)
                .list(admin, Optional.empty(), address, Optional.empty())
                .orElseThrow()
                .messages();
    }

    @Test
    void of_an_interview_that_is_moved_all_day_only_so_many_mails_go_out_and_that_it_is_off() {
        Person dana = town.person("Dunja", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByEmail("often@elsewhere.org"), "2026-10-20T08:00:00Z");
        assertThat(invitees().hearing(made.interview())).isEqualTo(MailedInvitees.Hearing.EACH_CHANGE);
        moveOften(made, dana, MailedInvitees.MOST_OF_AN_INTERVIEW - 2);
        assertThat(invitees().hearing(made.interview()))
                .as("the next move is told")
                .isEqualTo(MailedInvitees.Hearing.EACH_CHANGE);
        moveOften(made, dana, 1);
        assertThat(invitees().hearing(made.interview()))
                .as("the next one is not")
                .isEqualTo(MailedInvitees.Hearing.ENOUGH);
        moveOften(made, dana, 10);
        assertThat(count("often@elsewhere.org")).isEqualTo(MailedInvitees.MOST_OF_AN_INTERVIEW);
        assertThat(invitees().hearing(made.interview()))
                .as("its host has to tell them")
                .isEqualTo(MailedInvitees.Hearing.ENOUGH);
        town.send(made.interview(), dana, new Command.Cancel("Enough."));
        round();
        assertThat(sent("often@elsewhere.org").topic()).isEqualTo("guest-off");
    }

    @Test
    void of_whoever_has_joined_with_that_address_nobody_says_that_they_are_not_told() {
        Person dana = town.person("Duygu", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByEmail("KIM@example.org"), "2026-10-20T08:00:00Z");
        moveOften(made, dana, MailedInvitees.MOST_OF_AN_INTERVIEW);
        assertThat(invitees().hearing(made.interview())).isEqualTo(MailedInvitees.Hearing.ENOUGH);
        Person kim = town.person("Kim", Role.MEMBER, "Europe/Berlin");
        assertThat(town.bean(Hosting.class).join(made.invitation().orElseThrow(), kim.id()))
                .isInstanceOf(Hosting.Joining.Joined.class);
        assertThat(invitees().hearing(made.interview())).isEqualTo(MailedInvitees.Hearing.NOTHING);
        town.look();
        leaving();
        town.move(made.interview(), dana, "2026-10-20T12:00:00Z");
        round();
        assertThat(told("kim@example.org").topic()).isEqualTo("changed");
    }

    @Test
    void whoever_wants_no_more_after_the_last_mail_hears_nothing_either() {
        Person dana = town.person("Disa", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByEmail("weary@elsewhere.org"), "2026-10-20T08:00:00Z");
        Token link = link(sent("weary@elsewhere.org"));
        moveOften(made, dana, MailedInvitees.MOST_OF_AN_INTERVIEW);
        invitees().stop(link);
        assertThat(invitees().hearing(made.interview())).isEqualTo(MailedInvitees.Hearing.STOPPED);
        town.send(made.interview(), dana, new Command.Cancel("Enough."));
        round();
        assertThat(waiting("weary@elsewhere.org")).isEmpty();
    }

    /** Each time by so many minutes, and each time whoever is invited is told if they still are. */
    private static void moveOften(Hosted.Done made, Person by, int times) {
        for (int time = 0; time < times; time++) {
            Instant hour = town.bean(InterviewDates.class)
                    .of(made.interview())
                    .orElseThrow()
                    .startsAt();
            town.move(made.interview(), by, hour.plusSeconds(60).toString());
            round();
            leaving();
        }
    }

    @Test
    void who_wants_no_more_of_it_gets_no_more_from_anybody_and_their_link_goes_on_working() {
        Person dana = town.person("Dina", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByEmail("Uma@elsewhere.org"), "2026-10-20T08:00:00Z");
        Token link = link(sent("Uma@elsewhere.org"));
        assertThat(invitees().about(link)).contains(MailedInvitees.Writing.GOES_ON);
        invitees().stop(link);
        invitees().stop(link);
        assertThat(invitees().about(link)).contains(MailedInvitees.Writing.STOPPED);
        assertThat(invitees().writes(made.interview())).isFalse();
        Person other = town.person("Dragan", Role.COACH, "Europe/Berlin");
        host(other, new Candidate.ByEmail("uma@Elsewhere.org"), "2026-10-22T08:00:00Z");
        assertThat(count("uma@elsewhere.org")).as("the one before").isOne();
        assertThat(town.database
                        .jdbcClient()
                        .sql("select count(*) from invited_address where lower(address) = 'uma@elsewhere.org'")
                        .query(Integer.class)
                        .single())
                .isZero();
        town.move(made.interview(), dana, "2026-10-21T08:00:00Z");
        round();
        assertThat(waiting("Uma@elsewhere.org")).isEmpty();
        assertThat(town.bean(Hosting.class).open(link)).isPresent();
    }

    @Test
    void who_wants_no_more_hears_nothing_of_what_others_planned_before_either() {
        Person dana = town.person("Dilay", Role.COACH, "Europe/Berlin");
        Person other = town.person("Darius", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByEmail("eva@elsewhere.org"), "2026-10-20T08:00:00Z");
        Token link = link(sent("eva@elsewhere.org"));
        Hosted.Done others = host(other, new Candidate.ByEmail("Eva@Elsewhere.org"), "2026-10-22T08:00:00Z");
        assertThat(waiting("Eva@Elsewhere.org")).hasSize(1);
        Hosted.Done late = plan(other, new Candidate.ByEmail("eva@elsewhere.org"), "2026-10-23T08:00:00Z");
        host(dana, new Candidate.ByEmail("eva@elsewhere.org"), "2026-10-24T08:00:00Z");
        invitees().stop(link);
        town.move(others.interview(), other, "2026-10-22T10:00:00Z");
        round();
        assertThat(leaving())
                .extracting(message -> message.address().toLowerCase(Locale.ROOT))
                .as("not what was asked but has not left, nor what moved")
                .doesNotContain("eva@elsewhere.org");
        for (Hosted.Done each : List.of(made, others, late)) {
            assertThat(invitees().writes(each.interview())).isFalse();
        }
    }

    @Test
    void who_said_meanwhile_that_they_want_no_more_is_not_asked() {
        Person dana = town.person("Dagny", Role.COACH, "Europe/Berlin");
        Hosted.Done made = plan(dana, new Candidate.ByEmail("ewa@elsewhere.org"), "2026-10-20T08:00:00Z");
        town.database
                .jdbcClient()
                .sql("insert into unwanted_mail values (sha256('ewa@elsewhere.org'::bytea), now())")
                .update();
        round();
        assertThat(count("ewa@elsewhere.org")).isZero();
        assertThat(invitees().writes(made.interview())).isFalse();
    }

    @Test
    void whoever_has_an_odd_address_is_asked_like_anybody() {
        Person dana = town.person("Dalia", Role.COACH, "Europe/Berlin");
        host(dana, new Candidate.ByEmail("a%b|c@elsewhere.org"), "2026-10-20T08:00:00Z");
        entry(sent("a%b|c@elsewhere.org"), "REQUEST");
    }

    @Test
    void what_cannot_be_told_of_one_interview_keeps_no_other_waiting() {
        Person dana = town.person("Delia", Role.COACH, "Europe/Berlin");
        List<String> addresses = List.of("one@elsewhere.org", "two@elsewhere.org", "three@elsewhere.org");
        List<InterviewId> made = addresses.stream()
                .map(address -> host(dana, new Candidate.ByEmail(address), "2026-10-20T08:00:00Z")
                        .interview())
                .toList();
        leaving();
        setAddress(made.get(1), "no address");
        made.forEach(interview -> town.move(interview, dana, "2026-10-20T10:00:00Z"));
        round();
        assertThat(leaving()).extracting(Message::address).contains("one@elsewhere.org", "three@elsewhere.org");
        setAddress(made.get(1), "two@elsewhere.org");
        round();
        assertThat(sent("two@elsewhere.org").topic()).isEqualTo("guest-moved");
    }

    private static void setAddress(InterviewId interview, String address) {
        town.database
                .jdbcClient()
                .sql("update invited_address set address = :address where interview_id = :interview")
                .param("address", address)
                .param("interview", interview.value())
                .update();
    }

    @Test
    void whoever_holds_the_hosts_link_stops_mail_about_that_interview_alone() {
        Person dana = town.person("Dorit", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByEmail("pat@elsewhere.org"), "2026-10-20T08:00:00Z");
        invitees().stop(made.invitation().orElseThrow());
        assertThat(waiting("pat@elsewhere.org")).isEmpty();
        host(dana, new Candidate.ByEmail("pat@elsewhere.org"), "2026-10-23T08:00:00Z");
        assertThat(sent("pat@elsewhere.org").topic()).isEqualTo("guest-asked");
    }

    /** Whoever invited them speaks for nobody else, and takes nobody's word away either. */
    @Test
    void after_the_hosts_link_has_stopped_mail_the_mailed_one_still_ends_it_for_good() {
        Person dana = town.person("Dorrit", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByEmail("pam@elsewhere.org"), "2026-10-20T08:00:00Z");
        Token link = link(sent("pam@elsewhere.org"));
        invitees().stop(made.invitation().orElseThrow());
        assertThat(invitees().about(made.invitation().orElseThrow())).contains(MailedInvitees.Writing.STOPPED);
        assertThat(invitees().about(link)).contains(MailedInvitees.Writing.GOES_ON);
        invitees().stop(link);
        assertThat(invitees().about(link)).contains(MailedInvitees.Writing.STOPPED);
        assertThat(town.bean(Unwanted.class).among(List.of("Pam@Elsewhere.org", "other@elsewhere.org")))
                .containsExactly("Pam@Elsewhere.org");
        host(dana, new Candidate.ByEmail("pam@elsewhere.org"), "2026-10-23T08:00:00Z");
        assertThat(waiting("pam@elsewhere.org")).isEmpty();
    }

    @Test
    void the_link_of_an_old_mail_says_no_for_a_year_though_the_interview_and_its_link_are_gone() {
        Person dana = town.person("Dorle", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByEmail("old@elsewhere.org"), "2026-10-20T08:00:00Z");
        Token link = link(sent("old@elsewhere.org"));
        for (String row : List.of(
                "delete from invited_address where interview_id = :interview",
                "delete from invitation where interview_id = :interview")) {
            town.database
                    .jdbcClient()
                    .sql(row)
                    .param("interview", made.interview().value())
                    .update();
        }
        assertThat(invitees().about(link)).contains(MailedInvitees.Writing.GOES_ON);
        invitees().stop(link);
        assertThat(invitees().about(link)).contains(MailedInvitees.Writing.STOPPED);
        assertThat(town.bean(Unwanted.class).holds("old@elsewhere.org")).isTrue();
        PostgresInvitees store = town.bean(PostgresInvitees.class);
        setMailedAt(link, "2025-10-14T08:00:00Z");
        store.sweep(Instant.parse("2026-10-13T09:00:00Z"));
        assertThat(invitees().about(link)).isPresent();
        store.sweep(Instant.parse("2026-10-14T09:00:00Z"));
        assertThat(invitees().about(link)).isEmpty();
    }

    private static void setMailedAt(Token link, String at) {
        town.database
                .jdbcClient()
                .sql("update mailed_link set mailed_at = cast(:at as timestamptz) where link_hash = :link")
                .param("at", at)
                .param("link", link.hash())
                .update();
    }

    @Test
    void a_host_whose_name_is_an_address_to_go_to_is_somebody() {
        Person dana = town.person("locked.example", Role.COACH, "Europe/Berlin");
        host(dana, new Candidate.ByEmail("una@elsewhere.org"), "2026-10-20T08:00:00Z");
        Message asked = sent("una@elsewhere.org");
        assertThat(asked.values()).containsEntry("by", "Somebody");
        assertThat(unfolded(asked)).doesNotContain("locked.example").contains("ORGANIZER;CN=Somebody");
    }

    @Test
    void a_link_that_was_mailed_to_nobody_says_nothing_of_mail() {
        Person dana = town.person("Dunya", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByLink("Somebody"), "2026-10-20T08:00:00Z");
        assertThat(invitees().about(made.invitation().orElseThrow())).isEmpty();
        assertThat(invitees().about(new Token("nothing"))).isEmpty();
    }

    @Test
    void an_address_goes_a_day_after_the_hour() {
        Person dana = town.person("Dede", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByEmail("ann@elsewhere.org"), "2026-10-20T08:00:00Z");
        PostgresInvitees store = town.bean(PostgresInvitees.class);
        store.sweep(Instant.parse("2026-10-21T07:00:00Z"));
        assertThat(invitees().writes(made.interview())).isTrue();
        store.sweep(Instant.parse("2026-10-21T09:00:00Z"));
        assertThat(invitees().writes(made.interview())).isFalse();
    }

    @Test
    void one_host_writes_to_so_many_strangers_a_day_and_passes_on_further_links() {
        Person dana = town.person("Dodo", Role.COACH, "Europe/Berlin");
        for (int number = 0; number < MailedInvitees.MOST_OF_A_HOST; number++) {
            host(dana, new Candidate.ByEmail("p" + number + "@strangers.org"), "2026-10-20T08:00:00Z");
        }
        Hosted.Done more = host(dana, new Candidate.ByEmail("more@strangers.org"), "2026-10-20T08:00:00Z");
        assertThat(more.invitation()).isPresent();
        assertThat(count("more@strangers.org")).isZero();
        assertThat(count("p19@strangers.org")).isOne();
    }

    @Test
    void one_address_is_asked_so_often_a_day_by_whomever() {
        for (int number = 0; number <= MailedInvitees.MOST_TO_AN_ADDRESS; number++) {
            Person host = town.person("Host" + number, Role.COACH, "Europe/Berlin");
            host(
                    host,
                    new Candidate.ByEmail(number % 2 == 0 ? "Target@strangers.org" : "target@strangers.org"),
                    "2026-10-20T08:00:00Z");
        }
        assertThat(count("target@strangers.org")).isEqualTo(MailedInvitees.MOST_TO_AN_ADDRESS);
    }

    @Test
    void who_watches_is_asked_taken_off_and_asked_again_by_one_entry_that_grows() {
        Person dana = town.person("Dorothea", Role.COACH, "Europe/Berlin");
        Person cara = town.person("Cara", Role.MEMBER, "Europe/Berlin");
        Person wim = town.person("Wim", Role.MEMBER, "Europe/Berlin");
        InterviewId id = town.book(dana, cara, "2026-10-20T08:00:00Z");
        town.send(id, dana, new Command.GiveSeat(wim.id(), Seat.OBSERVER));
        Message asked = told("wim@example.org");
        town.send(id, dana, new Command.WithdrawSeat(wim.id()));
        Message off = told("wim@example.org");
        assertThat(off.topic()).isEqualTo("taken-off");
        town.send(id, dana, new Command.GiveSeat(wim.id(), Seat.SHADOW));
        Message again = told("wim@example.org");
        List<VEvent> entries = List.of(entry(asked, "REQUEST"), entry(off, "CANCEL"), entry(again, "REQUEST"));
        assertThat(entries).extracting(entry -> value(entry, Property.UID)).containsOnly(id.toString());
        assertThat(entries).extracting(entry -> value(entry, Property.SEQUENCE)).containsExactly("0", "1", "2");
        // Who is taken off before they heard of it hears nothing.
        Person zoe = town.person("Zoe", Role.MEMBER, "Europe/Berlin");
        town.send(id, dana, new Command.GiveSeat(zoe.id(), Seat.OBSERVER), new Command.WithdrawSeat(zoe.id()));
        town.at(town.now().plusSeconds(1));
        town.look();
        assertThat(count("Zoe@example.org")).isZero();
    }

    /** The clock goes on, what happened is read, and the one message that it became for somebody leaves. */
    private static Message told(String address) {
        town.at(town.now().plusSeconds(1));
        town.look();
        return sent(address);
    }

    @Test
    void a_member_who_takes_the_chair_of_a_link_is_asked_for_their_calendar() {
        Person dana = town.person("Dita", Role.COACH, "Europe/Berlin");
        Person mira = town.person("Mira", Role.MEMBER, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByLink("Somebody"), "2026-10-20T08:00:00Z");
        town.look();
        assertThat(count("mira@example.org")).isZero();
        assertThat(town.bean(Hosting.class).join(made.invitation().orElseThrow(), mira.id()))
                .isInstanceOf(Hosting.Joining.Joined.class);
        town.at(town.now().plusSeconds(1));
        town.look();
        List<Message> all = leaving();
        Message booked = only(all, "mira@example.org");
        assertThat(booked.topic()).isEqualTo("booked");
        assertThat(value(entry(booked, "REQUEST"), Property.LOCATION)).endsWith("/room/" + made.interview());
        Message planned = only(all, "dita@example.org");
        assertThat(planned.topic()).isEqualTo("planned");
        assertThat(value(entry(planned, "REQUEST"), Property.LOCATION))
                .endsWith("/console/interviews/" + made.interview());
        town.look();
        assertThat(leaving()).isEmpty();
    }

    @Test
    void whoever_holds_a_link_may_put_it_into_their_calendar() {
        Person dana = town.person("Dota", Role.COACH, "Europe/Berlin");
        Hosted.Done made = host(dana, new Candidate.ByLink("Somebody"), "2026-10-20T08:00:00Z");
        assertThat(town.bean(CalendarInvites.class)
                        .fileForGuest(made.interview(), "/join/secret")
                        .orElseThrow()
                        .replace("\r\n ", ""))
                .contains("METHOD:PUBLISH", "/join/secret", "Dota")
                .doesNotContain("ATTENDEE");
    }

    private static MailedInvitees invitees() {
        return town.bean(MailedInvitees.class);
    }

    private static void round() {
        invitees().round();
    }

    private static Hosted.Done host(Person host, Candidate candidate, String start) {
        Hosted.Done made = plan(host, candidate, start);
        round();
        return made;
    }

    /** Of which no round has told yet. */
    private static Hosted.Done plan(Person host, Candidate candidate, String start) {
        Hosting.Plan plan = town.plan(Kind.PEER, candidate, Set.of(), start, ZoneId.of("Europe/Berlin"));
        return (Hosted.Done) town.bean(Hosting.class).host(plan, host, town.now());
    }

    /** The only one that goes to an address now, with whatever waits for others. */
    private static Message sent(String address) {
        return only(leaving(), address);
    }

    private static List<Message> waiting(String address) {
        return to(leaving(), address);
    }

    /** Everything that leaves a moment later. */
    private static List<Message> leaving() {
        town.at(town.now().plusSeconds(1));
        return town.delivered();
    }

    private static Token link(Message message) {
        return new Token(message.values().getOrDefault("link", "").substring("/join/".length()));
    }

    private static int count(String address) {
        return town.database
                .jdbcClient()
                .sql("select count(*) from outbox where lower(address) = lower(:address)")
                .param("address", address)
                .query(Integer.class)
                .single();
    }

    private static String rows() {
        return String.join(
                "\n",
                town.database
                        .jdbcClient()
                        .sql("select outbox::text from outbox")
                        .query(String.class)
                        .list());
    }

    private static String unfolded(Message message) {
        return message.calendar().orElseThrow().text().replace("\r\n ", "");
    }
}
