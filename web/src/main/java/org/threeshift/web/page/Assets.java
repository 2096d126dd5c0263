package org.threeshift.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The URLs of style sheets, scripts and pictures, each with a piece of its content's hash. */
@Component
public final class Assets {
    /** The request parameter that carries the hash. */
    static final String VERSION = "v";

    private static final String FOLDER = "classpath:/META-INF/resources/assets/";

    private final ResourceLoader resources;
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    Assets(ResourceLoader resources) {
        this.resources = resources;
    }

    /** @throws UncheckedIOException when there is no such file, which is a bug of the page that asks */
    public String url(String path) {
        return urls.computeIfAbsent(path, this::versioned);
    }

    private String versioned(String path) {
        try (InputStream content = resources.getResource(FOLDER + path).getInputStream()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return "/assets/" + path + "?" + VERSION + "="
                    + HexFormat.of().formatHex(hash).substring(0, 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
