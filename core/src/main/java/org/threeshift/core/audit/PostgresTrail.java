package org.threeshift.core.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.audit.Whence.From;
import org.threeshift.core.people.PersonId;
import tools.jackson.databind.json.JsonMapper;

@Component
final class PostgresTrail implements Trail {
    private static final int LONGEST_VALUE = 300;
    private static final int LONGEST_ORIGIN = 64;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final InstantSource time;
    /** A command at the terminal has no face, and comes from nowhere. */
    private final ObjectProvider<Whence> whence;

    PostgresTrail(JdbcClient jdbc, InstantSource time, ObjectProvider<Whence> whence) {
        this.jdbc = jdbc;
        this.time = time;
        this.whence = whence;
    }

    @Override
    public void add(Deed deed, Optional<PersonId> actor, Optional<PersonId> about, Map<String, String> detail) {
        addAt(time.instant(), deed, actor, about, detail);
    }

    @Override
    public void addAt(
            Instant at, Deed deed, Optional<PersonId> actor, Optional<PersonId> about, Map<String, String> detail) {
        Whence known = whence.getIfAvailable();
        From from = known == null ? Whence.NOWHERE : known.now();
        jdbc.sql("""
                insert into audit_event (at, deed, actor_id, about_id, address, request, detail)
                values (:at, :deed, cast(:actor as uuid), cast(:about as uuid), :address, :request, cast(:detail as jsonb))
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("deed", deed.code())
                .param("actor", id(actor))
                .param("about", id(about))
                .param("address", origin(from.address()))
                .param("request", origin(from.request()))
                .param("detail", json(detail))
                .update();
    }

    private static @Nullable UUID id(Optional<PersonId> person) {
        return person.map(PersonId::value).orElse(null);
    }

    private static @Nullable String origin(Optional<String> text) {
        return text.map(some -> cut(some, LONGEST_ORIGIN)).orElse(null);
    }

    private static String json(Map<String, String> detail) {
        var kept = new TreeMap<String, String>();
        detail.forEach((name, value) -> kept.put(name, cut(value, LONGEST_VALUE)));
        return JSON.writeValueAsString(kept);
    }

    /** Without what {@code jsonb} cannot hold. */
    private static String cut(String text, int longest) {
        return text.codePoints()
                .filter(character -> character != 0 && (character < 0xd800 || character > 0xdfff))
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
