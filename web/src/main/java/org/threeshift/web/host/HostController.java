package org.threeshift.web.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Round;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.Exchanges.Made;
import org.threeshift.core.hours.WallTime;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Score;
import org.threeshift.web.page.Choice;
import org.threeshift.web.page.Texts;

/** The form by which somebody hosts an interview. */
@Controller
final class HostController {
    private final Hosting hosting;
    private final Exchanges exchanges;
    private final Plans plans;
    private final Banks banks;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Ids ids;
    private final InstantSource time;
    private final Texts texts;

    HostController(
            Hosting hosting,
            Exchanges exchanges,
            Plans plans,
            Banks banks,
            People people,
            CurrentPerson currentPerson,
            Ids ids,
            InstantSource time,
            Texts texts) {
        this.hosting = hosting;
        this.exchanges = exchanges;
        this.plans = plans;
        this.banks = banks;
        this.people = people;
        this.currentPerson = currentPerson;
        this.ids = ids;
        this.time = time;
        this.texts = texts;
    }

    /**
     * @param candidate a member to begin with, from a link beside their name
     * @param round     to begin with, as {@code bank/round}; the fullest when there is no such round
     */
    @GetMapping("/host")
    ModelAndView open(
            @RequestParam(defaultValue = "") String candidate, @RequestParam(defaultValue = "") String round) {
        Person host = currentPerson.required();
        List<Choice> rounds = rounds();
        Instant soon = time.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(25));
        return page(
                HostForm.fresh(
                        ids.next(),
                        rounds.stream()
                                .map(Choice::value)
                                .filter(round::equals)
                                .findFirst()
                                .orElseGet(this::fullest),
                        (host.role() == Role.COACH ? Kind.COACH_LED : Kind.PEER).name(),
                        candidate,
                        WallTime.typed(soon, host.zone())),
                host,
                rounds,
                Complaints.NONE);
    }

    @PostMapping("/host")
    ModelAndView host(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes shownOnce) {
        Person host = currentPerson.required();
        HostForm form = HostForm.of(sent);
        return switch (plans.read(form, host.zone())) {
            case Plans.Reading.Wrong(var complaints) -> page(form, host, rounds(), complaints);
            case Plans.Reading.Read(var plan, var exchange)
            when exchange.isPresent() -> {
                var wanted = new Exchanges.Plan(
                        plan, exchange.get().minutes(), exchange.get().partnerFirst());
                yield switch (exchanges.host(wanted, host)) {
                    case Made.NotHosted(var refusal) -> page(form, host, rounds(), plans.at(refusal, form));
                    case Made.Refused(var refusal) -> page(form, host, rounds(), Plans.at(refusal));
                    case Made.Done(var made, var first, var invitation) -> {
                        invitation.ifPresent(token -> shownOnce.addFlashAttribute("invitation", token.text()));
                        boolean begins = invitation.isEmpty() && plan.startsAt().isEmpty() && !wanted.partnerFirst();
                        yield new ModelAndView(
                                begins ? "redirect:/console/interviews/" + first : "redirect:/exchanges/" + made);
                    }
                };
            }
            case Plans.Reading.Read(var plan, var _) ->
                switch (hosting.host(plan, host)) {
                    case Hosted.Refused(var refusal) -> page(form, host, rounds(), plans.at(refusal, form));
                    case Hosted.Done(var interview, var invitation) -> {
                        invitation.ifPresent(token -> shownOnce.addFlashAttribute("invitation", token.text()));
                        yield new ModelAndView(
                                invitation.isEmpty() && plan.startsAt().isEmpty()
                                        ? "redirect:/console/interviews/" + interview
                                        : "redirect:/interviews/" + interview);
                    }
                };
        };
    }

    private ModelAndView page(HostForm form, Person host, List<Choice> rounds, Complaints complaints) {
        var view = new ModelAndView("host/host", complaints.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        List<Person> others = people.possibleCandidates(host.id());
        view.addObject("form", form);
        view.addObject("complaints", complaints);
        view.addObject("rounds", rounds);
        view.addObject("kinds", kinds(host));
        view.addObject("members", others);
        view.addObject("interviewers", others);
        return view;
    }

    private List<Choice> rounds() {
        var choices = new ArrayList<Choice>();
        List<Bank> all = banks.newestOfAll();
        for (Bank bank : all) {
            for (Round round : bank.rounds()) {
                choices.add(choice(bank, round, all.size() > 1 ? Optional.of(bank.title()) : Optional.empty()));
            }
        }
        return List.copyOf(choices);
    }

    /** The round to begin with: the one with the most questions says most about a candidate. */
    private String fullest() {
        return banks.newestOfAll().stream()
                .flatMap(bank -> bank.rounds().stream().map(round -> new Offer(bank, round)))
                .max(Comparator.comparingInt(offer -> offer.round().questions().size()))
                .map(Offer::value)
                .orElse("");
    }

    private record Offer(Bank bank, Round round) {
        String value() {
            return bank.id() + "/" + round.id();
        }
    }

    private Choice choice(Bank bank, Round round, Optional<String> bankTitle) {
        String size = texts.text("host.round.size", round.questions().size(), round.minutes());
        return new Choice(
                new Offer(bank, round).value(),
                bankTitle.map(title -> title + ": ").orElse("") + round.title() + " · " + size,
                round.purpose() + tooShort(bank, round));
    }

    /** Says before twenty minutes are spent on what there can be no score. */
    private String tooShort(Bank bank, Round round) {
        String shifts = Arrays.stream(Shift.values())
                .filter(shift -> bank.probing(round, shift) < Score.LEAST_LEVELS)
                .map(texts::name)
                .collect(Collectors.joining(", "));
        return shifts.isEmpty() ? "" : " " + texts.text("host.round.short", shifts);
    }

    private List<Choice> kinds(Person host) {
        var kinds = new ArrayList<Choice>();
        if (host.role() == Role.COACH) {
            kinds.add(kind(Kind.COACH_LED));
        }
        kinds.add(kind(Kind.PEER));
        kinds.add(new Choice(Plans.EXCHANGE, texts.text("host.exchange.name"), texts.text("host.exchange.sentence")));
        kinds.add(kind(Kind.PANEL));
        return List.copyOf(kinds);
    }

    private Choice kind(Kind kind) {
        String key = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Choice(kind.name(), texts.name(kind), texts.text("host.kind." + key));
    }
}
