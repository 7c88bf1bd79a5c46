package dev.roster.cli.transfer;

import dev.roster.cli.terminal.Misspelling;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.user.ProfileField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV holds what of people. Titles count without regard to case and to anything but letters and digits;
 * those that other systems write for a field are known, too.
 */
final class PeopleHeading {
    static final String ROLE = "role";
    static final String WORKSPACES = "workspaces";
    static final String DEVELOPER = "developer";
    static final String KIND = "kind";
    static final String STATUS = "status";
    static final String PASSWORD_HASH = "password_hash";

    /** What people may have a column for, in the order in which it is told. */
    static final List<String> FIELDS = Stream.of(
                    Stream.of("username", "email"),
                    ProfileField.ALL.stream().map(ProfileField::word),
                    Stream.of(ROLE, WORKSPACES, DEVELOPER, STATUS, KIND, PASSWORD_HASH))
            .flatMap(fields -> fields)
            .toList();

    /** What {@code roster users list} prints that only holds where it was printed. */
    private static final List<String> OF_THE_PRINTED =
            List.of("id", "makerid", "stayworkspaceid", "stayuntil", "lastactivityat", "createdat", "updatedat");

    /** As Google Workspace, Entra ID, Okta, Moodle and other systems call them. */
    private static final Map<String, List<String>> OTHER_TITLES = Map.of(
            "username",
            List.of("login", "loginname", "user", "userprincipalname", "upn", "samaccountname", "accountname"),
            "email",
            List.of("emailaddress", "mail", "mailaddress", "primaryemail"),
            "first_name",
            List.of("givenname", "forename"),
            "last_name",
            List.of("surname", "familyname"),
            "display_name",
            List.of("name", "fullname"),
            "phone",
            List.of("phonenumber", "mobilephone", "mobile"),
            WORKSPACES,
            List.of("workspace"),
            PASSWORD_HASH,
            List.of("hashedpassword"));

