package org.threeshift.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;

class DemonstrationSignInIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database, "threeshift.demonstration=true");

    @AutoClose
    private final Visitor visitor = new Visitor(threeshift.address());

    @Test
    void one_click_signs_in_as_the_coach() {
        var answer = visitor.submit("/sign-in", "/demonstration/sign-in/coach", Map.of());
        assertThat(visitor.target(answer)).isEqualTo("/home");
        assertThat(visitor.get("/account").body()).contains("coach@demo.threeshift.example");
    }

    @Test
    void nobody_else_gets_in_by_one_click() {
        assertThat(visitor.submit("/sign-in", "/demonstration/sign-in/interviewer", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.cookie("THREESHIFT")).isEmpty();
    }

    @Test
    void a_request_that_came_from_elsewhere_is_refused() {
        var answer =
                visitor.submit("/sign-in", "/demonstration/sign-in/coach", Map.of(), "X-Forwarded-For", "203.0.113.7");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visitor.cookie("THREESHIFT")).isEmpty();
    }
}
