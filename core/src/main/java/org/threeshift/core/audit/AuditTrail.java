package org.threeshift.core.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** Reads the trail: an admin all of it, everybody else what concerns themselves. */
@Service
public class AuditTrail {
    /** Lines of a page. */
    public static final int PAGE = 50;

    /** Most lines of a download. */
    public static final int DOWNLOAD = 10_000;

    private final AuditStore store;

    AuditTrail(AuditStore store) {
        this.store = store;
    }

    /**
     * @param lines the newest first
     * @param next  where the following page begins; absent on the last one
     */
    public record Page(List<AuditLine> lines, Optional<Place> next) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /** Absent for whoever is no admin: there is nothing there for them. */
    public Optional<Page> search(Person reader, Search search, Optional<Place> after) {
        return mayRead(reader) ? Optional.of(page(store.find(search, after, PAGE + 1))) : Optional.empty();
    }

    /** What a search finds, for a file, at most {@value #DOWNLOAD} lines. Absent for whoever is no admin. */
    public Optional<List<AuditLine>> all(Person reader, Search search) {
        return mayRead(reader) ? Optional.of(store.find(search, Optional.empty(), DOWNLOAD)) : Optional.empty();
    }

    /** What the person did, and what others did on them. */
    public Page own(Person person, Optional<Place> after) {
        return page(store.about(person.id(), after, PAGE + 1));
    }

    private static boolean mayRead(Person reader) {
        return reader.role() == Role.ADMIN;
    }

    private static Page page(List<AuditLine> found) {
        return found.size() <= PAGE
                ? new Page(found, Optional.empty())
                : new Page(
                        found.subList(0, PAGE), Optional.of(found.get(PAGE - 1).place()));
    }
}
