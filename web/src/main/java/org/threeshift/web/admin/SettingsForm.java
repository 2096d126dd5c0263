package org.threeshift.web.admin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Registration;
import org.threeshift.web.page.Texts;

/** What an admin entered on the settings page, as it was entered. */
public record SettingsForm(
        String registration,
        boolean secondFactorForStaff,
        boolean coachNotesInExports,
        String guestDays,
        String mailDays,
        String shareDays,
        String erasureDays) {

    static SettingsForm of(Installation installation) {
        return new SettingsForm(
                installation.registration().name(),
                installation.secondFactorForStaff(),
                installation.coachNotesInExports(),
                String.valueOf(installation.guestDays()),
                String.valueOf(installation.mailDays()),
                String.valueOf(installation.shareDays()),
                String.valueOf(installation.erasureDays()));
    }

    /** What is wrong, by the name of the input; empty when {@link #installation} has what was meant. */
    Map<String, String> problems(Texts texts) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (registrationMode().isEmpty()) {
            problems.put("registration", texts.text("settings.registration.unknown"));
        }
        check(problems, texts, "guestDays", guestDays, Installation.MOST_GUEST_DAYS);
        check(problems, texts, "mailDays", mailDays, Installation.MOST_MAIL_DAYS);
        check(problems, texts, "shareDays", shareDays, Installation.MOST_SHARE_DAYS);
        check(problems, texts, "erasureDays", erasureDays, Installation.MOST_ERASURE_DAYS);
        return problems;
    }

    Optional<Installation> installation() {
        OptionalInt guests = days(guestDays, Installation.MOST_GUEST_DAYS);
        OptionalInt mail = days(mailDays, Installation.MOST_MAIL_DAYS);
        OptionalInt share = days(shareDays, Installation.MOST_SHARE_DAYS);
        OptionalInt erasure = days(erasureDays, Installation.MOST_ERASURE_DAYS);
        return registrationMode()
                .filter(mode -> guests.isPresent() && mail.isPresent() && share.isPresent() && erasure.isPresent())
                .map(mode -> new Installation(
                        mode,
                        secondFactorForStaff,
                        coachNotesInExports,
                        guests.getAsInt(),
                        mail.getAsInt(),
                        share.getAsInt(),
                        erasure.getAsInt()));
    }

    private Optional<Registration> registrationMode() {
        return Arrays.stream(Registration.values())
                .filter(mode -> mode.name().equals(registration))
                .findFirst();
    }

    private static void check(Map<String, String> problems, Texts texts, String name, String typed, int most) {
        if (days(typed, most).isEmpty()) {
            problems.put(name, texts.text("settings.days.wrong", String.valueOf(most)));
        }
    }

    private static OptionalInt days(String typed, int most) {
        String digits = typed.strip();
        if (!digits.matches("[0-9]{1,5}")) {
            return OptionalInt.empty();
        }
        int days = Integer.parseInt(digits);
        return days >= 1 && days <= most ? OptionalInt.of(days) : OptionalInt.empty();
    }
}
