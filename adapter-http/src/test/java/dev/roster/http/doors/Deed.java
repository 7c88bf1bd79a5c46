package dev.roster.http.doors;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that is tried in {@code same-people.txt}, and how it is said there. Each door says which request that is. */
enum Deed {
    /** Shows the caller. */
    WHO_AM_I("who am I"),
    /** Shows those whom the caller may see, wherever they are. */
    LIST_PEOPLE("list people"),
    /** Shows all accounts, to those who may read accounts. */
    LIST_USERS("list all users"),
    /** Shows the members. */
    LIST_MEMBERS_OF_ORGANIZATION("list members of the organization"),
    LIST_MEMBERS_OF_PROJECTS("list members of projects"),
    /** Shows that person. */
    SHOW("show USER"),
    CREATE_USER("create user USER"),
    CREATE_MEMBER("create user USER as member"),
    RENAME("rename USER"),
    DELETE("delete USER"),
    DEACTIVATE("deactivate USER"),
    REACTIVATE("reactivate USER"),
    /** The account role. */
    MAKE("make USER account ROLE"),
    /** In the organization and in projects. */
    PLACE("place USER as ROLE"),
    ADD_TO_PROJECTS("add USER to projects"),
    REMOVE_FROM_PROJECTS("remove USER from projects"),
    REMOVE_FROM_ORGANIZATION("remove USER from the organization"),
    GRANT("grant USER ROLE on projects"),
    INVITE("invite somebody by mail"),
    CREATE_INVITE_LINK("create an invite link"),
    SHOW_ORGANIZATION("show the organization"),
    RENAME_ORGANIZATION("rename the organization"),
    CREATE_ORGANIZATION("create an organization"),
    CREATE_WORKSPACE("create a workspace"),
    CREATE_DATASET("create a dataset"),
    SHOW_DATASET("show the dataset"),
    RENAME_DATASET("rename the dataset"),
    /** One of its own. */
    DELETE_DATASET("delete a dataset"),
    /** One of its own. */
    RESTRICT_DATASET("restrict a dataset"),
    SHOW_TOKEN("show my token"),
    RENEW_TOKEN("renew my token"),
    CREATE_KEY("create a key of mine"),
    LIST_ROLES("list roles"),
    READ_AUDIT("read the audit trail");

    /** Whether the answer shows people, if only none. */
    boolean showsPeople() {
        return switch (this) {
            case WHO_AM_I, LIST_PEOPLE, LIST_USERS, LIST_MEMBERS_OF_ORGANIZATION, LIST_MEMBERS_OF_PROJECTS, SHOW ->
                true;
            default -> false;
        };
    }

    /** A deed with what fills its template. */
    record Said(Deed deed, Map<String, String> words) {
        Said {
            words = Map.copyOf(words);
        }

        String user() {
            return word("user");
        }

        String role() {
            return word("role");
        }

        private String word(String name) {
            return Optional.ofNullable(words.get(name)).orElseThrow();
        }

        @Override
        public String toString() {
            return deed + " " + words;
        }
    }

    private final String template;

    Deed(String template) {
        this.template = template;
    }

    static Optional<Said> read(String text) {
        return Arrays.stream(values()).flatMap(deed -> deed.said(text)).findFirst();
    }

    private Stream<Said> said(String text) {
        Matcher matcher = Pattern.compile(
                        template.replace("USER", "(?<user>[\\w-]+)").replace("ROLE", "(?<role>[\\w-]+)"))
                .matcher(text);
        if (!matcher.matches()) {
            return Stream.empty();
        }
        Map<String, String> words = new HashMap<>();
        for (String name : List.of("user", "role")) {
            if (template.contains(name.toUpperCase(Locale.ROOT))) {
                words.put(name, matcher.group(name));
            }
        }
        return Stream.of(new Said(this, words));
    }
}
