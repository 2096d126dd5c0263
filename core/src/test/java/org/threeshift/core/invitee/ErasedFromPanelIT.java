package org.threeshift.core.invitee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.invitee.Letters.entry;
import static org.threeshift.core.invitee.Letters.only;
import static org.threeshift.core.invitee.Letters.value;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.appointment.Appointment;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.erasure.Erasures;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.mail.Message;
import org.threeshift.core.notice.Town;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** Somebody of a panel that is yet to meet is erased: its time, its invitations and its messages. */
class ErasedFromPanelIT {
    @AutoClose
    private static final Town town = new Town(
            Instant.parse("2026-10-12T09:00:00Z"),
            _ -> false,
            List.of("invitee", "push", "appointment", "exchange", "erasure"));

    /** The panel meets without them: the others keep their time and their entry, and whoever left is neither waited for nor written to. */
    @Test
    void who_is_erased_from_a_panel_that_is_planned_leaves_the_others_as_they_were() {
        Person dana = town.person("Daria", Role.COACH, "Europe/Berlin");
        Person cara = town.person("Carla", Role.MEMBER, "Europe/Berlin");
        Person stays = town.person("Stefan", Role.COACH, "Europe/Berlin");
        Person leaves = town.person("Leonid", Role.COACH, "Europe/Berlin");
        Hosting.Plan plan = plan(Kind.PANEL, new Candidate.Member(cara.id()), Set.of(stays.id(), leaves.id()));
        assertThat(town.bean(Hosting.class).host(plan, dana)).isInstanceOf(Hosted.Done.class);
        town.at(town.now().plusSeconds(1));
        town.look();
        List<Message> asked = leaving();
        assertThat(value(entry(only(asked, "leonid@example.org"), "REQUEST"), Property.UID))
                .isEqualTo(plan.interview().toString());
        VEvent before = entry(only(asked, "stefan@example.org"), "REQUEST");

        Erasures erasures = town.bean(Erasures.class);
        erasures.ask(leaves);
        leaving();
        town.at(town.now().plus(Duration.ofDays(40)));
        assertThat(erasures.carryOut(town.now())).isOne();
        town.look();
        assertThat(leaving()).as("nobody has to hear of it").isEmpty();
        Appointment kept = town.bean(Appointments.class).of(plan.interview()).orElseThrow();
        assertThat(kept.people()).containsExactlyInAnyOrder(dana.id(), cara.id(), stays.id());
        assertThat(kept.agreed().span().from()).isEqualTo(Instant.parse("2027-03-02T08:00:00Z"));

        town.move(plan.interview(), dana, "2027-03-03T08:00:00Z");
        town.at(town.now().plusSeconds(1));
        town.look();
        List<Message> moved = leaving();
        assertThat(moved)
                .extracting(Message::address)
                .containsExactlyInAnyOrder("daria@example.org", "carla@example.org", "stefan@example.org");
        VEvent after = entry(only(moved, "stefan@example.org"), "REQUEST");
        assertThat(value(after, Property.UID)).isEqualTo(value(before, Property.UID));
        assertThat(value(after, Property.SEQUENCE)).isEqualTo("1");
        Appointment follows = town.bean(Appointments.class).of(plan.interview()).orElseThrow();
        assertThat(follows.agreed().span().from()).isEqualTo(Instant.parse("2027-03-03T08:00:00Z"));
        assertThat(follows.people()).containsExactlyInAnyOrder(dana.id(), cara.id(), stays.id());
        assertThat(mentions(leaves)).isZero();

        town.send(plan.interview(), dana, new Command.Cancel("Off."));
        town.at(town.now().plusSeconds(1));
        town.look();
        List<Message> off = leaving();
        assertThat(off).hasSize(3);
        assertThat(value(entry(only(off, "stefan@example.org"), "CANCEL"), Property.SEQUENCE))
                .isEqualTo("2");
        assertThat(town.bean(Appointments.class).of(plan.interview())).isEmpty();
    }

    /** The mail may not have left when they go, who is called by name in it. */
    @Test
    void whoever_was_invited_by_somebody_who_is_erased_hears_that_it_is_off_if_they_heard_of_it() {
        Person host = town.person("Henrike", Role.COACH, "Europe/Berlin");
        InterviewId heard = invite(host, "heard@elsewhere.org");
        assertThat(leaving()).extracting(Message::topic).contains("guest-asked");
        invite(host, "unheard@elsewhere.org");
        Erasures erasures = town.bean(Erasures.class);
        erasures.ask(host);
        town.send(heard, host, new Command.Cancel("Off."));
        town.bean(MailedInvitees.class).round();
        town.at(town.now().plus(Duration.ofDays(40)));
        assertThat(erasures.carryOut(town.now())).isOne();
        town.bean(MailedInvitees.class).round();
        List<Message> all = leaving();
        Message off = only(all, "heard@elsewhere.org");
        assertThat(off.topic()).isEqualTo("guest-off");
        assertThat(off.values().toString() + off.calendar()).doesNotContain("Henrike");
        assertThat(all)
                .as("they never heard of it")
                .extracting(Message::address)
                .doesNotContain("unheard@elsewhere.org");
    }

    private static InterviewId invite(Person host, String address) {
        Hosting.Plan plan = plan(Kind.PEER, new Candidate.ByEmail(address), Set.of());
        assertThat(town.bean(Hosting.class).host(plan, host, town.now())).isInstanceOf(Hosted.Done.class);
        town.bean(MailedInvitees.class).round();
        return plan.interview();
    }

    /** Messages that still are somebody's, or to them. */
    private static long mentions(Person person) {
        return town.database
                .jdbcClient()
                .sql("""
                        select count(*) from (
                        select key from outbox where person_id = :person or address = :address
                         union all
                        select key from notice where person_id = :person
                         union all
                        select 'appointment' from appointment_person where person_id = :person) as mention
                        """)
                .param("person", person.id().value())
                .param("address", person.email().orElseThrow())
                .query(Long.class)
                .single();
    }

    private static Hosting.Plan plan(Kind kind, Candidate candidate, Set<PersonId> others) {
        return town.plan(kind, candidate, others, "2027-03-02T08:00:00Z", ZoneId.of("Europe/Berlin"));
    }

    /** Everything that leaves a moment later. */
    private static List<Message> leaving() {
        town.at(town.now().plusSeconds(1));
        return town.delivered();
    }
}
