package org.threeshift.core.mail;

import java.util.UUID;

/** Says of messages whether what they tell of is over, so that they are not sent any more. A feature makes a bean of it. */
@FunctionalInterface
public interface Recall {
    /** Asked at the moment of sending; false for what the feature knows nothing of. */
    boolean over(UUID message);
}
