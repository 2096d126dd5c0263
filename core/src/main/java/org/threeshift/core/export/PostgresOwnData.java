package org.threeshift.core.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.Agreement;
import org.threeshift.core.consent.ConsentText;
import org.threeshift.core.consent.Subject;
import org.threeshift.core.people.Person;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the tables hold about somebody, an area a file. Secrets (password, hashes of links and keys) stay out: they are nobody's to
 * read. Others appear by name where the person sat with them.
 */
@Component
@Order(1)
final class PostgresOwnData implements ExportPart {
    /** A file's name, and the query that makes its content: one row with JSON. */
    private record Area(String name, String sql) {}

    private static final List<Area> AREAS = List.of(
            new Area("profile", """
                    select jsonb_build_object('id', id, 'name', name, 'email', email, 'role', role, 'timeZone', zone, 'guest', guest,
                                              'pronouns', pronouns, 'languages', languages, 'targetRole', target_role,
                                              'seniority', seniority, 'createdAt', created_at, 'suspendedAt', suspended_at)
                      from person
                     where id = :person
                    """),
            new Area("consents", """
                    select jsonb_agg(jsonb_build_object('subject', subject, 'version', version, 'at', at,
                                                        'text', :texts::jsonb -> subject ->> version - 1) order by number)
                      from consent
                     where person_id = :person
                    """),
            new Area("cohorts", """
                    select jsonb_agg(jsonb_build_object('cohort', cohort.name, 'askedAt', own.asked_at, 'agreedAt', own.agreed_at,
                                                        'agreedVersion', own.agreed_version,
                                                        'agreedText', :texts::jsonb -> 'COHORT' -> own.agreed_version - 1,
                                                        'endedAt', own.ended_at,
                                                        'ending', own.ending) order by own.asked_at)
                      from cohort_member as own
                      join cohort on cohort.id = own.cohort_id
                     where own.person_id = :person
                    """),
            new Area("cohorts-you-coach", """
                    select jsonb_agg(jsonb_build_object('cohort', cohort.name, 'since', own.since) order by own.since)
                      from cohort_coach as own
                      join cohort on cohort.id = own.cohort_id
                     where own.person_id = :person
                    """),
            new Area("interviews", """
                    select jsonb_agg(jsonb_build_object(
                               'id', interview.id, 'seat', own.seat, 'kind', interview.kind, 'round', interview.title,
                               'phase', interview.phase, 'startsAt', interview.starts_at, 'startedAt', interview.started_at,
                               'finishedAt', interview.finished_at, 'publishedAt', interview.published_at,
                               'people', (select jsonb_agg(jsonb_build_object('name', other.name, 'seat', seated.seat) order by other.name)
                                            from participant as seated
                                            join person as other on other.id = seated.person_id
                                           where seated.interview_id = interview.id)) order by interview.starts_at)
                      from participant as own
                      join interview on interview.id = own.interview_id
                     where own.person_id = :person
                    """),
            new Area("what-you-did", """
                    select jsonb_agg(jsonb_build_object('interview', interview_id, 'number', seq, 'at', at, 'type', type, 'content', payload)
                                     order by at, interview_id, seq)
                      from interview_event
                     where actor = :person
                    """),
            new Area("sheets", """
                    select jsonb_agg(jsonb_build_object(
                               'interview', sheet.interview_id, 'lockedAt', sheet.locked_at, 'verdict', sheet.verdict,
                               'summary', sheet.summary, 'amendments', sheet.amendments,
                               'levels', (select jsonb_agg(jsonb_build_object('question', question_id, 'shift', shift, 'level', level)
                                                           order by question_id, shift)
                                            from rating
                                           where rating.interview_id = sheet.interview_id
                                             and rating.interviewer = sheet.interviewer),
                               'traps', (select jsonb_agg(jsonb_build_object('question', question_id, 'trap', trap_id, 'judgement', judgement)
                                                          order by question_id, trap_id)
                                           from trap_judgement
                                          where trap_judgement.interview_id = sheet.interview_id
                                            and trap_judgement.interviewer = sheet.interviewer)) order by sheet.interview_id)
                      from sheet
                     where sheet.interviewer = :person
                    """),
            new Area("self-scores", """
                    select jsonb_agg(jsonb_build_object('interview', self_rating.interview_id, 'question', self_rating.question_id,
                                                        'shift', self_rating.shift, 'level', self_rating.level)
                                     order by self_rating.interview_id, self_rating.question_id, self_rating.shift)
                      from self_rating
                      join interview on interview.id = self_rating.interview_id
                     where interview.candidate = :person
                    """),
            new Area("practice", """
                    select jsonb_agg(jsonb_build_object('interview', tick.interview_id, 'item', tick.item, 'doneAt', tick.at)
                                     order by tick.at, tick.item)
                      from practice_tick as tick
                      join interview on interview.id = tick.interview_id
                     where interview.candidate = :person
                    """),
            new Area("notes", """
                    select jsonb_agg(own.note order by own.at)
                      from (select jsonb_build_object('interview', interview_id, 'text', text, 'at', updated_at) as note, updated_at as at
                              from candidate_note
                             where person_id = :person
                             union all
                            select jsonb_build_object('interview', interview_id, 'question', question_id, 'text', text, 'at', updated_at,
                                                      'draft', true), updated_at
                              from note_draft
                             where person_id = :person) as own
                    """),
            new Area("feedback-given", """
                    select jsonb_agg(jsonb_build_object(
                               'interview', card.interview_id, 'interviewer', interviewer.name, 'strategy', card.strategy,
                               'accountability', card.accountability, 'team', card.team, 'sentence', card.sentence, 'at', card.changed_at)
                               order by card.changed_at)
                      from feedback_card as card
                      join person as interviewer on interviewer.id = card.interviewer
                     where card.candidate = :person
                    """),
            new Area("share-links", """
                    select jsonb_agg(jsonb_build_object(
                               'interview', interview_id, 'label', label, 'part', part, 'naming', naming, 'madeAt', made_at,
                               'expiresAt', expires_at, 'revokedAt', revoked_at, 'opened', opened, 'lastOpenedAt', opened_at)
                               order by made_at)
                      from share_link
                     where person_id = :person
                    """),
            new Area("who-looked", """
                    select jsonb_agg(jsonb_build_object('interview', glass.interview_id, 'admin', admin.name, 'reason', glass.reason,
                                                        'at', glass.at, 'until', glass.until) order by glass.at)
                      from broken_glass as glass
                      join interview on interview.id = glass.interview_id
                      join person as admin on admin.id = glass.admin_id
                     where interview.candidate = :person
                    """),
            new Area("notes-on-candidates", """
                    select jsonb_agg(jsonb_build_object(
                               'candidate', candidate.name, 'writtenAt', note.written_at,
                               'wordings', (select jsonb_agg(jsonb_build_object('text', text, 'at', at) order by number)
                                              from coach_note_wording
                                             where note_id = note.id)) order by note.written_at)
                      from coach_note as note
                      join person as candidate on candidate.id = note.candidate
                     where note.author = :person
                    """),
            new Area("open-hours", """
                    select jsonb_agg(jsonb_build_object(
                               'for', own.purpose, 'timeZone', own.zone, 'changedAt', own.changed_at,
                               'week', (select jsonb_agg(jsonb_build_object('day', day, 'from', opens, 'until', closes) order by day, opens)
                                          from weekly_window
                                         where weekly_window.person_id = own.person_id
                                           and weekly_window.purpose = own.purpose),
                               'dates', (select jsonb_agg(jsonb_build_object('date', date, 'from', opens, 'until', closes, 'kind', kind)
                                                          order by date, opens)
                                           from dated_window
                                          where dated_window.person_id = own.person_id
                                            and dated_window.purpose = own.purpose)) order by own.purpose)
                      from weekly_hours as own
                     where own.person_id = :person
                    """),
            new Area("people-you-practised-with", """
                    select jsonb_agg(jsonb_build_object('name', other.name, 'said', own.said, 'at', own.at) order by own.at)
                      from (select other_id, 'favourite' as said, at from favourite where person_id = :person
                             union all
                            select other_id, 'blocked', at from person_block where person_id = :person) as own
                      join person as other on other.id = own.other_id
                    """),
            new Area("reports-you-made", """
                    select jsonb_agg(jsonb_build_object('about', other.name, 'kind', own.kind, 'words', own.words, 'at', own.at,
                                                        'handledAt', own.handled_at) order by own.at)
                      from member_report as own
                      join person as other on other.id = own.about
                     where own.reporter = :person
                    """),
            new Area("trail", """
                    select jsonb_agg(jsonb_build_object('at', at, 'deed', deed, 'byYou', coalesce(actor_id = :person, false),
                                                        'aboutYou', coalesce(about_id = :person, false), 'by', actor.name,
                                                        'from', case when actor_id = :person then address end,
                                                        'detail', case when actor_id = :person then detail end) order by at, audit_event.id)
                      from audit_event
                      left join person as actor on actor.id = actor_id
                     where actor_id = :person
                        or about_id = :person
                    """),
            new Area("messages", """
                    select jsonb_agg(jsonb_build_object('about', topic, 'to', address, 'at', posted_at, 'state', state,
                                                        'filled', filled - 'link', 'calendar', calendar) order by posted_at)
                      from outbox
                     where person_id = :person
                    """));

