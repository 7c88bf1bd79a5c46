package dev.roster.bootstrap.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** How a visitor comes; without any of these at a desk, in the light, with JavaScript. */
enum Way {
    WITHOUT_SCRIPT,
    ON_A_PHONE,
    IN_THE_DARK;

    void apply(NewContextOptions options) {
        switch (this) {
            case WITHOUT_SCRIPT -> options.setJavaScriptEnabled(false);
            case ON_A_PHONE ->
                options.setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setHasTouch(true)
                        .setIsMobile(true);
            case IN_THE_DARK -> options.setColorScheme(ColorScheme.DARK);
        }
    }
}
