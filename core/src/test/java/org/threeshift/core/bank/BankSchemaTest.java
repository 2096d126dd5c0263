package org.threeshift.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.threeshift.core.bank.BadFiles.BadFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class BankSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SCHEMA = "/banks/bank.schema.json";
    private static final Schema BANKS = schema();

    @Test
    void the_schema_itself_keeps_the_rules_of_its_draft() throws IOException {
        try (InputStream file = BankSchemaTest.class.getResourceAsStream(SCHEMA)) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(com.networknt.schema.SchemaLocation.of(
                                    "https://json-schema.org/draft/2020-12/schema"))
                            .validate(JSON.readTree(file)))
                    .isEmpty();
        }
    }

    @Test
    void every_property_and_definition_is_described() throws IOException {
        try (InputStream file = BankSchemaTest.class.getResourceAsStream(SCHEMA)) {
            JsonNode schema = JSON.readTree(file);
            assertThat(schema.path("$defs").properties())
                    .isNotEmpty()
                    .allMatch(definition -> definition.getValue().has("description"));
            assertThat(schema.path("properties").properties())
                    .allMatch(property -> property.getValue().has("description"));
        }
    }

    @Test
    void it_accepts_the_good_file() {
        assertThat(complaints(json(HarbourPilot.file()))).isEmpty();
    }

    @Test
    void it_accepts_every_bank_that_ships() throws IOException {
        Resource[] shipped = new PathMatchingResourcePatternResolver().getResources("classpath*:banks/*.yaml");
        assertThat(shipped).isNotEmpty();
        for (Resource bank : shipped) {
            assertThat(complaints(json(bank.getContentAsByteArray())))
                    .as(bank.getFilename())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.threeshift.core.bank.BadFiles#structures")
    void it_sees_in_a_bad_file_what_is_wrong_with_its_structure(BadFile bad) {
        assertThat(complaints(json(bad.file())).isEmpty()).isEqualTo(bad.schemaSays() == BadFiles.SchemaSays.ACCEPTS);
    }

    /**
     * Spoils the good file in every place in every way, and shows each to both. The reader may refuse more (a question
     * that is gone is missed by its round), never less.
     */
    @Test
    void what_it_rejects_the_reader_rejects_too() {
        JsonNode good = json(HarbourPilot.file());
        List<JsonNode> spoiled = new ArrayList<>();
        spoil(good, UnaryOperator.identity(), spoiled);
        List<JsonNode> rejected =
                spoiled.stream().filter(json -> !complaints(json).isEmpty()).toList();
        assertThat(rejected).hasSizeGreaterThan(500);
        assertThat(rejected).allMatch(json -> read(json) instanceof BankReading.Rejected);
        assertThat(read(good)).isInstanceOf(BankReading.Read.class);
    }

    /** What the reader refuses beyond the schema are ids and minutes that do not fit together, and nothing else. */
    @Test
    void what_it_accepts_the_reader_refuses_only_for_what_no_schema_sees() {
        JsonNode good = json(HarbourPilot.file());
        List<JsonNode> spoiled = new ArrayList<>();
        spoil(good, UnaryOperator.identity(), spoiled);
        assertThat(spoiled)
                .filteredOn(json -> complaints(json).isEmpty())
                .isNotEmpty()
                .allSatisfy(json -> assertThat(problems(read(json)))
                        .allMatch(sentence -> sentence.startsWith("This bank has no question ")
                                || sentence.startsWith("This round has ")
                                || sentence.contains(" is taken already")));
    }

    private static void spoil(JsonNode node, UnaryOperator<JsonNode> whole, List<JsonNode> spoiled) {
        List<JsonNode> others = List.of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.numberNode(-7),
                NODES.stringNode(" "),
                NODES.stringNode("Neither Id nor CHOICE"),
                NODES.stringNode("x".repeat(4_001)),
                NODES.arrayNode(),
                NODES.objectNode());
        others.forEach(other -> spoiled.add(whole.apply(other)));
        if (node instanceof ObjectNode object) {
            spoiled.add(whole.apply(object.deepCopy().put("surplus", "x")));
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                ObjectNode without = object.deepCopy();
                without.remove(property.getKey());
                spoiled.add(whole.apply(without));
                spoil(
                        property.getValue(),
                        other -> whole.apply(object.deepCopy().set(property.getKey(), other)),
                        spoiled);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                ArrayNode without = array.deepCopy();
                without.remove(at);
                spoiled.add(whole.apply(without));
                spoiled.add(whole.apply(array.deepCopy().add(array.get(at))));
                spoil(
                        array.get(at),
                        other -> {
                            ArrayNode changed = array.deepCopy();
                            changed.set(at, other);
                            return whole.apply(changed);
                        },
                        spoiled);
            }
        }
    }

    /** JSON is YAML. */
    private static BankReading read(JsonNode json) {
        return new BankReader().read(HarbourPilot.bytes(json.toString()), "bank.json");
    }

    private static List<String> problems(BankReading reading) {
        return switch (reading) {
            case BankReading.Read _ -> List.of();
            case BankReading.Rejected(var problems) ->
                problems.stream().map(Problem::sentence).toList();
        };
    }

    private static List<Error> complaints(JsonNode json) {
        return BANKS.validate(json);
    }

    /** The file as a schema sees it. */
    private static JsonNode json(byte[] file) {
        Load yaml = new Load(LoadSettings.builder().setAllowDuplicateKeys(true).build());
        return JSON.valueToTree(withTextKeys(yaml.loadFromString(HarbourPilot.text(file))));
    }

    private static Object withTextKeys(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> texts = new LinkedHashMap<>();
            map.forEach((key, entry) -> texts.put(String.valueOf(key), withTextKeys(orNull(entry))));
            return texts;
        }
        return value instanceof List<?> list
                ? list.stream().map(entry -> withTextKeys(orNull(entry))).toList()
                : value;
    }

    private static Object orNull(Object entry) {
        return entry == null ? NODES.nullNode() : entry;
    }

    private static Schema schema() {
        try (InputStream file = BankSchemaTest.class.getResourceAsStream(SCHEMA)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
