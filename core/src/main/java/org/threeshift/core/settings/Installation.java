package org.threeshift.core.settings;

/**
 * The settings of this installation. A feature adds a component, its column in the table {@code installation} with default
 * and bounds, a line in {@link Settings} that audits it, and a field on the admin's page.
 *
 * @param secondFactorForStaff whether admins and coaches must have one
 * @param coachNotesInExports  whether a coach's private notes about somebody are part of that person's export
 * @param guestDays            how many days somebody without an account is kept after their last interview, 1 to 3650
 * @param mailDays             how many days the outbox keeps a message, 1 to 365
 * @param shareDays            how many days a shared link lasts unless its maker says otherwise, 1 to 90
 * @param erasureDays          how many days somebody who wants to be erased can still call it off, 1 to 90
 */
public record Installation(
        Registration registration,
        boolean secondFactorForStaff,
        boolean coachNotesInExports,
        int guestDays,
        int mailDays,
        int shareDays,
        int erasureDays) {
    public static final int MOST_GUEST_DAYS = 3650;
    public static final int MOST_MAIL_DAYS = 365;
    public static final int MOST_SHARE_DAYS = 90;
    public static final int MOST_ERASURE_DAYS = 90;

    /** As long as nobody changed anything. */
    public static final Installation FRESH = new Installation(Registration.INVITATION, false, true, 90, 30, 14);

    public Installation {
        within(guestDays, MOST_GUEST_DAYS);
        within(mailDays, MOST_MAIL_DAYS);
        within(shareDays, MOST_SHARE_DAYS);
        within(erasureDays, MOST_ERASURE_DAYS);
    }

    /** With the usual wait before an erasure. */
    public Installation(
            Registration registration,
            boolean secondFactorForStaff,
            boolean coachNotesInExports,
            int guestDays,
            int mailDays,
            int shareDays) {
        this(registration, secondFactorForStaff, coachNotesInExports, guestDays, mailDays, shareDays, 7);
    }

    private static void within(int days, int most) {
        if (days < 1 || days > most) {
            throw new IllegalArgumentException("days are from 1 to %d, not %d".formatted(most, days));
        }
    }
}
