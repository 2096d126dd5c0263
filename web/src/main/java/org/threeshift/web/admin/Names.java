package org.threeshift.web.admin;

import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.threeshift.web.page.Texts;

/** What people call the jobs and sweeps that features bring along. */
@Component
final class Names {
    private final Texts texts;

    Names(Texts texts) {
        this.texts = texts;
    }

    /** @return the stored name where no sentence says it better, as after a step back to an older version */
    String job(String name) {
        try {
            return texts.text("admin.job." + name);
        } catch (NoSuchMessageException nameless) {
            return name;
        }
    }

    String sweep(String name) {
        try {
            return texts.text("admin.sweep." + name);
        } catch (NoSuchMessageException nameless) {
            return name;
        }
    }
}
