package dev.roster.http.console;

import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.workspace.Workspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The workspace or organization that a page is about.
 *
 * @param name what programs call it, or null where people call it the same
 * @param path its first page, without what stands before all paths of the site
 */
record Spot(
        Place place,
        Target target,
        @Nullable String name,
        String shown,
        String description,
        Instant createdAt,
        String path) {
    /** What stays a part of a path on its way through servers and proxies. */
    private static final Pattern PLAIN = Pattern.compile("(?!\\.{1,2}$)[^/\\\\%;?#\\p{Cntrl}]+");

    static Spot of(Workspace workspace) {
        String name = workspace.name().value();
        return new Spot(
                Place.of(workspace.id()),
                Target.of(workspace),
                name.equals(workspace.shownName()) ? null : name,
                workspace.shownName(),
                workspace.description(),
                workspace.createdAt(),
                "/workspaces/" + name);
    }

    static Spot of(Organization organization) {
        String name = organization.name().value();
        return new Spot(
                Place.of(organization.id()),
                Target.of(organization),
                null,
                name,
                organization.description(),
                organization.createdAt(),
                "/organizations/" + part(name, organization.id().toString()));
    }

    /** The name as a part of a path, or the id where the name would not arrive. */
    private static String part(String name, String id) {
        return PLAIN.matcher(name).matches() && !Uuids.isUuid(name)
                ? URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
                : id;
    }

    /** {@code workspace} or {@code organization}. */
    String kind() {
        return place.kind().word();
    }
}
