package org.threeshift.web.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.threeshift.core.availability.HoursProblem;
import org.threeshift.core.hours.DatedWindow;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.web.hours.HoursForm.Line;
import org.threeshift.web.hours.HoursReader.Reading;

class HoursFormTest {
    @Test
    void a_night_says_until_when_it_lasts_and_a_long_one_is_asked_about() {
        var late = new Line("22:00", "01:00");
        assertThat(late.overnight()).isTrue();
        assertThat(late.nightHours()).isEqualTo(3);
        assertThat(new Line("09:00", "17:00").overnight()).isFalse();
        assertThat(new Line("18:00", "00:00").overnight()).isFalse();
        var slip = new LinkedMultiValueMap<String, String>();
        slip.add("zone", "Europe/Berlin");
        slip.add("MONDAY.from", "17:00");
        slip.add("MONDAY.until", "10:00");
        HoursForm asked = ((Reading.Wrong) HoursReader.read(HoursForm.typed(slip), TODAY, _ -> false)).form();
        assertThat(asked.asksAboutNights()).isTrue();
        assertThat(asked.of(DayOfWeek.MONDAY).getFirst().problem()).contains(HoursProblem.LONG_NIGHT);
        assertThat(HoursReader.read(HoursForm.typed(slip), TODAY, _ -> true)).isInstanceOf(Reading.Fine.class);
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();

    HoursFormTest() {
        sent.add("zone", "Europe/Berlin");
    }

    @Test
    void what_is_shown_reads_back_as_it_was() {
        var hours = new WeeklyHours(
                ZoneId.of("Europe/Berlin"),
                List.of(
                        new Window(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(10, 30)),
                        new Window(DayOfWeek.MONDAY, LocalTime.of(22, 0), LocalTime.of(1, 0)),
                        new Window(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)),
                List.of(
                        DatedWindow.closed(LocalDate.of(2026, 12, 25)),
                        DatedWindow.closed(LocalDate.of(2026, 12, 24)),
                        DatedWindow.open(LocalDate.of(2026, 12, 24), LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        DatedWindow.open(LocalDate.of(2026, 12, 24), LocalTime.of(13, 0), LocalTime.of(14, 0))));
        assertThat(HoursReader.read(HoursForm.of(hours, TODAY, Duration.ZERO), TODAY, _ -> false))
                .isEqualTo(new Reading.Fine(hours));
    }

    @Test
    void days_that_are_over_are_left_out() {
        var hours = new WeeklyHours(
                ZoneId.of("UTC"),
                List.of(),
                List.of(DatedWindow.closed(TODAY.minusDays(1)), DatedWindow.closed(TODAY)));
        assertThat(HoursForm.of(hours, TODAY, Duration.ZERO).dates())
                .extracting(HoursForm.DateLine::date)
                .containsExactly("2026-11-26");
    }

    @Test
    void blank_lines_count_as_none_and_times_are_read_as_people_type_them() {
        line("MONDAY", "9:00", " 24:00 ");
        line("MONDAY", "", "");
        assertThat(windows()).containsExactly(new Window(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.MIDNIGHT));
    }

    @Test
    void each_line_says_what_is_wrong_with_it_and_keeps_what_was_typed() {
        line("MONDAY", "09:00", "");
        line("TUESDAY", "late", "20:00");
        line("WEDNESDAY", "18:00", "18:00");
        line("THURSDAY", "18:00:30", "19:00");
        assertThat(problem(DayOfWeek.MONDAY)).contains(HoursProblem.TIME_MISSING);
        assertThat(problem(DayOfWeek.TUESDAY)).contains(HoursProblem.TIME_UNREADABLE);
        assertThat(problem(DayOfWeek.WEDNESDAY)).contains(HoursProblem.TIMES_EQUAL);
        assertThat(problem(DayOfWeek.THURSDAY)).contains(HoursProblem.TIME_UNREADABLE);
        assertThat(wrong().of(DayOfWeek.TUESDAY).getFirst().from()).isEqualTo("late");
    }

    @Test
    void hours_overlap_within_a_day_over_midnight_and_from_sunday_into_monday() {
        line("MONDAY", "09:00", "11:00");
        line("MONDAY", "11:00", "12:00");
        assertThat(HoursReader.read(HoursForm.typed(sent), TODAY, _ -> false)).isInstanceOf(Reading.Fine.class);
        line("MONDAY", "10:59", "11:01");
        assertThat(wrong().of(DayOfWeek.MONDAY))
                .extracting(Line::problem)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(HoursProblem.OVERLAPPING));
        sent.clear();
        sent.add("zone", "UTC");
        line("SUNDAY", "22:00", "02:00");
        line("MONDAY", "01:00", "03:00");
        assertThat(problem(DayOfWeek.SUNDAY)).contains(HoursProblem.OVERLAPPING);
    }

    @Test
    void a_ninth_line_of_a_day_is_too_many() {
        for (int hour = 0; hour < 9; hour++) {
            line("MONDAY", "%02d:00".formatted(2 * hour), "%02d:30".formatted(2 * hour));
        }
        assertThat(wrong().of(DayOfWeek.MONDAY).getLast().problem()).contains(HoursProblem.TOO_MANY_WINDOWS);
    }

    @Test
    void a_single_day_is_closed_or_has_other_hours_and_not_both() {
        date("2026-12-24", "open", "09:00", "12:00");
        date("2026-12-25", "closed", "", "");
        assertThat(HoursReader.read(HoursForm.typed(sent), TODAY, _ -> false))
                .isEqualTo(new Reading.Fine(new WeeklyHours(
                        ZoneId.of("Europe/Berlin"),
                        List.of(),
                        List.of(
                                DatedWindow.closed(LocalDate.of(2026, 12, 24)),
                                DatedWindow.open(LocalDate.of(2026, 12, 24), LocalTime.of(9, 0), LocalTime.of(12, 0)),
                                DatedWindow.closed(LocalDate.of(2026, 12, 25))))));
        date("2026-12-24", "closed", "", "");
        assertThat(wrong().dates().getLast().line().problem()).contains(HoursProblem.DATE_CLOSED_AND_OPEN);
    }

    @Test
    void a_date_is_one_to_come_within_two_years() {
        date("2026-11-25", "closed", "", "");
        date("2028-11-27", "closed", "", "");
        date("soon", "closed", "", "");
        date("", "open", "09:00", "10:00");
        date("2026-11-26", "open", "", "");
        assertThat(wrong().dates())
                .extracting(one -> one.line().problem().orElseThrow())
                .containsExactly(
                        HoursProblem.DATE_PAST,
                        HoursProblem.DATE_FAR,
                        HoursProblem.DATE_UNREADABLE,
                        HoursProblem.DATE_MISSING,
                        HoursProblem.TIME_MISSING);
    }

    @Test
    void a_single_day_without_a_date_is_not_dropped_but_asked_about() {
        date("", "closed", "", "");
        assertThat(wrong().dates().getFirst().line().problem()).contains(HoursProblem.DATE_MISSING);
    }

    @Test
    void hours_that_hold_nothing_are_kept_and_say_so_where_they_stand() {
        var hours = new WeeklyHours(
                ZoneId.of("UTC"),
                List.of(
                        new Window(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(9, 10)),
                        new Window(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(10, 0))),
                List.of(DatedWindow.open(TODAY, LocalTime.of(9, 0), LocalTime.of(9, 10))));
        HoursForm form = HoursForm.of(hours, TODAY, Duration.ofMinutes(40));
        assertThat(form.of(DayOfWeek.MONDAY).getFirst().tooShort()).isTrue();
        assertThat(form.of(DayOfWeek.TUESDAY).getFirst().tooShort()).isFalse();
        assertThat(form.dates().getFirst().line().tooShort()).isTrue();
        assertThat(form.tooShort()).isTrue();
        assertThat(form.refused()).isFalse();
        assertThat(HoursForm.of(hours, TODAY, Duration.ofMinutes(10)).tooShort())
                .isFalse();
    }

    @Test
    void a_zone_is_one_of_the_list() {
        sent.set("zone", "Mars/Base");
        assertThat(wrong().zoneProblem()).contains(HoursProblem.ZONE_UNKNOWN);
    }

    @Test
    void buttons_add_and_remove_lines_and_copy_a_day_to_the_weekdays() {
        line("TUESDAY", "18:00", "20:00");
        line("SATURDAY", "10:00", "12:00");
        HoursForm form = HoursForm.typed(sent);
        HoursForm added = form.changed("add TUESDAY");
        assertThat(added.of(DayOfWeek.TUESDAY)).containsExactly(new Line("18:00", "20:00"), Line.BLANK);
        assertThat(added.focus()).isEqualTo("TUESDAY-1");
        HoursForm removed = added.changed("remove TUESDAY 1");
        assertThat(removed.of(DayOfWeek.TUESDAY)).containsExactly(new Line("18:00", "20:00"));
        assertThat(removed.focus()).isEqualTo("add-TUESDAY");
        HoursForm copied = form.changed("copy TUESDAY");
        for (DayOfWeek day : DayOfWeek.values()) {
            assertThat(copied.of(day))
                    .isEqualTo(
                            day == DayOfWeek.SATURDAY
                                    ? List.of(new Line("10:00", "12:00"))
                                    : day == DayOfWeek.SUNDAY ? List.of() : List.of(new Line("18:00", "20:00")));
        }
        assertThat(form.changed("add-date").dates()).hasSize(1);
        assertThat(form.changed("add-date").changed("remove-date 0").dates()).isEmpty();
    }

    @Test
    void what_is_no_button_of_the_form_changes_nothing() {
        line("TUESDAY", "18:00", "20:00");
        HoursForm form = HoursForm.typed(sent);
        for (String change : List.of("", "add", "add DOOMSDAY", "fly TUESDAY")) {
            assertThat(form.changed(change)).isEqualTo(form);
        }
        for (String change : List.of("remove TUESDAY", "remove TUESDAY 7", "remove TUESDAY -1", "remove TUESDAY x")) {
            assertThat(form.changed(change).week()).isEqualTo(form.week());
        }
    }

    @Test
    void copying_a_day_leaves_days_with_lines_of_their_own_says_which_and_copies_to_them_when_asked() {
        line("MONDAY", "09:00", "12:00");
        line("TUESDAY", "14:00", "15:00");
        line("WEDNESDAY", "", "");
        line("THURSDAY", "09:00", "12:00");
        HoursForm copied = HoursForm.typed(sent).changed("copy MONDAY");
        assertThat(copied.of(DayOfWeek.TUESDAY)).containsExactly(new Line("14:00", "15:00"));
        assertThat(copied.of(DayOfWeek.WEDNESDAY)).containsExactly(new Line("09:00", "12:00"));
        assertThat(copied.copied().orElseThrow().to()).containsExactly(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
        assertThat(copied.copied().orElseThrow().left()).containsExactly(DayOfWeek.TUESDAY);
        HoursForm over = copied.changed("copy-over MONDAY");
        assertThat(over.of(DayOfWeek.TUESDAY)).containsExactly(new Line("09:00", "12:00"));
        assertThat(over.copied().orElseThrow().before())
                .containsEntry(DayOfWeek.TUESDAY, List.of(new Line("14:00", "15:00")));
    }

    @Test
    void one_step_back_undoes_a_copy_and_what_was_copied_over() {
        line("MONDAY", "09:00", "12:00");
        line("TUESDAY", "09:00", "12:00");
        line("WEDNESDAY", "09:00", "12:00");
        copied();
        HoursForm undone = HoursForm.typed(sent).changed("undo-copy MONDAY");
        assertThat(undone.of(DayOfWeek.MONDAY)).containsExactly(new Line("09:00", "12:00"));
        assertThat(undone.of(DayOfWeek.TUESDAY)).containsExactly(new Line("14:00", "15:00"));
        assertThat(undone.of(DayOfWeek.WEDNESDAY)).isEmpty();
        assertThat(undone.copied()).isEmpty();
        line("THURSDAY", "16:00", "17:00");
        assertThat(HoursForm.typed(sent)
                        .changed("copy-over MONDAY")
                        .copied()
                        .orElseThrow()
                        .before())
                .containsKeys(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    }

    @Test
    void a_copy_can_be_undone_until_it_is_saved_whatever_else_is_pressed() {
        line("MONDAY", "09:00", "12:00");
        line("TUESDAY", "09:00", "12:00");
        line("WEDNESDAY", "09:00", "12:00");
        copied();
        for (String button : List.of(
                "add SATURDAY",
                "add MONDAY",
                "add TUESDAY",
                "add-date",
                "remove-date 0",
                "copy SATURDAY",
                "copy-over SATURDAY")) {
            HoursForm later = HoursForm.typed(sent).changed(button);
            assertThat(later.copied().orElseThrow().to())
                    .as(button)
                    .containsExactly(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
            assertThat(later.changed("undo-copy MONDAY").of(DayOfWeek.TUESDAY))
                    .as(button)
                    .containsExactly(new Line("14:00", "15:00"));
        }
        line("SUNDAY", "10:00", "");
        var refused = (Reading.Wrong) HoursReader.read(HoursForm.typed(sent), TODAY, _ -> true);
        assertThat(refused.form().changed("undo-copy MONDAY").of(DayOfWeek.WEDNESDAY))
                .isEmpty();
    }

    @Test
    void a_copy_after_a_copy_goes_where_the_first_one_went_and_is_undone_with_it() {
        line("MONDAY", "09:00", "13:00");
        line("TUESDAY", "09:00", "12:00");
        line("WEDNESDAY", "09:00", "12:00");
        line("SATURDAY", "10:00", "11:00");
        copied();
        for (String button : List.of("copy MONDAY", "copy-over MONDAY", "copy SATURDAY", "copy-over SATURDAY")) {
            HoursForm first = HoursForm.typed(sent);
            HoursForm again = first.changed(button);
            DayOfWeek of = again.copied().orElseThrow().of();
            assertThat(again.of(DayOfWeek.TUESDAY)).as(button).isEqualTo(first.of(of));
            assertThat(again.copied().orElseThrow().left())
                    .as(button)
                    .isEqualTo(button.equals("copy SATURDAY") ? List.of(DayOfWeek.MONDAY) : List.of());
            HoursForm undone = again.changed("undo-copy " + of);
            assertThat(undone.of(DayOfWeek.MONDAY)).as(button).containsExactly(new Line("09:00", "13:00"));
            assertThat(undone.of(DayOfWeek.TUESDAY)).as(button).containsExactly(new Line("14:00", "15:00"));
            assertThat(undone.of(DayOfWeek.WEDNESDAY)).as(button).isEmpty();
        }
    }

    @Test
    void what_was_typed_since_a_copy_is_not_undone() {
        line("MONDAY", "09:00", "12:00");
        line("TUESDAY", "10:00", "12:00");
        line("WEDNESDAY", "09:00", "12:00");
        copied();
        HoursForm later = HoursForm.typed(sent);
        assertThat(later.copied().orElseThrow().to()).containsExactly(DayOfWeek.WEDNESDAY);
        assertThat(later.changed("undo-copy MONDAY").of(DayOfWeek.TUESDAY)).containsExactly(new Line("10:00", "12:00"));
        assertThat(later.changed("remove WEDNESDAY 0").copied()).isEmpty();
    }

    @Test
    void a_day_that_was_left_is_offered_as_long_as_it_has_hours_of_its_own() {
        line("MONDAY", "09:00", "12:00");
        line("TUESDAY", "14:00", "15:00");
        HoursForm copied = HoursForm.typed(sent).changed("copy MONDAY").changed("add SUNDAY");
        assertThat(copied.copied().orElseThrow().left()).containsExactly(DayOfWeek.TUESDAY);
        assertThat(copied.changed("remove TUESDAY 0").copied().orElseThrow().left())
                .isEmpty();
    }

    @Test
    void copying_nothing_touches_nothing() {
        line("MONDAY", "", "");
        line("TUESDAY", "14:00", "15:00");
        HoursForm copied = HoursForm.typed(sent).changed("copy MONDAY");
        assertThat(copied.of(DayOfWeek.TUESDAY)).containsExactly(new Line("14:00", "15:00"));
        assertThat(copied.copied().orElseThrow().to()).isEmpty();
        assertThat(copied.copied().orElseThrow().left()).isEmpty();
    }

    /** As the form brings it along: Monday's hours were copied to Tuesday, which had its own, and to Wednesday, which had none. */
    private void copied() {
        sent.add("copied", "MONDAY");
        sent.add("copied.from", "09:00");
        sent.add("copied.until", "12:00");
        sent.add("copied.before", "TUESDAY");
        sent.add("copied.before.TUESDAY.from", "14:00");
        sent.add("copied.before.TUESDAY.until", "15:00");
        sent.add("copied.before", "WEDNESDAY");
    }

    private void line(String day, String from, String until) {
        sent.add(day + ".from", from);
        sent.add(day + ".until", until);
    }

    private void date(String date, String kind, String from, String until) {
        sent.add("date", date);
        sent.add("date.kind", kind);
        line("date", from, until);
    }

    private List<Window> windows() {
        return ((Reading.Fine) HoursReader.read(HoursForm.typed(sent), TODAY, _ -> false))
                .hours()
                .windows();
    }

    private HoursForm wrong() {
        return ((Reading.Wrong) HoursReader.read(HoursForm.typed(sent), TODAY, _ -> false)).form();
    }

    private Optional<HoursProblem> problem(DayOfWeek day) {
        return wrong().of(day).getFirst().problem();
    }
}
