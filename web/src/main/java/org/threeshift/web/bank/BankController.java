package org.threeshift.web.bank;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Publication;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.web.page.Texts;

/** Where coaches and admins read the banks and publish one from a file. To everybody else there is nothing here. */
@Controller
@RequestMapping("/banks")
final class BankController {
    private final Banks banks;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    BankController(Banks banks, CurrentPerson currentPerson, Texts texts) {
        this.banks = banks;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list() {
        guard();
        return page(HttpStatus.OK, List.of(), Optional.empty());
    }

    /** @param version the newest when empty */
    @GetMapping("/{bank}")
    ModelAndView show(@PathVariable String bank, @RequestParam(defaultValue = "") String version) {
        guard();
        Optional<Bank> found =
                version.isEmpty() ? banks.newest(bank) : number(version).flatMap(wanted -> banks.find(bank, wanted));
        var view = new ModelAndView("bank/bank");
        view.addObject("bank", found.orElseThrow(BankController::notThere));
        view.addObject("versions", banks.versions(bank));
        return view;
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    @PostMapping
    ModelAndView publish(@RequestParam(required = false) Optional<MultipartFile> file) throws IOException {
        if (file.isEmpty()
                || Objects.requireNonNullElse(file.get().getOriginalFilename(), "")
                        .isEmpty()) {
            guard();
            return page(HttpStatus.UNPROCESSABLE_CONTENT, List.of(texts.text("bank.file.missing")), Optional.empty());
        }
        String name = Objects.requireNonNull(file.get().getOriginalFilename());
        return switch (banks.publish(file.get().getBytes(), name, currentPerson.required())
                .orElseThrow(BankController::notThere)) {
            case Publication.Published(var bank) -> page(HttpStatus.CREATED, List.of(), Optional.of(published(bank)));
            case Publication.Unchanged(var bank) ->
                page(
                        HttpStatus.OK,
                        List.of(),
                        Optional.of(texts.text("bank.unchanged", bank.title(), Integer.toString(bank.version()))));
            case Publication.Rejected(var problems) ->
                page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        problems.stream().map(Object::toString).toList(),
                        Optional.empty());
        };
    }

    private String published(Bank bank) {
        return texts.text("bank.published", bank.title(), Integer.toString(bank.version()));
    }

    private ModelAndView page(HttpStatus status, List<String> problems, Optional<String> done) {
        var view = new ModelAndView("bank/banks", status);
        view.addObject("banks", banks.newestOfAll());
        view.addObject("problems", problems);
        view.addObject("done", done);
        return view;
    }

    private void guard() {
        if (!Banks.maySee(currentPerson.required())) {
            throw notThere();
        }
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
