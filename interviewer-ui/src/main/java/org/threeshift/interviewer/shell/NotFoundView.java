package org.threeshift.interviewer.shell;

import static org.threeshift.interviewer.shell.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;

/** An address that leads nowhere, or to an interview in which the person has no part: the two look the same. */
public class NotFoundView extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    public NotFoundView() {
        addClassName("console-lost");
        var home = new Anchor("/home", text("lost.home"));
        home.setRouterIgnore(true);
        home.addClassNames("button", "primary");
        add(new H1(text("lost.heading")), new Paragraph(text("lost.sentence")), home);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return text("lost.title");
    }
}