    private static final String TEXTS = JsonMapper.shared().writeValueAsString(texts());

    private final JdbcClient jdbc;

    /** The names of all files, each of which has a sentence about itself. */
    static List<String> names() {
        return AREAS.stream().map(Area::name).toList();
    }

    PostgresOwnData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every text that anybody may have agreed to, by its subject, the oldest version first. */
    private static Map<String, List<?>> texts() {
        var texts = new HashMap<String, List<?>>();
        for (Subject subject : Subject.values()) {
            texts.put(
                    subject.name(),
                    ConsentText.all(subject).stream().map(ConsentText::text).toList());
        }
        texts.put(
                "COHORT",
                IntStream.rangeClosed(1, Agreement.CURRENT)
                        .mapToObj(Agreement::of)
                        .toList());
        return texts;
    }

    @Override
    public Stream<ExportFile> of(Person person) {
        return AREAS.stream()
                .map(area -> ExportFile.text(
                        area.name() + ".json", content(area, person), Sentences.text("about." + area.name())));
    }

    private String content(Area area, Person person) {
        return jdbc.sql("select jsonb_pretty(coalesce((" + area.sql() + "), '[]'))")
                .param("person", person.id().value())
                .param("texts", TEXTS)
                .query(String.class)
                .single();
    }
}
