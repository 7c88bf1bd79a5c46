package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The role of a member, to be changed.
 *
 * @param effects what the chosen role would bring, or null where none was tried yet
 * @param ends the words for what would end
 */
public record MemberView(
        PlaceHead head,
        PersonView person,
        FormView form,
        List<Choice> roles,
        @Nullable List<EffectView> effects,
        List<String> ends)
        implements View {
    public MemberView {
        roles = List.copyOf(roles);
        ends = List.copyOf(ends);
        effects = effects == null ? null : List.copyOf(effects);
    }

    @Override
    public String template() {
        return "console/place/member.jte";
    }

    @Override
    public String title() {
        return "member.title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(person.name(), head.shown());
    }
}
