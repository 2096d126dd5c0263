package org.threeshift.web.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
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
        assertThat(HoursReader.read(HoursForm.of(hours, TODAY), TODAY)).isEqualTo(new Reading.Fine(hours));
    }

    @Test
    void days_that_are_over_are_left_out() {
        var hours = new WeeklyHours(
                ZoneId.of("UTC"),
                List.of(),
                List.of(DatedWindow.closed(TODAY.minusDays(1)), DatedWindow.closed(TODAY)));
        assertThat(HoursForm.of(hours, TODAY).dates())
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
        assertThat(HoursReader.read(HoursForm.typed(sent), TODAY)).isInstanceOf(Reading.Fine.class);
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
        date("", "closed", "", "");
        assertThat(HoursReader.read(HoursForm.typed(sent), TODAY))
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
    void a_zone_is_one_of_the_list() {
        sent.set("zone", "Mars/Base");
        assertThat(wrong().zoneProblem()).contains(HoursProblem.ZONE_UNKNOWN);
    }

    @Test
    void buttons_add_and_remove_lines_and_copy_a_day_to_all_weekdays() {
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
        return ((Reading.Fine) HoursReader.read(HoursForm.typed(sent), TODAY))
                .hours()
                .windows();
    }

    private HoursForm wrong() {
        return ((Reading.Wrong) HoursReader.read(HoursForm.typed(sent), TODAY)).form();
    }

    private Optional<HoursProblem> problem(DayOfWeek day) {
        return wrong().of(day).getFirst().problem();
    }
}
