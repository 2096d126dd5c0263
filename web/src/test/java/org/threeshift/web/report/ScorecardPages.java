package org.threeshift.web.report;

import java.util.Map;
import java.util.Optional;
import org.threeshift.core.scorecard.Insight;
import org.threeshift.core.scorecard.SampleScorecards;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.web.page.RealPages;

/** Sample scorecards with their names, as their candidate sees them. */
public final class ScorecardPages {
    private ScorecardPages() {}

    public static ScorecardSheet own(Scorecard card) {
        return new ScorecardSheet(card, Insight.OWN, false, false, SampleScorecards.names(), RealPages.texts());
    }

    /** The page, without its tags, a blank between pieces. */
    static String words(Scorecard card) {
        String html = RealPages.html("scorecard/scorecard", Map.of("sheet", own(card), "keeping", Optional.empty()));
        return html.substring(html.indexOf("<main"), html.indexOf("</main>"))
                .replaceAll("(?s)<svg class=\"gap-narrow\".*?</svg>|<(title|desc).*?</\\1>", " ")
                .replaceAll("(?s)<span class=\"tip\">.*?</span></a>", "</a>")
                .replaceAll("<[^>]+>", " ")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }
}
