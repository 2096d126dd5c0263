package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.people.Person;

/**
 * Who is at a console, or at one of {@link LivePaths}. The database is asked at each request. While it does not answer, whoever
 * it named last for the same cookie counts for a while at a console, and there alone, so that what an interviewer enters is
 * taken and kept: nothing can be read or changed before the database is back, and that answer then counts again.
 */
@Component
final class ConsolePeople {
    static final Duration REMEMBERED_FOR = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    /** When others wait for the database already. */
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(30);

    private static final int MOST = 10_000;

    private final Function<List<String>, Optional<Person>> database;
    private final Function<HttpServletRequest, List<String>> cookies;
    private final Outage outage;
    private final InstantSource time;
    private final AtomicInteger overdue = new AtomicInteger();
    private final Map<List<String>, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Known> eldest) {
            return size() > MOST;
        }
    };

    private record Known(Person person, Instant confirmed) {}

    @Autowired
    ConsolePeople(Sessions sessions, Admission admission, Outage outage, InstantSource time) {
        this(ids -> sessions.held(ids).flatMap(admission::admit), sessions::ids, outage, time);
    }

    ConsolePeople(
            Function<List<String>, Optional<Person>> database,
            Function<HttpServletRequest, List<String>> cookies,
            Outage outage,
            InstantSource time) {
        this.database = database;
        this.cookies = cookies;
        this.outage = outage;
        this.time = time;
    }

    /** For a console's own request: perhaps remembered, while the database does not answer. */
    Optional<Person> at(HttpServletRequest request) {
        return of(List.copyOf(cookies.apply(request)));
    }

    Optional<Person> of(List<String> ids) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        Optional<Person> remembered = remembered(ids);
        return remembered.isPresent() ? soon(ids, remembered) : asked(ids);
    }

    /** For whatever reads: as the database has it now, however long that takes. */
    Optional<Person> certainly(HttpServletRequest request) {
        return certainly(List.copyOf(cookies.apply(request)));
    }

    Optional<Person> certainly(List<String> ids) {
        return ids.isEmpty() ? Optional.empty() : asked(ids);
    }

    private Optional<Person> soon(List<String> ids, Optional<Person> remembered) {
        CompletableFuture<Optional<Person>> answer = CompletableFuture.supplyAsync(
                () -> asked(ids),
                task -> Thread.ofVirtual().name("console person").start(task));
        try {
            Duration patience = overdue.get() == 0 ? PATIENCE : LITTLE_PATIENCE;
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException waiting) {
            overdue.incrementAndGet();
            var _ = answer.whenComplete((_, _) -> overdue.decrementAndGet());
            return remembered;
        } catch (ExecutionException failure) {
            if (outage.causes(failure)) {
                return remembered;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Person> asked(List<String> ids) {
        Optional<Person> person = database.apply(ids);
        synchronized (known) {
            person.ifPresentOrElse(found -> known.put(ids, new Known(found, time.instant())), () -> known.remove(ids));
        }
        return person;
    }

    private Optional<Person> remembered(List<String> ids) {
        synchronized (known) {
            return Optional.ofNullable(known.get(ids))
                    .filter(one -> one.confirmed().plus(REMEMBERED_FOR).isAfter(time.instant()))
                    .map(Known::person);
        }
    }
}
