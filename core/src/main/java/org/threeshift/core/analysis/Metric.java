package org.threeshift.core.analysis;

import org.threeshift.core.analysis.Coefficient.Name;

/**
 * What it means that two levels lie apart (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section E). For
 * ordinal levels his δ² = (Σ_{g=c..k} n_g − (n_c + n_k) / 2)² is the squared difference of the levels' mean ranks, so that it is reckoned
 * as an interval between ranks.
 */
enum Metric {
    NOMINAL(Name.KRIPPENDORFF_ALPHA_NOMINAL),
    ORDINAL(Name.KRIPPENDORFF_ALPHA_ORDINAL),
    INTERVAL(Name.KRIPPENDORFF_ALPHA_INTERVAL),
    RATIO(Name.KRIPPENDORFF_ALPHA_RATIO);

    private final Name coefficient;

    Metric(Name coefficient) {
        this.coefficient = coefficient;
    }

    Name coefficient() {
        return coefficient;
    }
}
