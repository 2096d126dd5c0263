package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.Taking;
import org.threeshift.core.appointment.What;
import org.threeshift.core.calendar.CalendarInvites;
import org.threeshift.core.calendar.Feed;
import org.threeshift.core.calendar.Feeds;
import org.threeshift.core.calendar.Times;
import org.threeshift.core.exchange.ExchangeId;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** What becomes of meetings, and of their entries in calendars, when their evening is changed. */
class EveningChangesIT extends EveningNode {
    @Test
    void who_meets_as_before_keeps_the_interview_and_its_entry_which_goes_where_the_evening_goes() throws Exception {
        List<Person> members = members(5);
        EveningId id = published(members, 3, 2);
        Person ada = members.getFirst();
        List<Sitting> before = view(id, coach).sittings();
        Map<InterviewId, ExchangeId> exchanges = exchanges(before);
        Map<String, VEvent> entries = feed(ada);
        assertThat(entries).isNotEmpty();
        // So that each slot begins in the slot before it: nobody’s hour is free until it is their own that goes.
        done(evenings().change(coach, id, at(draft(members, 3, 2, 5), "19:15"), "The room is taken"));
        EveningView after = view(id, coach);
        assertThat(after.sittings())
                .extracting(Sitting::id, Sitting::meeting, Sitting::interview)
                .containsExactlyElementsOf(before.stream()
                        .map(one -> org.assertj.core.groups.Tuple.tuple(one.id(), one.meeting(), one.interview()))
                        .toList());
        for (Sitting one : after.sittings()) {
            Span slot = after.evening().slot(one.meeting().slot());
            assertThat(one.span(after.evening())).isEqualTo(slot);
            assertThat(node.getBean(Appointments.class)
                            .of(one.interview())
                            .orElseThrow()
                            .agreed()
                            .span())
                    .isEqualTo(slot);
        }
        assertThat(exchanges(after.sittings())).as("with its second half").isEqualTo(exchanges);
        Map<String, VEvent> moved = feed(ada);
        assertThat(moved.keySet()).isEqualTo(entries.keySet());
        moved.forEach((uid, entry) -> {
            VEvent was = Objects.requireNonNull(entries.get(uid));
            assertThat(sequence(entry)).isGreaterThan(sequence(was));
            assertThat(start(entry)).isEqualTo(start(was).plus(Duration.ofMinutes(45)));
        });
        assertThat(dates().takenBack(before.stream().map(Sitting::interview).toList()))
                .isEmpty();
        done(evenings().change(coach, id, at(draft(members, 3, 2, 5), "17:50"), "The room is free earlier"));
        assertThat(feed(ada).keySet()).as("and back, beyond where it was").isEqualTo(entries.keySet());
    }

    @Test
    void pauses_that_grow_move_each_slot_by_its_own() {
        List<Person> members = members(4);
        EveningId id = published(members, 3, 2);
        List<InterviewId> before = interviews(id);
        done(evenings().change(coach, id, at(draft(members, 3, 2, 25), "18:10"), "We need longer breaks"));
        EveningView after = view(id, coach);
        assertThat(interviews(id)).isEqualTo(before);
        assertThat(after.sittings())
                .allMatch(one -> one.span(after.evening())
                        .equals(after.evening().slot(one.meeting().slot())));
    }

