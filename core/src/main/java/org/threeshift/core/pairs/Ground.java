package org.threeshift.core.pairs;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.threeshift.core.pairing.Reason;
import org.threeshift.core.pairing.Weight;
import org.threeshift.core.pairs.model.Origin;
import org.threeshift.core.people.Languages;

/**
 * Why two were put together, as far as both may know: nothing of who named whom a favourite, of anybody's reliability, nor of which
 * shift somebody is weak on. Names are stored, so that none is ever changed.
 */
enum Ground {
    WAITED,
    BOTH_GAIN,
    ONE_GAINS,
    NOT_MET,
    SAME_LEVEL;

    /** More grounds than that say less. */
    private static final int SAID = 3;

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.pairs.pairs", Locale.ENGLISH);

    static String codes(Reason reason) {
        List<Ground> all = new ArrayList<>();
        if (reason.oneWaited() > 0 || reason.otherWaited() > 0) {
            all.add(WAITED);
        }
        all.addAll(beyondWaiting(reason));
        return text(all);
    }

    /** In the waiting room everybody has waited: that is no reason. */
    static String codesOfNow(Reason reason) {
        return text(beyondWaiting(reason));
    }

    private static List<Ground> beyondWaiting(Reason reason) {
        List<Ground> all = new ArrayList<>();
        for (Weight ground : reason.grounds()) {
            switch (ground) {
                case OPPOSITE_SHIFTS ->
                    all.add(reason.oneGains().isPresent() && reason.otherGains().isPresent() ? BOTH_GAIN : ONE_GAINS);
                case NOT_MET_LATELY -> {
                    // Less than all of the points says that they have met, if some while ago.
                    if (reason.points().getOrDefault(ground, 0) == ground.most()) {
                        all.add(NOT_MET);
                    }
                }
                case SAME_LEVEL -> all.add(SAME_LEVEL);
                case FAVOURITE, COMPATIBLE_RELIABILITY -> {}
            }
        }
        return all;
    }

    private static String text(List<Ground> all) {
        return all.stream().limit(SAID).map(Enum::name).collect(Collectors.joining(","));
    }

    /** Why somebody has none at the end of the time in which one was looked for: nobody knows any more who would have fitted. */
    static String leftInTime() {
        return SENTENCES.getString("left.time");
    }

    /** Why somebody has no partner. A block is never named: with one there was nobody for them. */
    static String left(boolean odd) {
        return SENTENCES.getString(odd ? "left.odd" : "left.nobody");
    }

    /**
     * The sentence of codes, as they are kept: true of the moment at which the two were put together, whatever they say of their hours since.
     *
     * @param languages that both have, by their codes; none where that is not known
     */
    static String sentence(Origin origin, String codes, List<String> languages) {
        List<String> grounds = Arrays.stream(codes.split(","))
                .filter(code -> SENTENCES.containsKey("why." + code))
                .map(code -> SENTENCES.getString("why." + code))
                .toList();
        String base = base(origin, languages);
        if (grounds.isEmpty()) {
            return base + ".";
        }
        String last = grounds.getLast();
        String before = String.join(", ", grounds.subList(0, grounds.size() - 1));
        return base + "; " + (before.isEmpty() ? last : before + " " + SENTENCES.getString("why.and") + " " + last)
                + ".";
    }

    private static String base(Origin origin, List<String> languages) {
        String key = origin == Origin.NOW ? "why.now" : "why";
        List<String> names =
                languages.stream().map(Languages::name).sorted().limit(SAID).toList();
        if (names.isEmpty()) {
            return SENTENCES.getString(key);
        }
        String before = String.join(", ", names.subList(0, names.size() - 1));
        String all = before.isEmpty()
                ? names.getLast()
                : before + " " + SENTENCES.getString("why.or") + " " + names.getLast();
        return MessageFormat.format(SENTENCES.getString(key + ".in"), all);
    }
}
