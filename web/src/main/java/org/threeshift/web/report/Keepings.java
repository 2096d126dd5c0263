package org.threeshift.web.report;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.BrokenGlass;
import org.threeshift.core.scorecard.Glass;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Scorecards.Answer;
import org.threeshift.core.settings.Settings;
import org.threeshift.core.sharing.Share;
import org.threeshift.core.sharing.Sharing;
import org.threeshift.web.report.Keeping.Look;
import org.threeshift.web.report.Keeping.ShareLine;

/** Puts together what a candidate sees and decides about who sees their scorecard. */
@Component
final class Keepings {
    private final Scorecards scorecards;
    private final Sharing sharing;
    private final Glass glass;
    private final People people;
    private final Settings settings;
    private final InstantSource time;

    Keepings(
            Scorecards scorecards, Sharing sharing, Glass glass, People people, Settings settings, InstantSource time) {
        this.scorecards = scorecards;
        this.sharing = sharing;
        this.glass = glass;
        this.people = people;
        this.settings = settings;
        this.time = time;
    }

    /** Absent for everybody but the candidate. */
    Optional<Keeping> of(Answer.Ready ready, Person viewer) {
        return of(ready, viewer, Optional.empty(), empty());
    }

    Optional<Keeping> withLink(Answer.Ready ready, Person viewer, String path) {
        String url =
                ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
        return of(ready, viewer, Optional.of(url), empty());
    }

    Optional<Keeping> refused(Answer.Ready ready, Person viewer, ShareForm form) {
        return of(ready, viewer, Optional.empty(), form);
    }

    private Optional<Keeping> of(Answer.Ready ready, Person viewer, Optional<String> fresh, ShareForm form) {
        if (!ready.own()) {
            return Optional.empty();
        }
        InterviewId interview = ready.scorecard().interview();
        Instant now = time.instant();
        List<ShareLine> shares = sharing.of(viewer.id(), interview).stream()
                .map(share -> line(share, now))
                .toList();
        return Optional.of(
                new Keeping(scorecards.kept(interview), shares, fresh, form, looks(glass.of(interview, viewer.id()))));
    }

    private ShareForm empty() {
        return ShareForm.empty(Math.min(Share.MOST_DAYS, settings.current().shareDays()));
    }

    private static ShareLine line(Share share, Instant now) {
        return new ShareLine(share, share.live(now));
    }

    private List<Look> looks(List<BrokenGlass> broken) {
        Map<PersonId, String> names =
                people.namesOf(broken.stream().map(BrokenGlass::admin).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Person::id, Person::name));
        return broken.stream()
                .map(one -> new Look(one, names.getOrDefault(one.admin(), "")))
                .toList();
    }
}
