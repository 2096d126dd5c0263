package org.threeshift.core.notice;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.notice.Choices.Choice;
import org.threeshift.core.people.PersonId;
import tools.jackson.databind.json.JsonMapper;

@Component
class PostgresChoices {
    private final JdbcClient jdbc;

    PostgresChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Choices of(PersonId person) {
        Map<Choice, Boolean> made = new HashMap<>();
        jdbc.sql("""
                select kind, channel, wanted
                  from notice_choice
                 where person_id = :person
                """).param("person", person.value()).query(row -> {
            String channel = row.getString("channel");
            boolean wanted = row.getBoolean("wanted");
            Kind.of(row.getString("kind"))
                    .ifPresent(kind -> made.put(new Choice(kind, Channel.valueOf(channel)), wanted));
        });
        return new Choices(made);
    }

    void keep(PersonId person, Map<Choice, Boolean> made) {
        jdbc.sql("""
                insert into notice_choice (person_id, kind, channel, wanted)
                select :person, choice.kind, choice.channel, choice.wanted
                  from jsonb_to_recordset(cast(:choices as jsonb)) as choice (kind text, channel text, wanted boolean)
                    on conflict (person_id, kind, channel) do update
                   set wanted = excluded.wanted
                """)
                .param("person", person.value())
                .param(
                        "choices",
                        JsonMapper.shared()
                                .writeValueAsString(made.entrySet().stream()
                                        .map(box -> Map.of(
                                                "kind",
                                                box.getKey().kind().name(),
                                                "channel",
                                                box.getKey().channel().name(),
                                                "wanted",
                                                box.getValue()))
                                        .toList()))
                .update();
    }
}
