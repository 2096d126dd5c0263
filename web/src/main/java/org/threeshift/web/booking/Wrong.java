package org.threeshift.web.booking;

import java.util.Map;
import org.threeshift.core.booking.BookingPages.Field;
import org.threeshift.core.booking.Refusal;

/** What is wrong with a form, said at its fields. */
public record Wrong(Map<Field, Refusal> all) {
    static final Wrong NOTHING = new Wrong(Map.of());

    public Wrong {
        all = Map.copyOf(all);
    }

    /** The sentence about a field, empty when nothing is wrong with it. */
    public String at(Field field) {
        Refusal refusal = all.get(field);
        return refusal == null ? "" : refusal.sentence();
    }
}
