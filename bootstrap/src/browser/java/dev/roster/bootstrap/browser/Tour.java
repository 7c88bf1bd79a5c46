package dev.roster.bootstrap.browser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows links from page to page, as somebody would who wants to see everything. Of pages that differ in what they are about
 * only, as those of two workspaces, it looks at a few.
 */
final class Tour {
    private static final int OF_A_KIND = 2;

    /** What a link leads to that is no page: files, the API and its documentation. */
    private static final Pattern NO_PAGE = Pattern.compile("(?:/v1/|/docs|/openapi|/console/|/logout).*");

    private static final Pattern NAME = Pattern.compile(
            "(?<=^/(?:workspaces|datasets|organizations|people|roles|keys|invitations|service-accounts)/)[^/?]+");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    private static final Pattern AND = Pattern.compile("&");

    private final Visitor visitor;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();

    private Tour(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Goes everywhere that links lead to from a page, and returns where that was, in the order of the visit. */
    static List<String> from(String start, Visitor visitor, Consumer<String> look) {
        Tour tour = new Tour(visitor);
        tour.notice(start);
        List<String> seen = new ArrayList<>();
        while (!tour.ahead.isEmpty()) {
            String path = tour.ahead.remove();
            visitor.goTo(path);
            seen.add(path);
            look.accept(path);
            tour.links().forEach(tour::notice);
        }
        return seen;
    }

    private Stream<String> links() {
        String before = visitor.siteUrl();
        List<?> links = (List<?>) visitor.page()
                .locator("a[href]")
                .evaluateAll("links => links.filter(a => !a.hasAttribute('download')).map(a => a.href)");
        return links.stream()
                .map(link -> String.valueOf(link).replaceFirst("#.*", ""))
                .filter(link -> link.startsWith(before + "/"))
                .map(link -> link.substring(before.length()));
    }

    private void notice(String path) {
        if (NO_PAGE.matcher(path).matches() || path.contains(".csv") || !known.add(path)) {
            return;
        }
        if (kinds.merge(kind(path), 1, Integer::sum) <= OF_A_KIND) {
            ahead.add(path);
        }
    }

    /** The path without what it is about, and what is asked of it without how. */
    private static String kind(String path) {
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        String about = ID.matcher(NAME.matcher(plain).replaceAll("*")).replaceAll("*");
        if (query < 0) {
            return about;
        }
        Set<String> names = AND.splitAsStream(path.substring(query + 1))
                .map(part -> part.replaceFirst("=.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        return about + "?" + names;
    }
}
