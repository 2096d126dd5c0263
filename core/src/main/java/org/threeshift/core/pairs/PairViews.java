package org.threeshift.core.pairs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.practice.Practice;
import org.threeshift.core.practice.Wish;

/** Pairs as one of their two may see them. Two queries, however many. */
@Component
class PairViews {
    private final People people;
    private final Practice practice;

    PairViews(People people, Practice practice) {
        this.people = people;
        this.practice = practice;
    }

    PairView of(PairRow row, PersonId reader) {
        return of(List.of(row), reader).getFirst();
    }

    List<PairView> of(List<PairRow> rows, PersonId reader) {
        Set<PersonId> partners =
                rows.stream().map(row -> row.pair().partnerOf(reader)).collect(Collectors.toSet());
        if (partners.isEmpty()) {
            return List.of();
        }
        Map<PersonId, Wish> wishes = practice.of(partners);
        Map<PersonId, Person> names =
                people.namesOf(partners).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return rows.stream().map(row -> view(row, reader, wishes, names)).toList();
    }

    /** Of two whom no draw has put together. */
    List<String> sharedLanguages(PersonId one, PersonId other) {
        Map<PersonId, Wish> wishes = practice.of(Set.of(one, other));
        return Optional.ofNullable(wishes.get(one)).map(Wish::languages).orElse(List.of()).stream()
                .filter(Optional.ofNullable(wishes.get(other))
                        .map(Wish::languages)
                        .orElse(List.of())::contains)
                .sorted()
                .toList();
    }

    private static PairView view(
            PairRow row, PersonId reader, Map<PersonId, Wish> wishes, Map<PersonId, Person> names) {
        Pair pair = row.pair().seenBy(reader);
        PersonId partner = pair.partnerOf(reader);
        Optional<Wish> wish = Optional.ofNullable(wishes.get(partner));
        return new PairView(
                pair,
                reader,
                PairView.named(pair.state()) ? Optional.ofNullable(names.get(partner)) : Optional.empty(),
                wish.flatMap(Wish::targetRole),
                wish.flatMap(Wish::seniority),
                Ground.sentence(row.pair().origin(), row.why(), row.languages()),
                row.changedAt());
    }
}
