package org.threeshift.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.threeshift.web.page.Texts;

/** Adds words, examples and problems to what springdoc finds in the code. */
@Component
final class OpenApiDescription implements OpenApiCustomizer {
    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";

    private final OperationProblems problems;
    private final Texts texts;
    private final List<Described> operations = Described.all();

    OpenApiDescription(OperationProblems problems, Texts texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info().title(texts.text("openapi.title")).version("1").description(texts.text("openapi.lead")))
                .servers(List.of(new Server().url("/")))
                .security(List.of(new SecurityRequirement().addList(TOKEN)));
        Components components = Optional.ofNullable(api.getComponents()).orElseGet(Components::new);
        components
                .addSchemas(PROBLEM, problemSchema())
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        api.components(components);
        operations.forEach(described -> find(api, described).ifPresent(operation -> describe(operation, described)));
    }

    private static Optional<Operation> find(OpenAPI api, Described described) {
        return Optional.ofNullable(api.getPaths().get(described.path()))
                .flatMap(path -> Optional.ofNullable(path.readOperationsMap()
                        .get(io.swagger.v3.oas.models.PathItem.HttpMethod.valueOf(described.method()))));
    }

    private void describe(Operation operation, Described described) {
        operation.summary(described.title()).description(described.text()).operationId(described.anchor());
        Optional.ofNullable(operation.getParameters())
                .ifPresent(parameters -> parameters.forEach(parameter ->
                        parameter.description(described.parameters().get(parameter.getName()))));
        described.body().ifPresent(example -> body(operation, example));
        ApiResponses responses = operation.getResponses();
        described
                .answers()
                .forEach((status, example) -> Optional.ofNullable(responses.get(status))
                        .map(ApiResponse::getContent)
                        .ifPresent(content -> content.values().forEach(media -> media.example(example))));
        problems.of(described)
                .forEach((status, sentence) -> responses.addApiResponse(
                        status,
                        new ApiResponse()
                                .description(sentence)
                                .content(json(
                                        "application/problem+json",
                                        new Schema<>().$ref(PROBLEM),
                                        OperationProblems.example(status, sentence, described)))));
    }

    private static void body(Operation operation, Object example) {
        if (operation.getRequestBody() == null) {
            operation.requestBody(new RequestBody().content(json("application/json", new ObjectSchema(), example)));
        } else {
            operation.getRequestBody().getContent().values().forEach(media -> media.example(example));
        }
    }

    private static Content json(String type, Schema<?> schema, Object example) {
        return new Content().addMediaType(type, new MediaType().schema(schema).example(example));
    }

    private Schema<?> problemSchema() {
        return new ObjectSchema()
                .description(texts.text("openapi.problem"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description(texts.text("openapi.problem.detail")))
                .addProperty("instance", new StringSchema())
                .addProperty("request", new StringSchema().description(texts.text("openapi.problem.request")))
                .addProperty("reason", new StringSchema().description(texts.text("openapi.problem.reason")));
    }
}
