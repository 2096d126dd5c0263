package org.threeshift.core.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody did, as far as it is worth an audit line. A new deed needs two sentences in web: {@code audit.deed.…}, as the
 * admin reads it, and {@code audit.own.…}, as the person concerned reads it. Names are stored, so that none is ever changed.
 */
public enum Deed {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    SET_UP,
    ACCOUNT_MADE,
    PASSWORD_LINK_MADE,
    PASSWORD_SET,
    INVITED,
    INVITATION_REVOKED,
    INVITATION_ACCEPTED,
    CAME_BY_PAGE,
    ADDRESS_CHANGE_ASKED,
    ADDRESS_CHANGE_CANCELLED,
    ADDRESS_CHANGED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    ROLE_CHANGED,
    SUSPENDED,
    READMITTED,
    GUEST_MERGED,
    COHORT_JOINED,
    COHORT_LEFT,
    COHORT_TAKEN_OUT,
    COHORT_SHARED,
    COHORT_PASSED_ON,
    COHORT_COACH_TAKEN_OFF,
    COHORT_ENDED,
    SCORECARD_VIEWED,
    SECOND_OPINION_LOCKED,
    SHEET_AMENDED,
    SCORECARD_PUBLISHED,
    SETTING_CHANGED,
    MESSAGE_READ,
    MESSAGE_SENT_AGAIN,
    MESSAGE_DISCARDED,
    TRAIL_DOWNLOADED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    SECOND_FACTOR_SET_UP,
    SECOND_FACTOR_REMOVED,
    RECOVERY_CODE_USED,
    RECOVERY_CODES_RENEWED,
    PROVIDER_LINKED,
    PROVIDER_UNLINKED,
    DEVICE_SIGNED_OUT,
    OTHER_DEVICES_SIGNED_OUT,
    SCORECARD_SHARED,
    SHARE_REVOKED,
    RESULTS_KEPT,
    RESULTS_OPENED,
    GLASS_BROKEN,
    DATA_EXPORT_ASKED,
    DATA_EXPORTED,
    ERASURE_ASKED,
    ERASURE_CALLED_OFF,
    ERASED,
    MEMBER_BLOCKED,
    MEMBER_UNBLOCKED,
    MEMBER_REPORTED,
    REPORT_HANDLED,
    MATCHING_PAUSED,
    PAUSE_LIFTED,
    DRAW_ASKED_FOR;

    /** As it is stored and asked for in addresses, such as {@code signed-in}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Absent for what no version of the program wrote, and for what a later one did. */
    public static Optional<Deed> of(String code) {
        return Arrays.stream(values()).filter(deed -> deed.code().equals(code)).findFirst();
    }
}
