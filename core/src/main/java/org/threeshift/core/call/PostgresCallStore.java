package org.threeshift.core.call;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresCallStore implements CallStore {
    private final JdbcClient jdbc;

    PostgresCallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean enter(Seat seat, Kept kept, Duration lease) {
        return jdbc.sql("""
                select enter_call(:interview, :connection, :person, :places, :people, :lease * interval '1 millisecond')
                """)
                .param("interview", seat.interview().value())
                .param("connection", seat.connection().value())
                .param("person", seat.person().value())
                .param("places", kept.places())
                .param("people", kept.people().stream().map(PersonId::value).toArray(UUID[]::new))
                .param("lease", lease.toMillis())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Caller> callers(InterviewId interview) {
        return jdbc.sql("""
                select connection_id, person_id
                  from call_seat
                 where interview_id = :interview
                   and leased_until >= now()
                 order by place
                """)
                .param("interview", interview.value())
                .query((row, _) -> new Caller(
                        new ConnectionId(row.getObject("connection_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class))))
                .list();
    }

    @Override
    public OptionalInt renew(Seat seat, int signals, Duration countedOver, Duration lease) {
        return jdbc.sql("""
                update call_seat
                   set leased_until  = now() + :lease * interval '1 millisecond',
                       counted_since = case
                                           when counted_since < now() - :over * interval '1 millisecond' then now()
                                           else counted_since
                                       end,
                       counted       = case
                                           when counted_since < now() - :over * interval '1 millisecond' then 0
                                           else counted
                                       end + :signals
                 where interview_id = :interview
                   and connection_id = :connection
                   and person_id = :person
                returning counted
                """)
                .param("lease", lease.toMillis())
                .param("over", countedOver.toMillis())
                .param("signals", signals)
                .param("interview", seat.interview().value())
                .param("connection", seat.connection().value())
                .param("person", seat.person().value())
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** The receiver's row makes senders take turns, so that numbers become visible in their order. */
    @Override
    public boolean post(Seat from, Letter letter) {
        return jdbc.sql("""
                        with receiver as (
                            update call_seat
                               set numbered = numbered + 1
                             where interview_id = :interview
                               and connection_id = :to
                               and connection_id <> :from
                               and (select count(*) from call_signal where connection_id = :to) < :waiting
                            returning connection_id, numbered
                        )
                        insert into call_signal (connection_id, number, sender, body, sent_at)
                        select connection_id, numbered, :from, :body, now()
                          from receiver
                        """)
                        .param("interview", from.interview().value())
                        .param("to", letter.to().value())
                        .param("from", from.connection().value())
                        .param("waiting", WAITING)
                        .param("body", letter.body())
                        .update()
                == 1;
    }

    @Override
    public List<Signal> signals(ConnectionId receiver, long after) {
        return jdbc.sql("""
                select number, sender, body
                  from call_signal
                 where connection_id = :receiver
                   and number > :after
                 order by number
                """)
                .param("receiver", receiver.value())
                .param("after", after)
                .query((row, _) -> new Signal(
                        row.getLong("number"),
                        new ConnectionId(row.getObject("sender", UUID.class)),
                        row.getString("body")))
                .list();
    }

    @Override
    public boolean leave(Seat seat) {
        return jdbc.sql("""
                        delete
                          from call_seat
                         where interview_id = :interview
                           and connection_id = :connection
                           and person_id = :person
                        """)
                        .param("interview", seat.interview().value())
                        .param("connection", seat.connection().value())
                        .param("person", seat.person().value())
                        .update()
                == 1;
    }

    @Override
    public Set<InterviewId> sweep(Duration waits) {
        jdbc.sql("""
                delete
                  from call_signal
                 where sent_at < now() - :waits * interval '1 millisecond'
                """).param("waits", waits.toMillis()).update();
        return jdbc.sql("""
                delete
                  from call_seat
                 where leased_until < now()
                returning interview_id
                """)
                .query((row, _) -> new InterviewId(row.getObject("interview_id", UUID.class)))
                .set();
    }
}
