package org.threeshift.web.pairs;

import java.util.Optional;
import org.threeshift.core.pairs.PairView;
import org.threeshift.core.pairs.model.PairState.Cancelled;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.Kept;
import org.threeshift.core.pairs.model.PairState.Missed;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.pairs.model.PairState.Undecided;
import org.threeshift.core.pairs.model.PairState.Why;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Texts;

/**
 * A pair as one of the two sees it.
 *
 * @param exchange the address of what came of it; absent while nothing has
 * @param place    the reader's chair in its first half, while that is still to be held or goes on
 */
public record PairCard(PairView view, Optional<String> exchange, Optional<String> place) {
    public PairCard(PairView view, Optional<String> exchange) {
        this(view, exchange, Optional.empty());
    }

    public String path() {
        return "/practice/pairs/" + view.id();
    }

    /** Where both meet: whoever has just agreed to begin does not have to look for the door. */
    public String goesTo() {
        return place.filter(_ -> view.now()).or(() -> exchange).orElseGet(this::path);
    }

    /** The partner's name, or nothing until both have confirmed. */
    public String partner() {
        return view.partner().map(Person::name).orElse("");
    }

    /** The same with the pronouns, where people read who it is. */
    public String partnerAndPronouns() {
        return view.partner().map(Person::nameAndPronouns).orElse("");
    }

    /** The key of its heading, in which the partner's name has a place once it is known. */
    public String title() {
        return view.partner().isPresent() ? "pairs.title" : view.over() ? "pairs.title.over" : "pairs.title.unnamed";
    }

    /** The end of the text keys that say how things stand. */
    public String standing() {
        return switch (view.state()) {
            case Undecided _ -> view.asksReader() ? "asks-you" : "asks-partner";
            case Confirmed _ -> "confirmed";
            case Released released ->
                released.why() == Why.DECLINED && view.hadPart()
                        ? "released.declined-by-you"
                        : "released." + (calledOff(released) ? "off" : Texts.constant(said(released.why())));
            case Cancelled _ -> view.hadPart() ? "cancelled.by-you" : "cancelled.by-partner";
            case Kept _ -> "kept";
            case Missed missed ->
                missed.missing().size() == 2 ? "missed.both" : view.hadPart() ? "missed.by-you" : "missed.by-partner";
        };
    }

    /** Who had agreed and were parted read that it is off, and not by whom: whoever is blocked must not learn of it. */
    private static boolean calledOff(Released released) {
        return released.agreed() && released.why() == Why.APART;
    }

    /** A block is not told from a pair that somebody turned down: whoever is blocked must not learn of it. */
    private static Why said(Why why) {
        return why == Why.APART ? Why.DECLINED : why;
    }

    /** The colour of a word about it. */
    public String tone() {
        return switch (view.state()) {
            case Undecided _ -> view.asksReader() ? "warn" : "quiet";
            case Confirmed _ -> view.askedToMove().isPresent() ? "warn" : "good";
            case Kept _ -> "good";
            case Released _, Cancelled _ -> "quiet";
            case Missed _ -> view.hadPart() ? "bad" : "quiet";
        };
    }

    /** One word of how it stands, as the end of a text key. */
    public String word() {
        return switch (view.state()) {
            case Undecided _ -> view.asksReader() ? "confirm" : "waits";
            case Confirmed _ -> view.askedToMove().isPresent() ? "move" : "confirmed";
            case Released released ->
                calledOff(released) ? "cancelled" : released.why() == Why.LAPSED ? "lapsed" : "released";
            case Cancelled _ -> "cancelled";
            case Kept _ -> "kept";
            case Missed _ -> view.hadPart() ? "missed" : "waited";
        };
    }

    /** Whether the reader is free to look for another partner now. */
    public boolean free() {
        return view.over() && !(view.state() instanceof Kept);
    }
}
