package org.threeshift.interviewer.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/**
 * The page around every screen. What a person does travels as ordinary requests, so that sign-in is checked each time; what
 * others do arrives by web socket, or by long polling where a proxy allows no web socket.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://assets/tokens.css")
@StyleSheet("context://assets/parts.css")
@StyleSheet("context://assets/forms.css")
@StyleSheet("context://assets/css/console.css")
@StyleSheet("context://assets/css/panel.css")
@StyleSheet("context://assets/css/live-call.css")
public class Shell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        String root = settings.getRequest().getContextPath() + "/assets/";
        settings.setPageTitle(Texts.text("shell.title"));
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addLink(Inline.Position.APPEND, root + "logo.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        // What is pressed before the console's script is there waits for it, see keyboard.js.
        settings.addInlineWithContents(Inline.Position.PREPEND, """
                {
                  const keys = [];
                  const keep = (event) => {
                    const typing = event.target.matches?.('textarea, input, select');
                    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing) {
                      keys.push({ key: event.key, at: performance.now() });
                    }
                  };
                  addEventListener('keydown', keep, true);
                  window.threeshiftEarly = () => {
                    removeEventListener('keydown', keep, true);
                    return keys.filter((one) => performance.now() - one.at < 5000).map((one) => one.key);
                  };
                }
                """, Inline.Wrapping.JAVASCRIPT);
        // Before the first paint, so that nothing flashes.
        settings.addInlineWithContents(Inline.Position.PREPEND, """
                try {
                  const theme = localStorage.getItem('threeshift.theme');
                  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
                } catch {}
                """, Inline.Wrapping.JAVASCRIPT);
    }
}
