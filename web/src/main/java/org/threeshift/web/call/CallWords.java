package org.threeshift.web.call;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.call.Caller;
import org.threeshift.core.call.Signal;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** The events of a stream, as JSON in one line. */
@Component
record CallWords(People people, JsonMapper json) {
    String callers(List<Caller> callers) {
        Map<PersonId, String> names = people
                .namesOf(callers.stream().map(Caller::person).toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Person::name));
        return json.writeValueAsString(callers.stream()
                .map(caller -> new CallJson.Who(
                        caller.connection().toString(),
                        caller.person().toString(),
                        names.getOrDefault(caller.person(), "")))
                .toList());
    }

    /** In an order that does not change by itself. */
    String seated(Set<PersonId> people) {
        return json.writeValueAsString(
                people.stream().map(PersonId::toString).sorted().toList());
    }

    String signal(Signal signal) {
        return json.writeValueAsString(new CallJson.Heard(signal.from().toString(), signal.body()));
    }
}
