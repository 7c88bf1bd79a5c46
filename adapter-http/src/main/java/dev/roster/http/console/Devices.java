package dev.roster.http.console;

import dev.roster.http.console.view.DeviceView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what a client calls itself (RFC 9110 §10.1.5) in words that people know their devices by. A client can say anything. */
final class Devices {
    private static final Pattern PRODUCT = Pattern.compile("\\s*([!#$%&'*+.^_`|~\\w-]{1,40})(?:/.*)?", Pattern.DOTALL);

    /** Browsers name those that they want to be taken for, too; so what is special comes first. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox/",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chromium/",
            "Chromium",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "CrOS",
            "ChromeOS",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    private Devices() {}

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            map.put(pairs[index], pairs[index + 1]);
        }
        return map;
    }

    static DeviceView shown(@Nullable String agent) {
        if (agent == null) {
            return DeviceView.of("device.unknown");
        }
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        if (browser != null && system != null) {
            return DeviceView.of("device.browser", browser, system);
        }
        Matcher product = PRODUCT.matcher(agent);
        return product.matches() ? DeviceView.of("device.program", product.group(1)) : DeviceView.of("device.unknown");
    }

    private static @Nullable String first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
