package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to the policy, and its answer.
 *
 * @param others whether the caller may ask about others
 * @param permissions what can be asked about
 * @param kinds what it can be asked on
 * @param answer null where nothing was asked yet
 * @param access where all is that the person may do, or null
 */
public record WhyView(
        FormView form,
        boolean others,
        List<Option> permissions,
        List<Option> kinds,
        @Nullable Answer answer,
        @Nullable String access)
        implements View {
    /**
     * A value to choose.
     *
     * @param text the key of what people see of it, or null to show the value
     */
    public record Option(String value, @Nullable String text) {}

    /**
     * What the policy says.
     *
     * @param reason as a sentence
     * @param roles the roles that would turn a "no" into a "yes"
     */
    public record Answer(boolean allowed, String reason, List<String> roles) {
        public Answer {
            roles = List.copyOf(roles);
        }
    }

    public WhyView {
        permissions = List.copyOf(permissions);
        kinds = List.copyOf(kinds);
    }

    @Override
    public String template() {
        return "console/why.jte";
    }

    @Override
    public String title() {
        return "why.title";
    }
}
