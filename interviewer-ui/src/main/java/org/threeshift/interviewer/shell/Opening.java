package org.threeshift.interviewer.shell;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Says that the console opens for as long as its page is empty, which the first one after a start of the server is for seconds: see console.css. */
@Component
class Opening implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(
                page -> page.getDocument().body().attr("data-opening", text("shell.opening")));
    }
}