    private static final Map<String, String> BY_TITLE = byTitle();
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)\\]");
    private static final String LEFT_OUT = "-";

    private final List<String> titles;
    private final Set<String> unread;
    private final List<@Nullable String> fields = new ArrayList<>();
    private final List<RefusedException> faults = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    /** @param unread the fields that are not wanted, whose columns are left out */
    PeopleHeading(List<String> titles, TableOptions options, Set<String> unread) {
        this.titles = titles.stream().map(String::strip).toList();
        this.unread = unread;
        checkMap(options);
        this.titles.forEach(title -> fields.add(field(title, options).orElse(null)));
        sayWhatIsUnknown();
        if (faults.isEmpty() && !namesPeople()) {
            faults.add(RefusedException.invalid(
                    "line", "the file has neither a column `username` nor `email`; is its first line the heading?"));
        }
    }

    private static Map<String, String> byTitle() {
        Map<String, String> byTitle = new HashMap<>();
        FIELDS.forEach(field -> byTitle.put(bare(field), field));
        OTHER_TITLES.forEach((field, titles) -> titles.forEach(title -> byTitle.put(title, field)));
        return Map.copyOf(byTitle);
    }

    /** Letters and digits in lower case. */
    private static String bare(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private void checkMap(TableOptions options) {
        options.fields().forEach((column, field) -> {
            if (titles.stream().noneMatch(title -> title.equalsIgnoreCase(column.strip()))) {
                faults.add(RefusedException.invalid("line", "--map: there is no column " + UserText.quote(column)));
            }
            if (!field.equals(LEFT_OUT) && !FIELDS.contains(field)) {
                faults.add(RefusedException.invalid(
                        "line",
                        "--map: unknown field " + UserText.quote(field) + Misspelling.hint(field, FIELDS)
                                + ", expected one of " + String.join(", ", FIELDS)));
            }
        });
    }

    private Optional<String> field(String title, TableOptions options) {
        Optional<String> said = options.fields().entrySet().stream()
                .filter(entry -> entry.getKey().strip().equalsIgnoreCase(title))
                .map(Map.Entry::getValue)
                .findFirst();
        if (said.isPresent()) {
            return said.filter(field -> !field.equals(LEFT_OUT)).filter(field -> isFirst(title, field));
        }
        Optional<String> known = known(title);
        if (known.isEmpty() && !title.isEmpty()) {
            leaveOut(title, options);
        }
        if (known.filter(unread::contains).isPresent()) {
            leftOut.add(title);
            return Optional.empty();
        }
        return known.filter(field -> isFirst(title, field));
    }

    /** {@code Name [displayName] Required} says it in the brackets, {@code Email Address [Required]} before them. */
    private static Optional<String> known(String title) {
        Matcher brackets = BRACKETS.matcher(title);
        Optional<String> inside =
                brackets.find() ? Optional.ofNullable(BY_TITLE.get(bare(brackets.group(1)))) : Optional.empty();
        String outside = bare(BRACKETS.matcher(title).replaceAll(" "));
        return inside.or(() -> Optional.ofNullable(BY_TITLE.get(outside)));
    }

    private boolean isFirst(String title, String field) {
        int earlier = find(field);
        if (earlier >= 0) {
            faults.add(RefusedException.invalid(
                    "line",
                    "the columns " + UserText.quote(titles.get(earlier)) + " and " + UserText.quote(title)
                            + " both contain " + field + ", leave one out with --map '" + title + "=-'"));
        }
        return earlier < 0;
    }

    private void leaveOut(String title, TableOptions options) {
        if (options.isIgnoring() || OF_THE_PRINTED.contains(bare(title))) {
            leftOut.add(title);
        } else {
            unknown.add(title);
        }
    }

    /** The way out is the same for all of them, and is said with the last one. */
    private void sayWhatIsUnknown() {
        for (String title : unknown) {
            String meant = "unknown column " + UserText.quote(title) + nearest(title);
            boolean isLast = title.equals(unknown.get(unknown.size() - 1));
            faults.add(RefusedException.invalid("line", isLast ? meant + wayOut(title, meant) : meant));
        }
    }

    private static String wayOut(String title, String before) {
        return (before.endsWith("?") ? " Expected some of " : "; expected some of ") + String.join(", ", FIELDS)
                + "; name the field of a column with --map '" + title
                + "=FIELD', or leave out all that are unknown with --ignore-columns";
    }

    private static String nearest(String title) {
        return new Misspelling(bare(title))
                .candidates(BY_TITLE.keySet()).stream()
                        .findFirst()
                        .map(near -> ", did you mean `" + BY_TITLE.get(near) + "`?")
                        .orElse("");
    }

    /** Whether a column says who the people are. */
    boolean namesPeople() {
        return find("username") >= 0 || find("email") >= 0;
    }

    /** All that is wrong with it. */
    List<RefusedException> faults() {
        return List.copyOf(faults);
    }

    /** Which columns are not read; empty where all are. */
    Optional<String> leftOutInWords() {
        return leftOut.isEmpty()
                ? Optional.empty()
                : Optional.of("left out the columns "
                        + leftOut.stream().map(UserText::quote).collect(Collectors.joining(", ")));
    }

    /** How many columns there are up to the last one that has a title. */
    int sizeWithTitles() {
        int size = titles.size();
        while (size > 0 && titles.get(size - 1).isEmpty()) {
            size--;
        }
        return size;
    }

    boolean hasTitle(int column) {
        return column < titles.size() && !titles.get(column).isEmpty();
    }

    /** The place of the column that holds the field, from 0; less where there is none. */
    int find(String field) {
        return fields.indexOf(field);
    }

    /** What stands above the column of a field; null where it has none. */
    @Nullable
    String titleOf(@Nullable String field) {
        int place = field == null ? -1 : find(field);
        return place < 0 ? null : titles.get(place);
    }
}
