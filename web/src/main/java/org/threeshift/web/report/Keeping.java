package org.threeshift.web.report;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.scorecard.BrokenGlass;
import org.threeshift.core.sharing.Share;

/**
 * What a candidate sees and decides about who sees their scorecard.
 *
 * @param kept   whether the interviewers do not see the results
 * @param shares links to it, the newest first, dead ones too
 * @param fresh  the address of a link that was made just now: shown once
 * @param form   what was entered for a new link
 * @param looks  who looked into it as an admin
 */
public record Keeping(boolean kept, List<ShareLine> shares, Optional<String> fresh, ShareForm form, List<Look> looks) {
    public Keeping {
        shares = List.copyOf(shares);
        looks = List.copyOf(looks);
    }

    /** @param admin by name */
    public record Look(BrokenGlass broken, String admin) {}

    /** @param live whether it opens anything now */
    public record ShareLine(Share share, boolean live) {}
}
