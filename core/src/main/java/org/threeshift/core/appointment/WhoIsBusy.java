package org.threeshift.core.appointment;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Says who cannot come, to whoever wants them to. */
@Component
final class WhoIsBusy {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.threeshift.core.appointment.appointment", Locale.ENGLISH);

    private final People people;

    WhoIsBusy(People people) {
        this.people = people;
    }

    /** @param reader who is called “you” */
    Refusal refusal(Set<PersonId> busy, PersonId reader) {
        if (busy.equals(Set.of(reader))) {
            return Refusal.of(Refusal.Code.YOURSELF_BUSY);
        }
        List<String> names = new ArrayList<>();
        if (busy.contains(reader)) {
            names.add(WORDS.getString("you"));
        }
        people.namesOf(busy).stream()
                .filter(person -> !person.id().equals(reader))
                .map(Person::name)
                .forEach(names::add);
        return Refusal.of(Refusal.Code.SOMEBODY_BUSY, list(names));
    }

    private static String list(List<String> names) {
        String all = names.getLast();
        for (int index = names.size() - 2; index >= 0; index--) {
            String key = index == names.size() - 2 ? "two" : "more";
            all = new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(new Object[] {names.get(index), all});
        }
        return all;
    }
}