    @Test
    void in_other_rooms_meetings_stay_and_only_what_no_room_is_left_for_is_called_off() throws Exception {
        List<Person> members = members(4);
        EveningId id = published(members, 2, 2);
        List<Sitting> before = view(id, coach).sittings();
        done(evenings().change(coach, id, draft(members, 2, 1, 5), "The room is smaller"));
        List<Sitting> after = view(id, coach).sittings();
        assertThat(after).hasSize(2).allMatch(one -> one.meeting().room() == 1);
        List<InterviewId> planned = before.stream().map(Sitting::interview).toList();
        Set<InterviewId> stay =
                after.stream().map(Sitting::interview).filter(planned::contains).collect(Collectors.toSet());
        assertThat(stay).as("whoever sat out meets in the second slot").hasSize(1);
        for (Sitting one : before) {
            Person host = members.stream()
                    .filter(each -> each.id().equals(one.meeting().first()))
                    .findFirst()
                    .orElseThrow();
            VEvent entry = entry(node.getBean(CalendarInvites.class)
                    .file(host, one.interview(), Times.UTC)
                    .orElseThrow());
            boolean stays = stay.contains(one.interview());
            assertThat(entry.getProperty("STATUS").map(status -> status.getValue()))
                    .contains(stays ? "CONFIRMED" : "CANCELLED");
            assertThat(sequence(entry)).as("as nothing was moved").isEqualTo(stays ? 0 : 1);
        }
        done(evenings().change(coach, id, draft(members, 2, 2, 5), "The old room after all"));
        assertThat(view(id, coach).sittings())
                .hasSize(4)
                .extracting(Sitting::interview)
                .as("and whoever found no room is asked anew")
                .containsAll(stay)
                .doesNotContainAnyElementsOf(
                        planned.stream().filter(one -> !stay.contains(one)).toList());
    }

    @Test
    void on_other_questions_or_for_another_length_it_is_another_interview() {
        List<Person> members = members(4);
        EveningId id = published(members, 2, 2);
        List<InterviewId> before = interviews(id);
        Draft same = draft(members, 2, 2, 5);
        done(evenings()
                .change(coach, id, with(same, same.slotMinutes(), List.of("marketing-manager/the-seven")), "Others"));
        List<InterviewId> others = interviews(id);
        assertThat(others).hasSize(4).doesNotContainAnyElementsOf(before);
        assertThat(dates().takenBack(before)).containsExactlyInAnyOrderElementsOf(before);
        done(evenings()
                .change(coach, id, with(same, "44", List.of("marketing-manager/the-seven")), "We need more time"));
        assertThat(interviews(id)).hasSize(4).doesNotContainAnyElementsOf(others);
        for (Sitting one : view(id, coach).sittings()) {
            assertThat(node.getBean(Exchanges.class)
                            .of(one.interview(), one.meeting().first())
                            .orElseThrow()
                            .minutes())
                    .isEqualTo(44);
        }
    }

    @Test
    void nobody_keeps_a_meeting_whose_first_questions_they_are_yet_to_be_asked_elsewhere() {
        List<Person> members = members(2);
        EveningId id = published(members, 1, 1);
        Sitting before = view(id, coach).sittings().getFirst();
        PersonId host = before.meeting().first();
        Set<String> agenda = agenda(node.getBean(InterviewStates.class), before.interview());
        var bank = node.getBean(org.threeshift.core.bank.Banks.class)
                .newest("marketing-manager")
                .orElseThrow();
        node.getBean(org.threeshift.core.interview.Hosting.class)
                .host(
                        new org.threeshift.core.interview.Hosting.Plan(
                                new InterviewId(UUID.randomUUID()),
                                org.threeshift.core.interview.model.Kind.PEER,
                                bank.id(),
                                "made-up",
                                new org.threeshift.core.interview.Hosting.Candidate.Member(host),
                                Set.of(),
                                Optional.of(START.plus(Duration.ofDays(3))),
                                ZoneId.of("UTC")),
                        bank,
                        new org.threeshift.core.bank.Round("made-up", "All of them", "", List.copyOf(agenda), 60),
                        coach,
                        now);
        done(evenings().change(coach, id, at(draft(members, 1, 1, 5), "19:30"), "The room is taken"));
        Sitting after = view(id, coach).sittings().getFirst();
        assertThat(after.interview()).isNotEqualTo(before.interview());
        assertThat(
                        after.meeting().first().equals(host)
                                ? agenda(node.getBean(InterviewStates.class), after.interview())
                                : Set.<String>of())
                .doesNotContainAnyElementsOf(agenda);
    }

