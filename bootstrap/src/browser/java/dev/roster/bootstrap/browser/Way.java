package dev.roster.bootstrap.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** How a visitor comes: at a desk, in the light and with JavaScript where nothing else is said. */
enum Way {
    IN_THE_LIGHT,
    IN_THE_DARK,
    ON_A_PHONE,
    WITHOUT_SCRIPT;

    void apply(NewContextOptions options) {
        switch (this) {
            case IN_THE_LIGHT -> options.setColorScheme(ColorScheme.LIGHT);
            case IN_THE_DARK -> options.setColorScheme(ColorScheme.DARK);
            case ON_A_PHONE ->
                options.setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setHasTouch(true)
                        .setIsMobile(true);
            case WITHOUT_SCRIPT -> options.setJavaScriptEnabled(false);
        }
    }

    /** What a picture of it is called behind what it shows; nothing for the usual one. */
    String suffix() {
        return this == IN_THE_LIGHT ? "" : "-" + name().toLowerCase(Locale.ROOT).replaceFirst(".*_", "");
    }
}
