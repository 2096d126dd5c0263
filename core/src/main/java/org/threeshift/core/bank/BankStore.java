package org.threeshift.core.bank;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the files of published versions. */
interface BankStore {
    /**
     * Keeps a file, unless the same or a higher version of the bank is there already; two callers at once are told apart.
     *
     * @return whether it was kept
     */
    boolean add(PublishedFile file);

    Optional<PublishedFile> find(String bankId, int version);

    /** The highest version of every bank, by the bank's id. */
    Map<String, Integer> newestVersions();

    /** Every version of a bank, the newest first. */
    List<PublishedVersion> versions(String bankId);
}
