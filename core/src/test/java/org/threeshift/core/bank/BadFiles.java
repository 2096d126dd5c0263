package org.threeshift.core.bank;

import static org.threeshift.core.bank.HarbourPilot.TEXT;
import static org.threeshift.core.bank.HarbourPilot.bytes;
import static org.threeshift.core.bank.HarbourPilot.replace;
import static org.threeshift.core.bank.HarbourPilot.with;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bank files that are wrong, and exactly what the reader says to each. */
final class BadFiles {
    private BadFiles() {}

    /**
     * @param schemaSays what the JSON Schema says to it
     * @param problems   each as "line:column sentence", or "line sentence" when no column is given
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record BadFile(String name, byte[] file, SchemaSays schemaSays, List<String> problems) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<BadFile> all() {
        return Stream.of(files(), yaml(), keys(), values(), rubric(), references())
                .flatMap(List::stream);
    }

    enum SchemaSays {
        REJECTS,
        ACCEPTS,
        NEVER_SEES
    }

    /** Those that can be shown to a schema. */
    static Stream<BadFile> structures() {
        return all().filter(bad -> bad.schemaSays() != SchemaSays.NEVER_SEES);
    }

    private static List<BadFile> files() {
        byte[] latin = with("costs the line", "co\u00FBte \u00E0 la ligne").getBytes(StandardCharsets.ISO_8859_1);
        return List.of(
                new BadFile(
                        "a file of 50 MB",
                        new byte[50 * 1024 * 1024],
                        SchemaSays.NEVER_SEES,
                        List.of(
                                "1 The file has 52,428,800 bytes, and a bank file has at most 1,000,000. Check that it is the right file, or split the bank in two.")),
                unparsable("an empty file", "", "1 The file is empty. Begin with the line format: threeshift-bank/1"),
                unparsable(
                        "only a comment",
                        "# later\n---\n",
                        "1 The file is empty. Begin with the line format: threeshift-bank/1"),
                new BadFile(
                        "Latin-1 instead of UTF-8",
                        latin,
                        SchemaSays.NEVER_SEES,
                        List.of("30 Byte %d of the file is not UTF-8. Save the file with the encoding UTF-8."
                                .formatted(TEXT.indexOf("costs the line") + 3))),
                new BadFile(
                        "UTF-16 instead of UTF-8",
                        TEXT.getBytes(StandardCharsets.UTF_16),
                        SchemaSays.NEVER_SEES,
                        List.of("1 Byte 1 of the file is not UTF-8. Save the file with the encoding UTF-8.")),
                unparsable(
                        "control characters",
                        replace(with("Two ships", "Two\u0000ships"), "The hero", "The \u0007hero"),
                        "11:16 The character U+0000 cannot stand in a bank file. Delete it.",
                        "53:19 The character U+0007 cannot stand in a bank file. Delete it."));
    }

    private static List<BadFile> yaml() {
        return List.of(
                unparsable(
                        "tabs for indentation",
                        replace(
                                with("    why: It shows whether", "\twhy: It shows whether"),
                                "    title: Night",
                                "  \ttitle: Night"),
                        "12:1 A tab indents this line. Indent with spaces only.",
                        "45:3 A tab indents this line. Indent with spaces only."),
                unparsable(
                        "a colon inside plain text",
                        with("prompt: Two ships", "prompt: Think: two ships"),
                        "11:18 A colon followed by a space starts a key, and no key can start here. Put the text in quotes, or mend the indentation."),
                unparsable(
                        "a bracket that never closes",
                        with("[I take it, I do not mind, It is quicker]", "[I take it, I do not mind"),
                        "57:21 The bracket that opens on line 56 has not been closed before this. Close it, or put a comma between its entries."),
                unparsable(
                        "a quote that never closes",
                        with("title: Berth plan", "title: \"Berth plan"),
                        "9:12 The quote that opens here never ends. Close it, and write a quote inside the text twice."),
                unparsable(
                        "an entry that is indented too little",
                        with("          - Asks nobody else", "       - Asks nobody else"),
                        "23:8 This line is indented like nothing above it. Line it up with the entries that it belongs to."),
                unparsable(
                        "a character that YAML keeps for itself",
                        with("title: Berth plan", "title: @berth"),
                        "9:12 This is not YAML (found character '@' that cannot start any token. (Do not use @ for indentation)). Check the indentation, quotes and brackets here and just above."),
                unparsable(
                        "two documents",
                        TEXT + "---\nformat: threeshift-bank/1\n",
                        "74:1 A second document starts here. A file holds one bank: move this part to a file of its own."),
                unparsable("an alias bomb", bomb(), bombLines()),
                unparsable(
                        "a tag",
                        with("title: Harbour pilot", "title: !!java.net.URL Harbour pilot"),
                        "4:8 A bank file uses no tags, and tag:yaml.org,2002:java.net.URL is one. Delete it."),
                unparsable(
                        "a tower of brackets",
                        "format: " + "[".repeat(900_000),
                        "1:28 Here things are nested more than 20 deep, which no bank needs. Check the brackets and the indentation."),
                unparsable(
                        "a tower of indented keys",
                        IntStream.range(0, 400)
                                .mapToObj(depth -> " ".repeat(depth) + "a:\n")
                                .collect(Collectors.joining()),
                        "21:21 Here things are nested more than 20 deep, which no bank needs. Check the brackets and the indentation."),
                structural(
                        "a list instead of keys",
                        "- format\n- id\n",
                        "1:1 The file needs a group of keys, but here stands a list. Change it."),
                structural(
                        "prose",
                        "Dear all, here is the bank.\n",
                        "1:1 The file needs a group of keys, but here stands text. Change it."));
    }

