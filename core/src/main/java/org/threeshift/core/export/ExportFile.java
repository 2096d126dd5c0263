package org.threeshift.core.export;

import java.nio.charset.StandardCharsets;

/** A file of an export. */
public final class ExportFile {
    private final String path;
    private final byte[] content;
    private final String about;

    private ExportFile(String path, byte[] content, String about) {
        this.path = path;
        this.content = content.clone();
        this.about = about;
    }

    /**
     * @param path  within the ZIP, such as {@code profile.json}
     * @param about what is in it, in a sentence, for the README and the manifest; may be empty
     */
    public static ExportFile text(String path, String content, String about) {
        return new ExportFile(path, content.getBytes(StandardCharsets.UTF_8), about);
    }

    /** A picture, for example. */
    public static ExportFile bytes(String path, byte[] content, String about) {
        return new ExportFile(path, content, about);
    }

    public String path() {
        return path;
    }

    public byte[] content() {
        return content.clone();
    }

    public String about() {
        return about;
    }
}
