package org.threeshift.core.health;

import java.util.List;
import java.util.UUID;

/** What nodes say of themselves, and what the database says. Nothing of it decides anything. */
public interface Health {
    /** Says that a node runs. */
    void beat(Node node);

    /** Says that a node ended as it should. */
    void left(UUID node);

    /** Every node that beat within the last day, the newest start first. */
    List<Node> nodes();

    DatabaseFacts database();
}