    @Test
    void whoever_has_something_else_at_the_new_hour_meets_nobody_then_and_nobody_is_in_two_places() {
        List<Person> members = members(4);
        EveningId id = published(members, 2, 2);
        Person ada = members.getFirst();
        Instant elsewhere = START.plus(Duration.ofHours(2));
        assertThat(node.getBean(Appointments.class)
                        .take(
                                Set.of(ada.id()),
                                Agreed.of(Span.of(elsewhere, Duration.ofMinutes(30)), ZoneId.of("UTC")),
                                new What(What.Kind.BOOKING, UUID.randomUUID())))
                .isInstanceOf(Taking.Taken.class);
        List<Sitting> before = view(id, coach).sittings();
        done(evenings().change(coach, id, at(draft(members, 2, 2, 5), "20:30"), "Later"));
        List<Sitting> after = view(id, coach).sittings();
        assertThat(after)
                .filteredOn(one -> one.meeting().slot() == 1)
                .singleElement()
                .matches(one -> !one.meeting().has(ada.id()));
        for (Sitting one : before) {
            if (after.stream().noneMatch(each -> each.interview().equals(one.interview()))) {
                assertThat(node.getBean(Appointments.class).of(one.interview())).isEmpty();
            }
        }
        assertThat(node.getBean(Appointments.class).of(ada.id(), Span.of(START, Duration.ofHours(5))))
                .hasSize(1 + view(id, ada).own().size());
    }

    @Test
    void what_began_before_its_time_stays_where_it_is_and_everything_ahead_follows() {
        List<Person> members = members(4);
        EveningId id = published(members, 2, 2);
        List<Sitting> before = view(id, coach).sittings();
        Sitting begun = before.getFirst();
        now = START.minus(Duration.ofMinutes(5));
        begin(begun);
        done(evenings().change(coach, id, at(draft(members, 2, 2, 5), "19:30"), "The room is taken"));
        EveningView after = view(id, coach);
        assertThat(interviews(id))
                .isEqualTo(before.stream().map(Sitting::interview).toList());
        assertThat(after.sittings())
                .allMatch(one -> one.interview().equals(begun.interview())
                        ? one.startsAt().equals(Optional.of(START))
                        : one.span(after.evening())
                                .equals(after.evening().slot(one.meeting().slot())));
    }

    @Test
    void what_cannot_go_that_far_says_so() {
        List<Person> members = members(2);
        Draft draft = far(members, "07:00");
        EveningId id = done(evenings().plan(coach, cohort, draft));
        members.forEach(member -> answer(member, id, true));
        done(evenings().publish(coach, id));
        List<InterviewId> before = interviews(id);
        assertThat(sentences(evenings().change(coach, id, far(members, "08:50"), "Later")))
                .containsExactly(org.threeshift.core.interview.model.Refusal.of(
                                org.threeshift.core.interview.model.Refusal.Code.TIME_TOO_FAR, "366")
                        .sentence());
        assertThat(interviews(id)).isEqualTo(before);
    }

    /** Somebody’s no stands whatever can be made of the plan; what they had there is taken back even so. */
    @Test
    void where_no_plan_can_be_made_after_a_no_the_meetings_of_whoever_said_it_are_taken_out_of_the_one_that_there_is() {
        List<Person> members = members(5);
        EveningId id = done(evenings().plan(coach, cohort, far(members, "08:50")));
        members.forEach(member -> answer(member, id, true));
        now = MONDAY.plus(Duration.ofDays(1));
        done(evenings().publish(coach, id));
        // By a clock that goes back: the second slot is too far ahead for whoever sat out to be asked to it now.
        now = MONDAY;
        List<Sitting> before = view(id, coach).sittings();
        PersonId leaves = view(id, coach).of(2).getFirst().meeting().first();
        answer(
                members.stream()
                        .filter(one -> one.id().equals(leaves))
                        .findFirst()
                        .orElseThrow(),
                id,
                false);
        assertThat(view(id, coach).sittings())
                .containsExactlyElementsOf(before.stream()
                        .filter(one -> !one.meeting().has(leaves))
                        .toList());
        before.stream()
                .filter(one -> one.meeting().has(leaves))
                .forEach(one -> assertThat(node.getBean(Appointments.class).of(one.interview()))
                        .isEmpty());
    }

