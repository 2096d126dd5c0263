package org.threeshift.web.security;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.threeshift.web.page.Texts;

/**
 * Browser and system in words, as far as a browser says which it is. What is not known stays empty: nothing depends on it.
 *
 * @param browser such as {@code Firefox}
 * @param system  such as {@code Android}
 */
public record DeviceWords(String browser, String system) {
    /** What a browser says must have this in it, the first that fits counting: most say that they are others, too. */
    private record Sign(Pattern pattern, String name) {
        static Sign of(String pattern, String name) {
            return new Sign(Pattern.compile(pattern), name);
        }
    }

    private static final List<Sign> BROWSERS = List.of(
            Sign.of("\\bEdg(e|A|iOS)?/", "Edge"),
            Sign.of("\\bOPR/|\\bOpera\\b", "Opera"),
            Sign.of("\\bSamsungBrowser/", "Samsung Internet"),
            Sign.of("\\bVivaldi/", "Vivaldi"),
            Sign.of("\\b(Firefox|FxiOS)/", "Firefox"),
            Sign.of("\\b(Chrome|CriOS|HeadlessChrome|Chromium)/", "Chrome"),
            Sign.of("\\bVersion/.*Safari/|\\bSafari/", "Safari"),
            Sign.of("\\bcurl/", "curl"),
            Sign.of("\\bJava-http-client/", "Java"));

    private static final List<Sign> SYSTEMS = List.of(
            Sign.of("\\biPhone\\b|\\biPod\\b", "iPhone"),
            Sign.of("\\biPad\\b", "iPad"),
            Sign.of("\\bAndroid\\b", "Android"),
            Sign.of("\\bWindows\\b", "Windows"),
            Sign.of("\\bMac OS X\\b|\\bMacintosh\\b", "macOS"),
            Sign.of("\\bCrOS\\b", "ChromeOS"),
            Sign.of("\\bLinux\\b|\\bX11\\b", "Linux"));

    public static DeviceWords of(@Nullable String agent) {
        String said = agent == null ? "" : agent;
        return new DeviceWords(first(BROWSERS, said), first(SYSTEMS, said));
    }

    private static String first(List<Sign> signs, String said) {
        return signs.stream()
                .filter(sign -> sign.pattern().matcher(said).find())
                .findFirst()
                .map(Sign::name)
                .orElse("");
    }

    /** Such as "Firefox on Android". */
    public String text(Texts texts) {
        if (browser.isEmpty() && system.isEmpty()) {
            return texts.text("keys.devices.unknown");
        }
        return browser.isEmpty() || system.isEmpty()
                ? browser + system
                : texts.text("keys.devices.both", browser, system);
    }
}
