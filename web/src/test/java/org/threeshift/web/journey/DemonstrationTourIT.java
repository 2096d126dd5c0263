package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.web.browser.Inspection;

/** The demonstration, as somebody meets it who has just started Threeshift for the first time. */
@ExtendWith(Journeys.class)
class DemonstrationTourIT {
    @Test
    void the_front_page_says_that_it_is_a_demonstration(Demonstration demonstration) {
        Inspection stranger = Inspection.of(demonstration.chromium().somebody().newPage());
        stranger.open(demonstration.at("/"), "landing of a demonstration");
        assertThat(stranger.page().locator(".demonstration")).isVisible();
        assertThat(stranger.findings()).isEmpty();
        stranger.page().context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"coach", "peer", "candidate"})
    void one_click_leads_to_a_home_full_of_interviews_and_to_a_scorecard(String who, Demonstration demonstration) {
        Inspection somebody = Inspection.of(demonstration.signedInAs(who));
        somebody.look("home of a " + who + " with interviews")
                .open(demonstration.at("/interviews"), "interviews of a " + who)
                .open(demonstration.at("/scorecards"), "scorecards of a " + who);
        somebody.page().locator("main .list a").first().click();
        assertThat(somebody.page().locator("article.question").first()).isVisible();
        somebody.page().getByText("The same as a table").click();
        somebody.look("scorecard of a " + who);
        assertThat(somebody.findings()).isEmpty();
        somebody.page().context().close();
    }
}
