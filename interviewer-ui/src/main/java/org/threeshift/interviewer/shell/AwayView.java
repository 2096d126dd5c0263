package org.threeshift.interviewer.shell;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.servlet.http.HttpServletResponse;

/** Instead of a console that cannot open while the database is away. It opens by itself once that is back. */
public class AwayView extends Main implements HasErrorParameter<DatabaseAway>, HasDynamicTitle {
    public AwayView() {
        addClassName("console-lost");
        var again = Parts.button(text("away.again"), "primary", () -> {});
        again.getElement().executeJs("this.onclick = () => location.reload()");
        add(new H1(text("away.heading")), new Paragraph(text("away.sentence")), again);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<DatabaseAway> parameter) {
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // A page that needs the database tells when it is back.
        getElement().executeJs("""
                const asking = setInterval(() => fetch('/home', { method: 'HEAD' }).then((answer) => {
                  if (answer.ok) { clearInterval(asking); location.reload(); }
                }, () => {}), 2000);
                """);
    }

    @Override
    public String getPageTitle() {
        return text("away.title");
    }
}
