package org.threeshift.interviewer.call;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import org.threeshift.core.interview.model.InterviewId;

/** The call in the console. Everything in it is the browser's: the server only says which interview's call it is. */
@Tag("live-call")
public class LiveCall extends Component {
    public LiveCall(InterviewId interview) {
        getElement().setAttribute("call", address(interview)).setAttribute("texts", CallTexts.json());
    }

    /** Whoever comes here from that interview's call goes on in this one: after the swap of an exchange. */
    public LiveCall after(InterviewId before) {
        getElement().setAttribute("after", address(before));
        return this;
    }

    private static String address(InterviewId interview) {
        return "/api/interviews/" + interview + "/call";
    }

    /** By its address and not by an annotation: one for modules would ask for a bundle of our own. */
    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("/assets/js/live-call.js");
    }
}
