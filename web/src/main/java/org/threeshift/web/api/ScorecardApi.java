package org.threeshift.web.api;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Scorecards.Answer;
import org.threeshift.web.audit.Viewings;
import org.threeshift.web.page.Texts;
import org.threeshift.web.report.LevelsTable;

/** Scorecards for programs, to the same people as on the pages. Described in docs/api.md. */
@RestController
final class ScorecardApi {
    private final Scorecards scorecards;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Viewings viewings;
    private final Texts texts;

    ScorecardApi(Scorecards scorecards, People people, CurrentPerson currentPerson, Viewings viewings, Texts texts) {
        this.scorecards = scorecards;
        this.people = people;
        this.currentPerson = currentPerson;
        this.viewings = viewings;
        this.texts = texts;
    }

    /** 404 for whoever may not know of it, 409 for whoever has a part in it and must wait. */
    @GetMapping("/api/interviews/{id}/scorecard")
    ScorecardJson scorecard(@PathVariable String id) {
        return json(ready(id));
    }

    /** The levels alone, for spreadsheets and statistics; to whom and when as above. */
    @GetMapping(path = "/api/interviews/{id}/levels.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> levels(@PathVariable String id) {
        Answer.Ready ready = ready(id);
        seen(ready, "csv");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(LevelsTable.csv(ready.scorecard(), names(ready.scorecard())));
    }

    private Answer.Ready ready(String id) {
        Answer answer = InterviewId.parse(id)
                .map(interview ->
                        scorecards.ask(interview, currentPerson.required().id()))
                .orElseGet(Answer.NotThere::new);
        return switch (answer) {
            case Answer.Ready ready -> ready;
            case Answer.NotYet(var _, var phase, var _) ->
                throw problem(
                        HttpStatus.CONFLICT,
                        "api.scorecard.not-yet." + phase.name().toLowerCase(Locale.ROOT));
            case Answer.NotThere() -> throw problem(HttpStatus.NOT_FOUND, "api.scorecard.missing");
        };
    }

    private ScorecardJson json(Answer.Ready ready) {
        seen(ready, "json");
        Scorecard scorecard = ready.scorecard();
        return ScorecardJson.of(scorecard, names(scorecard), ready.insight());
    }

    private void seen(Answer.Ready ready, String as) {
        if (!ready.own()) {
            Scorecard seen = ready.scorecard();
            viewings.scorecard(seen.interview(), currentPerson.required().id(), seen.candidate(), as);
        }
    }

    private Map<PersonId, String> names(Scorecard scorecard) {
        Set<PersonId> wanted = new HashSet<>(scorecard.interviewers());
        wanted.add(scorecard.host());
        scorecard.candidate().ifPresent(wanted::add);
        return people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private ErrorResponseException problem(HttpStatus status, String key) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, texts.text(key)), null);
    }
}