    private static String bomb() {
        String tenfold = IntStream.range(1, 9)
                .mapToObj(n ->
                        "  - &a%d [%s]\n".formatted(n, "*a%d, ".formatted(n - 1).repeat(9)))
                .collect(Collectors.joining());
        return "format: threeshift-bank/1\nquestions:\n  - &a0 [boom]\n" + tenfold;
    }

    private static String[] bombLines() {
        return IntStream.range(1, 9)
                .boxed()
                .flatMap(n -> IntStream.range(0, 9)
                        .mapToObj(at -> "%d:%d A bank file uses no aliases, and *a%d is one. Write the text out."
                                .formatted(n + 3, 10 + 5 * at, n - 1)))
                .toArray(String[]::new);
    }

    private static List<BadFile> keys() {
        return List.of(
                structural(
                        "an unknown key of the bank",
                        with("summary: Two", "sumary: Two"),
                        "1:1 The key summary is missing in the bank. Add it.",
                        "6:1 sumary is no key of the bank. The keys are format, id, version, title, role, summary, questions, rounds."),
                structural(
                        "an unknown key of a trap",
                        with("family: does-it-alone", "family: does-it-alone\n        remedy: none"),
                        "55:9 remedy is no key of this trap. The keys are id, name, family, summary, tell-tales."),
                structural(
                        "an unknown key of a strategic answer",
                        with("holds: [A rota, A reason]", "holds: [A rota, A reason]\n      hold: none"),
                        "59:7 hold is no key of this strategic answer. The keys are holds, example."),
                structural(
                        "missing keys everywhere",
                        replace(
                                replace(
                                        with("    why: It shows how work is handed out.\n", ""),
                                        "    purpose: Everything.\n",
                                        ""),
                                "      example: We count nights over a quarter, and each has nine.\n",
                                ""),
                        "44:5 The key why is missing in this question. Add it.",
                        "57:7 The key example is missing in this strategic answer. Add it.",
                        "67:5 The key purpose is missing in this round. Add it."),
                unstructured(
                        "a key that is given twice",
                        with("    purpose: Everything.\n", "    purpose: Everything.\n    title: Fuller\n"),
                        "72:5 The key title was given before, on line 70. Keep one of the two."),
                unparsable(
                        "a list as a key",
                        with("summary: Two", "[a, b]: c\nsummary: Two"),
                        "6:1 A key is a plain word, but here it is a list. Write one word and a colon."));
    }

