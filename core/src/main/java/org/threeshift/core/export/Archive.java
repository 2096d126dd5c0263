package org.threeshift.core.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Files as one ZIP, with a README for people and a manifest for programs. The same files make the same bytes. */
final class Archive {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Archive() {}

    static byte[] of(List<ExportFile> files, String readme, Instant madeAt) {
        var all = new ArrayList<ExportFile>();
        all.add(ExportFile.text("README.txt", readme + list(files), ""));
        all.add(ExportFile.text("manifest.json", manifest(files, madeAt), ""));
        all.addAll(files);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (ExportFile file : all) {
                var entry = new ZipEntry(file.path());
                entry.setTime(madeAt.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(file.content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String list(List<ExportFile> files) {
        var lines = new StringBuilder();
        files.stream()
                .filter(file -> !file.about().isEmpty())
                .forEach(file -> lines.append("\n")
                        .append(file.path())
                        .append("\n    ")
                        .append(file.about())
                        .append("\n"));
        return lines.toString();
    }

    private static String manifest(List<ExportFile> files, Instant madeAt) {
        var listed = new ArrayList<Map<String, Object>>();
        for (ExportFile file : files) {
            var line = new LinkedHashMap<String, Object>();
            line.put("path", file.path());
            line.put("bytes", file.content().length);
            if (!file.about().isEmpty()) {
                line.put("about", file.about());
            }
            listed.add(line);
        }
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("format", "threeshift-export");
        manifest.put("version", 1);
        manifest.put("madeAt", madeAt.toString());
        manifest.put("files", listed);
        return JSON.writeValueAsString(manifest);
    }
}
