package org.threeshift.web.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.DataNode;
import org.springframework.stereotype.Component;
import org.threeshift.web.page.Nonce;

/** Gives the scripts and styles that stand in the console's own page the word by which its policy lets them run. */
@Component
class ConsoleNonces implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    /** Vaadin makes style elements by script: they get the word of the page that makes them. */
    private static final String HANDED_ON = """
            {
              const word = document.currentScript.nonce;
              const make = Document.prototype.createElement;
              Document.prototype.createElement = function (name, options) {
                const made = make.call(this, name, options);
                if (/^style$/i.test(name)) made.nonce = word;
                return made;
              };
            }
            """;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(ConsoleNonces::mark);
    }

    private static void mark(IndexHtmlResponse page) {
        if (page.getVaadinRequest() instanceof VaadinServletRequest request) {
            page.getDocument().head().prependElement("script").appendChild(new DataNode(HANDED_ON));
            page.getDocument().select("script, style").attr("nonce", Nonce.of(request.getHttpServletRequest()));
        }
    }
}