    /** In the last minutes before which a plan can be made: its second slot lies beyond. */
    private static Draft far(List<Person> members, String time) {
        Draft draft = draft(members, 2, 2, 5);
        return at(
                new Draft(
                        draft.title(),
                        "2027-11-24",
                        draft.time(),
                        draft.slotMinutes(),
                        draft.breakMinutes(),
                        draft.slots(),
                        draft.rooms(),
                        draft.rounds(),
                        draft.guests(),
                        draft.note()),
                time);
    }

    @Test
    void an_entry_whose_evening_is_called_otherwise_is_a_newer_one() throws Exception {
        List<Person> members = members(2);
        EveningId id = published(members, 1, 1);
        Person ada = members.getFirst();
        Map<String, VEvent> before = feed(ada);
        now = now.plus(Duration.ofHours(1));
        Draft draft = draft(members, 1, 1, 5);
        done(evenings()
                .change(
                        coach,
                        id,
                        new Draft(
                                "Four chairs",
                                draft.day(),
                                draft.time(),
                                draft.slotMinutes(),
                                draft.breakMinutes(),
                                draft.slots(),
                                draft.rooms(),
                                draft.rounds(),
                                draft.guests(),
                                draft.note()),
                        "A better name"));
        Map<String, VEvent> after = feed(ada);
        assertThat(after.keySet()).isEqualTo(before.keySet()).isNotEmpty();
        after.forEach((uid, entry) -> {
            VEvent was = Objects.requireNonNull(before.get(uid));
            assertThat(value(entry, "DESCRIPTION")).contains("Four chairs");
            assertThat(value(was, "DESCRIPTION")).doesNotContain("Four chairs");
            assertThat(value(entry, "DTSTAMP")).isGreaterThan(value(was, "DTSTAMP"));
            assertThat(value(entry, "LAST-MODIFIED")).isGreaterThan(value(was, "LAST-MODIFIED"));
        });
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static Map<InterviewId, ExchangeId> exchanges(List<Sitting> sittings) {
        Map<InterviewId, ExchangeId> exchanges = new HashMap<>();
        sittings.forEach(one -> exchanges.put(
                one.interview(),
                node.getBean(Exchanges.class)
                        .of(one.interview(), one.meeting().first())
                        .orElseThrow()
                        .id()));
        return exchanges;
    }

    private static List<InterviewId> interviews(EveningId id) {
        return view(id, coach).sittings().stream().map(Sitting::interview).toList();
    }

    private static Draft with(Draft draft, String slotMinutes, List<String> rounds) {
        return new Draft(
                draft.title(),
                draft.day(),
                draft.time(),
                slotMinutes,
                draft.breakMinutes(),
                draft.slots(),
                draft.rooms(),
                rounds,
                draft.guests(),
                draft.note());
    }

    private static Map<String, VEvent> feed(Person person) throws Exception {
        Feeds feeds = node.getBean(Feeds.class);
        String read = feeds.read(
                        feeds.renew(person, feeds.of(person).map(Feed::madeAt)).orElseThrow())
                .orElseThrow();
        return new CalendarBuilder()
                .build(new StringReader(read)).<VEvent>getComponents("VEVENT").stream()
                        .collect(Collectors.toMap(
                                event -> event.getRequiredProperty("UID").getValue(), event -> event));
    }

    private static VEvent entry(String file) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(file))
                .<VEvent>getComponents("VEVENT")
                .getFirst();
    }

    private static int sequence(VEvent event) {
        return Integer.parseInt(value(event, "SEQUENCE"));
    }

    private static Instant start(VEvent event) {
        String read = value(event, "DTSTART");
        return Instant.parse(read.replaceFirst("(\\d{4})(\\d\\d)(\\d\\dT\\d\\d)(\\d\\d)(\\d\\d)Z", "$1-$2-$3:$4:$5Z"));
    }
}
