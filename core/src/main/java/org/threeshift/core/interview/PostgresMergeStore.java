package org.threeshift.core.interview;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

@Component
class PostgresMergeStore {
    private final JdbcClient jdbc;

    PostgresMergeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether both have a seat in one interview. */
    boolean met(PersonId guest, PersonId account) {
        return jdbc.sql("""
                        select exists (
                            select
                              from participant as one
                              join participant as other on other.interview_id = one.interview_id
                             where one.person_id = :guest
                               and other.person_id = :account)
                        """)
                .param("guest", guest.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** @return false when a merge into another account has begun, or nobody is left of the guest */
    boolean begin(PersonId guest, PersonId account, PersonId by, Instant at) {
        return jdbc.sql("""
                        insert into person_merge (guest, account, merged_by, begun_at)
                        select id, :account, :by, :at
                          from person
                         where id = :guest
                           and erased_at is null
                            on conflict (guest) do update
                           set merged_by = excluded.merged_by
                         where person_merge.account = excluded.account
                           and person_merge.done_at is null
                        """)
                        .param("guest", guest.value())
                        .param("account", account.value())
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<InterviewId> interviews(PersonId guest) {
        return jdbc.sql("""
                        select interview_id
                          from participant
                         where person_id = :guest
                         order by interview_id
                        """)
                .param("guest", guest.value())
                .query((row, _) -> new InterviewId(row.getObject("interview_id", UUID.class)))
                .list();
    }

    /** What the guest was reminded of counts as told to the account, before it has the sheet: nobody is reminded twice. */
    void remind(InterviewId interview, PersonId guest, PersonId account) {
        jdbc.sql("""
                insert into nudge (interview_id, interviewer, stage, at)
                select interview_id, :account, stage, at
                  from nudge
                 where interview_id = :interview
                   and interviewer = :guest
                    on conflict (interview_id, interviewer, stage) do nothing
                """)
                .param("interview", interview.value())
                .param("guest", guest.value())
                .param("account", account.value())
                .update();
    }

    /** Once the account has the sheet. */
    void forgetReminders(InterviewId interview, PersonId guest) {
        jdbc.sql("""
                delete
                  from nudge
                 where interview_id = :interview
                   and interviewer = :guest
                """)
                .param("interview", interview.value())
                .param("guest", guest.value())
                .update();
    }

    /**
     * Whatever still refers to the guest refers to the account from now on, in whichever table: found by the foreign keys, so
     * that no later table is forgotten. The guest's own row stays under the account's name, for the log that mentions it.
     */
    void finish(PersonId guest, Person account, Instant at) {
        for (String change : referring()) {
            jdbc.sql(change)
                    .param("guest", guest.value())
                    .param("account", account.id().value())
                    .update();
        }
        jdbc.sql("""
                with done as (
                    update person_merge
                       set done_at = :at
                     where guest = :guest)
                update person
                   set merged_into = :account, name = :name
                 where id = :guest
                """)
                .param("guest", guest.value())
                .param("account", account.id().value())
                .param("name", account.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * What there is once a person is not needed of the guest any more: their picture, a file of what was kept about them, a wish
     * to be erased, which would take the account with it. Nobody keeps a private note about themselves, blocks or reports themselves,
     * or has said the same of one person twice; and where both have an appointment at one time, the account's stands.
     */
    private List<String> referring() {
        return jdbc.sql("""
                        select case
                                   when pg_constraint.conrelid in ('person_photo'::regclass, 'data_export'::regclass)
                                       or (pg_constraint.conrelid = 'erasure'::regclass and pg_attribute.attname = 'person_id')
                                       then format('delete from %1$s where %2$I = :guest and :account is not null',
                                                   pg_constraint.conrelid::regclass, pg_attribute.attname)
                                   when pg_constraint.conrelid in ('favourite'::regclass, 'person_block'::regclass)
                                       then format('with known as (delete from %1$s where %2$I = :guest and (%3$I = :account or exists '
                                                   || '(select from %1$s as other where other.%2$I = :account and other.%3$I = %1$s.%3$I))) '
                                                   || 'update %1$s set %2$I = :account where %2$I = :guest and %3$I <> :account and not exists '
                                                   || '(select from %1$s as other where other.%2$I = :account and other.%3$I = %1$s.%3$I)',
                                                   pg_constraint.conrelid::regclass, pg_attribute.attname,
                                                   case pg_attribute.attname when 'person_id' then 'other_id' else 'person_id' end)
                                   when pg_constraint.conrelid = 'member_report'::regclass and pg_attribute.attname in ('reporter', 'about')
                                       then format('with known as (delete from member_report where %1$I = :guest and (%2$I = :account or '
                                                   || '(handled_at is null and exists (select from member_report as other where other.%1$I = '
                                                   || ':account and other.%2$I = member_report.%2$I and other.handled_at is null)))) '
                                                   || 'update member_report set %1$I = :account where %1$I = :guest and %2$I <> :account and '
                                                   || '(handled_at is not null or not exists (select from member_report as other where other.%1$I = '
                                                   || ':account and other.%2$I = member_report.%2$I and other.handled_at is null))',
                                                   pg_attribute.attname,
                                                   case pg_attribute.attname when 'reporter' then 'about' else 'reporter' end)
                                   when pg_constraint.conrelid = 'coach_note'::regclass and pg_attribute.attname = 'candidate'
                                       then 'with own as (delete from coach_note where author = :account and candidate = :guest) '
                                            || 'update coach_note set candidate = :account where candidate = :guest and author <> :account'
                                   when pg_constraint.conrelid = 'appointment_person'::regclass
                                       then 'with clash as (delete from appointment_person as own where person_id = :guest and exists '
                                            || '(select from appointment_person as other where other.person_id = :account and other.span && own.span) '
                                            || 'returning appointment_id) update appointment_person set person_id = :account '
                                            || 'where person_id = :guest and not exists (select from appointment_person as other '
                                            || 'where other.person_id = :account and other.span && appointment_person.span)'
                                   else format('update %1$s set %2$I = :account where %2$I = :guest',
                                               pg_constraint.conrelid::regclass, pg_attribute.attname)
                               end as change
                          from pg_constraint
                          join pg_attribute on pg_attribute.attrelid = pg_constraint.conrelid
                                           and pg_attribute.attnum = pg_constraint.conkey[1]
                         where pg_constraint.contype = 'f'
                           and pg_constraint.confrelid = 'person'::regclass
                           and cardinality(pg_constraint.conkey) = 1
                           and pg_constraint.conrelid not in ('person'::regclass, 'person_merge'::regclass)
                         order by change
                        """)
                .query((row, _) -> Objects.requireNonNull(row.getString("change")))
                .list();
    }
}
