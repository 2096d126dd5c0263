package org.threeshift.web.page;

import java.util.List;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/**
 * What every template knows besides its own subject. Each template declares it as its parameter {@code page} and gets it
 * without its controller's doing.
 *
 * @param person        who is signed in
 * @param away          whether the database is away, so that nobody can tell who is signed in
 * @param csrf          absent where nothing protects forms, as in a test of one template
 * @param demonstration whether this installation shows made-up people and lets anybody in as one of them
 * @param section       the part of the site that the navigation marks
 * @param moments       times on the reader's wall clock
 * @param owed          how many sheets the person owes
 * @param unread        how many messages are new to the person, of at most 100 counted
 * @param nonce         what each script element must carry to run
 */
public record Page(
        Texts texts,
        Optional<Person> person,
        boolean away,
        Optional<CsrfToken> csrf,
        boolean demonstration,
        Section section,
        Moments moments,
        Assets assets,
        int owed,
        int unread,
        String nonce) {

    /** The sentence of a key, its places {@code {0}}, {@code {1}} … filled. */
    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** The end of a constant's keys: {@code TAKEN_OUT} is {@code taken-out}. */
    public String constant(Enum<?> term) {
        return Texts.constant(term);
    }

    /** Their names as one reads them out: the last one after an "and". */
    public String names(List<Person> people) {
        return list(people.stream().map(Person::name).toList());
    }

    /** As one reads it out: the last one after an "and". */
    public String list(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : text(
                        "page.names.and",
                        String.join(text("page.names.between"), names.subList(0, names.size() - 1)),
                        names.getLast());
    }

    /** What people call a constant of the vocabulary. */
    public String name(Enum<?> term) {
        return texts.name(term);
    }

    /** The URL of a file under {@code assets/}, changing with its content so that browsers may keep it for ever. */
    public String asset(String path) {
        return assets.url(path);
    }

    /** Whether somebody with an account is signed in. A guest, who came by a link, sees no more than that link's page. */
    public boolean member() {
        return person.filter(somebody -> !somebody.guest()).isPresent();
    }

    public boolean is(Role role) {
        return person.filter(somebody -> somebody.role() == role).isPresent();
    }

    /** A size in the unit that fits, as in "12 MB": powers of ten, as disks are sold. */
    public String bytes(long size) {
        return size < 1_000_000
                ? text("page.size.kilobytes", Math.ceilDiv(size, 1_000))
                : size < 1_000_000_000
                        ? text("page.size.megabytes", Math.round(size / 1e6))
                        : text("page.size.gigabytes", Math.round(size / 1e8) / 10.0);
    }
}
