package org.threeshift.interviewer.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * After a restart, or on another node, nobody knows a console that was open: its page loads anew by itself and stands where
 * the log is.
 */
@Component
class Reconnection implements VaadinServiceInitListener {
    private static final int TRY_AGAIN_MILLISECONDS = 2_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorNotificationEnabled(false);
        event.getSource().setSystemMessagesProvider(_ -> messages);
        event.getSource()
                .addUIInitListener(init ->
                        init.getUI().getReconnectDialogConfiguration().setReconnectInterval(TRY_AGAIN_MILLISECONDS));
    }
}
