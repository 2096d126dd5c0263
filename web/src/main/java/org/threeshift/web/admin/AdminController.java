package org.threeshift.web.admin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How the installation does, and the way to everything that an admin looks after. */
@Controller
final class AdminController {
    private final Condition condition;

    AdminController(Condition condition) {
        this.condition = condition;
    }

    @GetMapping("/admin")
    ModelAndView show() {
        return new ModelAndView("admin/admin", "report", condition.report());
    }
}
