package org.threeshift.web.api;

import java.util.Map;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.Insight;
import org.threeshift.core.scorecard.Scorecard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scorecards as the API answers them. */
public final class ScorecardJsons {
    private ScorecardJsons() {}

    public static JsonNode of(Scorecard card, Map<PersonId, String> names) {
        return JsonMapper.shared().valueToTree(ScorecardJson.of(card, names, Insight.OWN));
    }
}
