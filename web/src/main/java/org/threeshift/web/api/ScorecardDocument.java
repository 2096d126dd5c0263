package org.threeshift.web.api;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.Insight;
import org.threeshift.core.scorecard.Scorecard;
import tools.jackson.databind.json.JsonMapper;

/** A scorecard as a file, the same as the API answers. */
@Component
public final class ScorecardDocument {
    private final People people;
    private final JsonMapper json;

    ScorecardDocument(People people, JsonMapper json) {
        this.people = people;
        this.json = json;
    }

    public String of(Scorecard scorecard) {
        Set<PersonId> wanted = new HashSet<>(scorecard.interviewers());
        wanted.add(scorecard.host());
        scorecard.candidate().ifPresent(wanted::add);
        var names = people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Person::name));
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(ScorecardJson.of(scorecard, names, Insight.OWN));
    }
}
