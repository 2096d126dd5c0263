package org.threeshift.core.rubric;

/** What specialists lack most when they step up. */
public enum Skill {
    FINANCIAL_LITERACY,
    PEOPLE_AND_DELEGATION,
    DATA_INTERPRETATION
}
