package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees how much, in a table. */
class ScorecardAccessTest {
    @ParameterizedTest(name = "candidate {0}, interviewer {1}, follows {2}, broke the glass {3}, kept {4}: {5}")
    @CsvSource(textBlock = """
            # candidate, interviewer, follows, glass, kept , sees
            false      , false      , false  , false, false, NOTHING
            false      , false      , false  , false, true , NOTHING
            true       , false      , false  , false, false, OWN
            true       , false      , false  , false, true , OWN
            false      , true       , false  , false, false, WHOLE
            false      , true       , false  , false, true , OWN_SHEET
            false      , false      , true   , false, false, WHOLE
            false      , false      , true   , false, true , WHOLE
            false      , true       , true   , false, true , WHOLE
            false      , false      , false  , true , false, GLASS
            false      , false      , false  , true , true , GLASS
            false      , true       , false  , true , true , GLASS
            false      , true       , false  , true , false, WHOLE
            false      , false      , true   , true , true , WHOLE
            """)
    void sees(boolean candidate, boolean interviewer, boolean follows, boolean glass, boolean kept, Insight insight) {
        assertThat(new ScorecardAccess(candidate, interviewer, follows, glass, kept).insight())
                .isEqualTo(insight);
    }
}
