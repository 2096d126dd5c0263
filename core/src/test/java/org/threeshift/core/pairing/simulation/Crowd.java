package org.threeshift.core.pairing.simulation;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.pairing.Standing;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Seniority;
import org.threeshift.core.rubric.Shift;

/**
 * Makes members up, plausibly: most of them lead nobody yet, practise in the evening and speak English; a quarter live far from the
 * rest; most keep what they promise, and one in eight often does not. The same seed makes the same members.
 */
record Crowd(long seed) {
    private static final List<Seniority> LEVELS = List.of(Seniority.values());
    private static final List<Shift> SHIFTS = List.of(Shift.values());

    List<Member> members(int size) {
        return IntStream.range(0, size).mapToObj(this::member).toList();
    }

    private Member member(int number) {
        Random chance = new Random(seed * 1_000_003 + number);
        chance.nextDouble();
        int weak = one(chance, 45, 30, 25);
        // In this order: whatever is drawn anew in between makes it another crowd.
        PersonId person = new PersonId(new UUID(chance.nextLong(), chance.nextLong()));
        String role = List.of("Marketing manager", "Product manager", "Engineering manager")
                .get(one(chance, 60, 25, 15));
        Seniority level = LEVELS.get(one(chance, 40, 35, 15, 7, 3));
        Set<String> languages = languages(chance);
        WeeklyHours hours = hours(chance);
        var standing = new Standing(
                SHIFTS.get(weak), SHIFTS.get((weak + 1 + chance.nextInt(2)) % 3), 0.5 + chance.nextDouble() / 2);
        double often = 0.3 + 0.7 * chance.nextDouble();
        double keeps = chance.nextInt(8) == 0 ? 0.4 + 0.3 * chance.nextDouble() : 0.88 + 0.11 * chance.nextDouble();
        double confirms = 0.6 + 0.35 * keeps;
        return new Member(
                number, person, role, level, languages, hours, standing, often, keeps, confirms, chance.nextDouble());
    }

    private static Set<String> languages(Random chance) {
        Set<String> languages = new HashSet<>();
        add(languages, chance, "en", 85);
        add(languages, chance, "de", 40);
        add(languages, chance, "fr", 15);
        add(languages, chance, "es", 15);
        return languages.isEmpty() ? Set.of("en") : languages;
    }

    private static void add(Set<String> languages, Random chance, String code, int percent) {
        if (chance.nextInt(100) < percent) {
            languages.add(code);
        }
    }

    private static WeeklyHours hours(Random chance) {
        ZoneId zone = ZoneId.of(List.of(
                        "Europe/Berlin",
                        "Europe/London",
                        "America/New_York",
                        "Asia/Kolkata",
                        "America/Sao_Paulo",
                        "Australia/Adelaide")
                .get(one(chance, 55, 20, 10, 8, 4, 3)));
        List<Window> windows = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean free = day.compareTo(DayOfWeek.SATURDAY) >= 0;
            if (chance.nextInt(100) < (free ? 25 : 35)) {
                LocalTime from =
                        free ? LocalTime.of(10 + chance.nextInt(6), 0) : LocalTime.of(17 + chance.nextInt(3), 30);
                windows.add(new Window(day, from, from.plusMinutes(90 + 30L * chance.nextInt(4))));
            }
            if (!free && chance.nextInt(100) < 10) {
                windows.add(new Window(day, LocalTime.of(7, 0), LocalTime.of(8, 30)));
            }
        }
        if (windows.isEmpty()) {
            windows.add(new Window(DayOfWeek.WEDNESDAY, LocalTime.of(18, 0), LocalTime.of(20, 0)));
        }
        return new WeeklyHours(zone, windows, List.of());
    }

    /** Which of several, by their percentages. */
    private static int one(Random chance, int... percent) {
        int drawn = chance.nextInt(100);
        int which = 0;
        while (drawn >= percent[which]) {
            drawn -= percent[which];
            which++;
        }
        return which;
    }
}
