package org.threeshift.core.pairs;

import java.util.Locale;
import java.util.ResourceBundle;
import org.threeshift.core.pairs.model.PairRefusal;

/** Why not, as a sentence for a person. */
final class PairRefused {
    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.pairs.pairs", Locale.ENGLISH);

    private PairRefused() {}

    static String sentence(PairRefusal refusal) {
        return SENTENCES.getString(refusal.name());
    }

    /** Said in an interview’s log when nobody came. */
    static String nobodyCame() {
        return SENTENCES.getString("nobody-came");
    }

    /** Said in an interview’s log when the two agreed on another hour. */
    static String movedByBoth() {
        return SENTENCES.getString("moved-by-both");
    }

    /** Said in an interview’s log when the two are parted, without saying why. */
    static String parted() {
        return SENTENCES.getString("parted");
    }
}
