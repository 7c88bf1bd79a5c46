package dev.roster.bootstrap.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what people read in files of all kinds. */
final class Passages {
    private static final Pattern DESCRIPTION =
            Pattern.compile("\"(?:summary|description)\": \"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^[a-z][\\w.-]* = (.*)$");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^[ ]*/\\*\\*");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"\\n((?s:.*?))\"\"\"|\"([^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+)\"");
    private static final Pattern REFUSAL = Pattern.compile(
            "\\b(?:RefusedException\\.\\w+|new (?:Denial|(?:Installation|Usage|Parameter|TypeConversion)Exception))\\(");
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:output\\.(?:say|complain|line|report)|(?:out|err)\\.print(?:ln|f)?|Finding\\.\\w+|LOG\\.\\w+)\\(");
    private static final Pattern HELP = Pattern.compile("@(?:Command|Option|Parameters|ArgGroup)\\(");
    private static final String BLOCK = "\"\"\"";
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");

    private Passages() {}

    static Stream<Passage> of(String file, String text) {
        if (file.endsWith(".java")) {
            Stream<Passage> code = Stream.of(REFUSAL, SAID, HELP).flatMap(call -> literals(file, text, call));
            return Stream.concat(javadoc(file, text), code);
        }
        if (file.endsWith(".json")) {
            return parts(file, text, DESCRIPTION);
        }
        if (file.endsWith(".properties")) {
            return parts(file, text, PROPERTY);
        }
        return Stream.of(new Passage(
                file, 1, FENCED.matcher(text).replaceAll(block -> block.group().replaceAll("[^\n]", ""))));
    }

    private static Stream<Passage> parts(String file, String text, Pattern pattern) {
        return pattern.matcher(text).results().map(part -> Passage.at(file, text, part.start(1), part.end(1)));
    }

    /** The docs of a public type or a package, those of private parts aside. */
    private static Stream<Passage> javadoc(String file, String text) {
        if (!text.contains("\npublic ") && !file.endsWith("package-info.java")) {
            return Stream.empty();
        }
        return DOCUMENTED
                .matcher(text)
                .results()
                .map(MatchResult::start)
                .filter(begin -> !isPrivate(text, begin))
                .map(begin -> Passage.at(file, text, begin, text.indexOf("*/", begin)));
    }

    private static boolean isPrivate(String text, int begin) {
        String documented = text.substring(text.indexOf("*/", begin) + 2);
        return documented.stripLeading().startsWith("private ");
    }

    private static Stream<Passage> literals(String file, String text, Pattern call) {
        List<Passage> found = new ArrayList<>();
        call.matcher(text).results().forEach(begin -> {
            int end = endOfCall(text, begin.end());
            LITERAL.matcher(text)
                    .region(begin.end(), end)
                    .results()
                    .map(literal -> inside(file, text, literal))
                    .forEach(found::add);
        });
        return found.stream();
    }

    private static Passage inside(String file, String text, MatchResult literal) {
        int group = literal.group(1) == null ? 2 : 1;
        return Passage.at(file, text, literal.start(group), literal.end(group));
    }

    /** @param begin behind the opening parenthesis */
    private static int endOfCall(String text, int begin) {
        int open = 1;
        boolean quoted = false;
        for (int at = begin; at < text.length(); at++) {
            char next = text.charAt(at);
            if (!quoted && text.startsWith(BLOCK, at)) {
                at = text.indexOf(BLOCK, at + BLOCK.length()) + BLOCK.length() - 1;
            } else if (quoted && next == '\\') {
                at++;
            } else if (next == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                open += next == '(' ? 1 : next == ')' ? -1 : 0;
            }
            if (open == 0) {
                return at;
            }
        }
        return text.length();
    }
}