    private static List<BadFile> values() {
        return List.of(
                structural(
                        "an unknown format",
                        with("threeshift-bank/1", "threeshift-bank"),
                        "1:9 threeshift-bank is no format that Threeshift knows. Write format: threeshift-bank/1"),
                structural(
                        "a newer format is read no further",
                        replace(with("threeshift-bank/1", "threeshift-bank/2"), "version: 3", "version: none"),
                        "1:9 This bank is written in the newer format threeshift-bank/2, and this Threeshift reads threeshift-bank/1. Update Threeshift, or write the bank in the older format."),
                structural(
                        "a malformed id",
                        with("id: harbour-pilot", "id: Harbour Pilot"),
                        "2:5 Harbour Pilot is no id. Use at most 60 lower-case letters, digits and single hyphens, beginning and ending without a hyphen."),
                structural(
                        "an id that is too long",
                        with("id: harbour-pilot", "id: " + "a".repeat(61)),
                        "2:5 %s is no id. Use at most 60 lower-case letters, digits and single hyphens, beginning and ending without a hyphen."
                                .formatted("a".repeat(61))),
                structural(
                        "blank texts",
                        replace(
                                replace(
                                        with("role: First harbour master role", "role:"),
                                        "title: Night shift",
                                        "title: '  '"),
                                "1: Names a ship",
                                "1: \"\""),
                        "5:6 role is empty. Fill it in.",
                        "34:12 Level 1 of STRATEGY is empty. Fill it in.",
                        "45:12 title is empty. Fill it in."),
                structural(
                        "a title as long as a page",
                        with("title: Harbour pilot", "title: " + "x".repeat(121)),
                        "4:8 title has 121 characters, and at most 120 fit. Shorten it."),
                structural(
                        "a number and a truth where text belongs",
                        replace(with("title: Harbour pilot", "title: 2026"), "SPECIALIST: How?", "SPECIALIST: true"),
                        "4:8 title needs text, but without quotes 2026 is a number. Put it in quotes.",
                        "62:26 SPECIALIST needs text, but without quotes true is true or false. Put it in quotes."),
                structural(
                        "a list where text belongs",
                        with("prompt: Nobody wants the night shift. What do you do?", "prompt: [Nobody, wants, it]"),
                        "47:13 prompt needs text, but here stands a list. Change it."),
                structural(
                        "keys where text belongs",
                        with("          - Asks nobody else", "          - Asks: nobody else"),
                        "23:13 Entry 3 of tell-tales needs text, but here stands a group of keys. Change it."),
                structural(
                        "text where a list belongs",
                        with("holds: [A rota, A reason]", "holds: A rota"),
                        "58:14 holds needs a list, but here stands text. Change it."),
                structural(
                        "text where a question belongs",
                        with("rounds:\n", "  - lunch\nrounds:\n"),
                        "63:5 Entry 3 of questions needs a group of keys, but here stands text. Change it."),
                structural(
                        "nothing where probes belong",
                        with("probes: {SPECIALIST: How?, MANAGER: Who?, DIRECTOR: Why?}", "probes:"),
                        "62:12 probes needs a group of keys, but here stands nothing. Change it."),
                structural(
                        "a number in words, a fraction, a number in quotes",
                        replace(
                                replace(with("version: 3", "version: three"), "minutes: 12", "minutes: 12.5"),
                                "minutes: 25",
                                "minutes: '25'"),
                        "3:10 version needs a number, but here stands text. Change it.",
                        "46:14 minutes is 12.5. Choose a whole number from 1 to 60.",
                        "72:14 minutes needs a number, but here stands text. Change it."),
                structural(
                        "numbers out of range",
                        replace(
                                replace(with("version: 3", "version: 0"), "minutes: 12", "minutes: 61"),
                                "minutes: 25",
                                "minutes: 99999999999"),
                        "3:10 version is 0. Choose a whole number from 1 to 9,999.",
                        "46:14 minutes is 61. Choose a whole number from 1 to 60.",
                        "72:14 minutes is 99999999999. Choose a whole number from 1 to 180."),
                structural(
                        "a bank without questions",
                        TEXT.substring(0, TEXT.indexOf("questions:")) + "questions: []\nrounds: []\n",
                        "7:12 questions has no entry, and needs at least 1. Add what is missing.",
                        "8:9 rounds has no entry, and needs at least 1. Add what is missing."),
                structural(
                        "a question without a trap, an answer with one part",
                        replace(
                                with("holds: [A rota, A reason]", "holds: [A rota]"),
                                TEXT.substring(
                                        TEXT.indexOf("traps:\n      - id: hero"),
                                        TEXT.indexOf("    strategic-answer:\n      holds: [")),
                                "traps: []\n"),
                        "51:12 traps has no entry, and needs at least 1. Add what is missing.",
                        "53:14 holds has one entry, and needs at least 2. Add what is missing."));
    }

