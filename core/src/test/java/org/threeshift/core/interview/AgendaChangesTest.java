package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.people.PersonId;

class AgendaChangesTest {
    private final PersonId host = new PersonId(new UUID(1, 1));
    private final PersonId second = new PersonId(new UUID(1, 2));
    private final PersonId candidate = new PersonId(new UUID(1, 3));
    private final InterviewId id = new InterviewId(new UUID(2, 1));
    private final InterviewLog log = new InMemoryInterviewLog();
    private final Banks banks = Banks.inMemory(InstantSource.fixed(Scene.NOW));
    private final Interviews interviews = new Interviews(log, new LocalBell());
    private final AgendaChanges changes = new AgendaChanges(interviews, new InterviewStates(log), banks, List.of());
    private final InterviewViews views = new InterviewViews(log, banks);

    private Bank bank() {
        return banks.newest("marketing-manager").orElseThrow();
    }

    @BeforeEach
    void an_interview_on_the_first_question_of_the_bank() {
        new ShippedBanks(banks).publishAll();
        var agenda = new Agenda(
                bank().id(),
                bank().version(),
                "one",
                "One",
                20,
                List.of(AgendaItems.of(bank().questions().getFirst())));
        send(
                host,
                new Command.Schedule(
                        Kind.PANEL,
                        Set.of(host, second),
                        Optional.of(candidate),
                        "Ada",
                        agenda,
                        Scene.NOW,
                        ZoneId.of("UTC")));
        send(host, new Command.Start());
    }

    @Test
    void the_lead_adds_a_question_of_the_bank_with_its_shifts_and_traps() {
        Question added = bank().questions().get(1);
        assertThat(add(host, UUID.randomUUID(), added.id())).isInstanceOf(Outcome.Done.class);
        assertThat(agenda()).last().isEqualTo(AgendaItems.of(added));
        assertThat(views.questionsToAdd(id, host))
                .doesNotContain(added)
                .hasSize(bank().questions().size() - 2);
    }

    @Test
    void only_the_lead_is_offered_what_is_in_the_bank() {
        assertThat(views.questionsToAdd(id, host)).hasSize(bank().questions().size() - 1);
        assertThat(views.questionsToAdd(id, second)).isEmpty();
        assertThat(views.questionsToAdd(id, candidate)).isEmpty();
        send(second, new Command.PassLead(second));
        assertThat(views.questionsToAdd(id, host)).isEmpty();
        assertThat(views.questionsToAdd(id, second)).isNotEmpty();
    }

    @Test
    void a_question_that_the_bank_does_not_have_is_refused() {
        assertThat(refusal(host, "weather")).isEqualTo(Code.UNKNOWN_QUESTION);
        assertThat(refusal(host, bank().questions().getFirst().id())).isEqualTo(Code.ON_AGENDA);
    }

    @Test
    void nobody_but_the_lead_learns_from_a_refusal_which_questions_there_are() {
        String there = bank().questions().get(1).id();
        assertThat(List.of(refusal(second, there), refusal(second, "weather"))).containsOnly(Code.ONLY_LEAD);
        assertThat(List.of(refusal(candidate, there), refusal(candidate, "weather")))
                .containsOnly(Code.ONLY_INTERVIEWER);
        PersonId stranger = new PersonId(new UUID(1, 9));
        assertThat(List.of(refusal(stranger, there), refusal(stranger, "weather")))
                .containsOnly(Code.NOT_FOUND);
    }

    @Test
    void a_repeated_send_is_answered_as_the_first_was_also_when_another_leads_by_then() {
        UUID command = UUID.randomUUID();
        String question = bank().questions().get(1).id();
        add(host, command, question);
        send(second, new Command.PassLead(second));
        assertThat(add(host, command, question)).isInstanceOf(Outcome.Done.class);
        assertThat(agenda()).hasSize(2);
    }

    private List<AgendaItem> agenda() {
        return views.forInterviewer(id, host).orElseThrow().setup().agenda().items();
    }

    private Code refusal(PersonId actor, String question) {
        return ((Outcome.Refused) add(actor, UUID.randomUUID(), question))
                .refusal()
                .code();
    }

    private Outcome add(PersonId actor, UUID command, String question) {
        return changes.add(id, command, question, new By(actor, Scene.NOW));
    }

    private void send(PersonId actor, Command command) {
        assertThat(interviews.send(id, new Sent(UUID.randomUUID(), new By(actor, Scene.NOW), command)))
                .isInstanceOf(Outcome.Done.class);
    }
}
