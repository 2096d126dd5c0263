package org.threeshift.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.entry.Registrations.Made;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** Where somebody goes on to whose account was made just now. */
final class Arrival {
    private Arrival() {}

    /** To the cohort that asks them in, or where they were going, or home. */
    static ReturnAddress target(Made.Done done) {
        return ReturnAddress.of(
                done.cohort().map(cohort -> "/cohorts/" + cohort).orElse(done.next()));
    }

    static ModelAndView of(Made.Done done, SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
        ReturnAddress next = signIn.as(done.person(), SignIn.Way.ACCOUNT_MADE, target(done), request, response);
        return new ModelAndView("redirect:" + next.path());
    }
}