    private static List<BadFile> rubric() {
        String noShifts = "anchors has no entry, and needs at least 1. Add what is missing.";
        return List.of(
                structural(
                        "an unknown shift",
                        with("      ACCOUNTABILITY: {1", "      SALES: {1"),
                        "61:7 SALES is no shift. The shifts are STRATEGY, ACCOUNTABILITY, TEAM."),
                structural(
                        "an unknown primary shift, skill and rung",
                        replace(
                                replace(
                                        with("primary: TEAM", "primary: team"),
                                        "skill: FINANCIAL_LITERACY",
                                        "skill: MONEY"),
                                "      DIRECTOR: What",
                                "      OWNER: What"),
                        "13:14 team is no shift. The shifts are STRATEGY, ACCOUNTABILITY, TEAM.",
                        "14:12 MONEY is no skill. The skills are FINANCIAL_LITERACY, PEOPLE_AND_DELEGATION, DATA_INTERPRETATION.",
                        "41:7 The probe for DIRECTOR is missing. Write the follow-up for that rung.",
                        "43:7 OWNER is no rung. The rungs are SPECIALIST, MANAGER, DIRECTOR."),
                structural(
                        "a level outside 1 to 5",
                        with("5: The crew plans}", "5: The crew plans, 6: The crew sails}"),
                        "39:100 6 is no level. Anchors have the levels 1 to 5."),
                structural(
                        "level 0 and a level in words",
                        with("        1: Names a ship", "        0: Says nothing\n        low: Names a ship"),
                        "33:7 STRATEGY has no anchor for level 1. Write what an answer at that level sounds like.",
                        "34:9 0 is no level. Anchors have the levels 1 to 5.",
                        "35:9 low is no level. Anchors have the levels 1 to 5."),
                structural(
                        "missing anchors",
                        replace(with(", 2: Some, 3: Half", ""), "        4: Compares costs\n", ""),
                        "33:7 STRATEGY has no anchor for level 4. Write what an answer at that level sounds like.",
                        "60:7 ACCOUNTABILITY has no anchor for level 2. Write what an answer at that level sounds like.",
                        "60:7 ACCOUNTABILITY has no anchor for level 3. Write what an answer at that level sounds like."),
                structural(
                        "no anchors at all",
                        with("      ACCOUNTABILITY: {1: None, 2: Some, 3: Half, 4: Most, 5: All}", "      {}"),
                        "61:7 " + noShifts),
                structural(
                        "a primary shift that is not probed",
                        with("primary: TEAM", "primary: ACCOUNTABILITY"),
                        "13:14 The primary shift ACCOUNTABILITY has no anchors. Write them, or choose one that has: STRATEGY, TEAM."),
                structural(
                        "two tell-tales and four",
                        replace(
                                with("tell-tales: [a, b, c]", "tell-tales: [a, b]"),
                                "It is quicker]",
                                "It is quicker, Later]"),
                        "24:105 A trap has exactly three tell-tales, and this one has 2. Write three.",
                        "56:21 A trap has exactly three tell-tales, and this one has 4. Write three."));
    }

    private static List<BadFile> references() {
        return List.of(
                unstructured(
                        "a question id that is taken",
                        replace(
                                with("id: night-shift", "id: berth-plan"),
                                "questions: [night-shift, berth-plan]",
                                "questions: [berth-plan]"),
                        "44:9 The id berth-plan is taken already, on line 8. Choose another."),
                unstructured(
                        "a trap id that is taken in its question",
                        with("{id: first-come", "{id: own-ship-first"),
                        "24:14 The id own-ship-first is taken already, on line 16. Choose another."),
                unstructured(
                        "a round id that is taken",
                        with("id: full", "id: short"),
                        "69:9 The id short is taken already, on line 64. Choose another."),
                unstructured(
                        "a round that names no question of the bank",
                        with("questions: [berth-plan]", "questions: [birth-plan]"),
                        "68:17 This bank has no question birth-plan. Name one of its questions by its id."),
                structural(
                        "a round that asks twice",
                        with("[night-shift, berth-plan]", "[berth-plan, night-shift, berth-plan]"),
                        "73:42 This round asks berth-plan twice. Delete one."),
                structural(
                        "a round that asks nothing",
                        with("[night-shift, berth-plan]", "[]"),
                        "73:16 This round asks nothing. Name at least one question of the bank."),
                unstructured(
                        "a round whose minutes do not add up",
                        with("minutes: 25", "minutes: 19"),
                        "72:14 This round has 19 minutes, but its questions need 20. Give it at least 20 minutes, or ask less."));
    }

    private static BadFile structural(String name, String text, String... problems) {
        return new BadFile(name, bytes(text), SchemaSays.REJECTS, List.of(problems));
    }

    private static BadFile unstructured(String name, String text, String... problems) {
        return new BadFile(name, bytes(text), SchemaSays.ACCEPTS, List.of(problems));
    }

    /** Refused before there is a structure to speak of. */
    private static BadFile unparsable(String name, String text, String... problems) {
        return new BadFile(name, bytes(text), SchemaSays.NEVER_SEES, List.of(problems));
    }
}
