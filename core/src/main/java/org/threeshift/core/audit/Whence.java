package org.threeshift.core.audit;

import java.util.Optional;

/** From where the deed of this thread comes, as far as the face that called knows. */
@FunctionalInterface
public interface Whence {
    /** For what no request asked for, such as a nightly job. */
    From NOWHERE = new From(Optional.empty(), Optional.empty());

    From now();

    /**
     * @param address of the network, as the nearest trusted proxy gives it
     * @param request the id under which the log has the same request
     */
    record From(Optional<String> address, Optional<String> request) {}
}
