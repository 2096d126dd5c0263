package org.threeshift.core.exchange;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why an exchange did not go on as somebody wanted, each with a sentence that says what to do. */
public enum ExchangeRefusal {
    /** There is no such exchange, or the person has no part in it: the two look the same. */
    NOT_FOUND,
    MINUTES,
    /** Somebody who is not known yet cannot be asked to interview first. */
    PARTNER_FIRST_NEEDS_MEMBER,
    NOT_YET,
    CALLED_OFF,
    DECLINED,
    EXPIRED,
    NOTHING_LEFT,
    SWAPPED,
    SECOND_CALLED_OFF,
    /** Both agreed, and the second half could not be set up all the same. */
    NOT_SET_UP;

    /** What is wrong and what to do, in whole sentences. */
    public String sentence() {
        return new MessageFormat(Words.of("refusal." + name()), Locale.ROOT)
                .format(new Object[] {FairTime.SHORTEST, FairTime.LONGEST});
    }

    /** The sentences of this package. */
    static final class Words {
        private Words() {}

        static String of(String key) {
            return ResourceBundle.getBundle("org.threeshift.core.exchange.exchange", Locale.ROOT)
                    .getString(key);
        }
    }
}
