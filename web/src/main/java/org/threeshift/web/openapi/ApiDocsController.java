package org.threeshift.web.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The same description for people, as a page like any other. */
@Controller
@Hidden
final class ApiDocsController {
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final List<OperationCard> operations;

    ApiDocsController(OperationProblems problems) {
        this.operations = Described.all().stream()
                .map(operation -> card(operation, problems.of(operation)))
                .toList();
    }

    @GetMapping("/api/docs/page")
    ModelAndView page() {
        return new ModelAndView("openapi/docs", Map.of("operations", operations));
    }

    private OperationCard card(Described operation, Map<String, String> problems) {
        return new OperationCard(
                operation.anchor(),
                operation.method(),
                operation.path(),
                operation.title(),
                operation.text(),
                operation.parameters(),
                operation.body().map(this::shown),
                operation.answers().values().stream().findFirst().map(this::shown),
                problems);
    }

    /** As it is sent: CSV as it stands. */
    private String shown(Object example) {
        return example instanceof String text ? text : json.writeValueAsString(example);
    }
}
