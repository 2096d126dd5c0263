package org.threeshift.web.paper;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Templates as PDF. Setting one takes a processor for a while, so there are never more at work than there are processors; who
 * comes then waits a little, and is sent away when that does not help.
 */
@Component
public final class Papers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    /** Reads some megabytes of fonts, so not before somebody asks for a PDF. */
    private final SingletonSupplier<Typesetter> typesetter = SingletonSupplier.of(Typesetter::new);

    private final Semaphore presses = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /**
     * @param template as controllers name it, in XHTML
     * @return the file; absent when everything was busy for ten seconds
     */
    public Optional<byte[]> pdf(String template, Map<String, Object> parameters, Paper paper) {
        String xhtml = xhtml(template, parameters);
        try {
            if (!presses.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return Optional.of(set(xhtml, paper));
    }

    /** As above, for work in the background, which waits for its turn. */
    public byte[] pdfInTurn(String template, Map<String, Object> parameters, Paper paper) {
        String xhtml = xhtml(template, parameters);
        presses.acquireUninterruptibly();
        return set(xhtml, paper);
    }

    private String xhtml(String template, Map<String, Object> parameters) {
        var xhtml = new StringOutput();
        engine.render(template + ".jte", parameters, xhtml);
        return xhtml.toString();
    }

    private byte[] set(String xhtml, Paper paper) {
        try {
            return typesetter.obtain().pdf(xhtml, paper);
        } finally {
            presses.release();
        }
    }
}
