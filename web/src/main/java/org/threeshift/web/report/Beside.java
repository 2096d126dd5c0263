package org.threeshift.web.report;

import org.threeshift.core.scorecard.Plan;
import org.threeshift.core.scorecard.TrapHistory;

/**
 * What stands on a scorecard's page beside the scorecard itself, for whoever acts on it.
 *
 * @param traps over all interviews up to this one that the reader may see; none for who sees this one alone
 */
public record Beside(Plan plan, TrapHistory traps) {}
