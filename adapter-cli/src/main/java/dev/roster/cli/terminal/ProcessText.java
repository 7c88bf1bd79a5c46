package dev.roster.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that this process was started with, in UTF-8 whatever the locale. The JVM decodes them in the locale's encoding;
 * where that may have gone wrong, Linux still has the bytes.
 */
public final class ProcessText {
    private static final List<String> OURS = List.of("ROSTER_", "LABEL_STUDIO_");

    private final Path process;
    private final boolean decodesWell;

    /**
     * @param process the folder that has the bytes, as {@code /proc/self}
     * @param decodesWell whether the JVM's text is right where there are no bytes
     */
    ProcessText(Path process, boolean decodesWell) {
        this.process = process;
        this.decodesWell = decodesWell;
    }

    public static ProcessText ofThisProcess() {
        return new ProcessText(Path.of("/proc/self"), Encoding.isUtf8() || Encoding.isWindows());
    }

    /**
     * The arguments of the program.
     *
     * @param decoded as the JVM has them
     * @throws InstallationException for one that is not UTF-8 or cannot be read; it says which, and not what is in it
     */
    public String[] arguments(String... decoded) {
        List<String> given = List.of(decoded);
        if (given.stream().allMatch(Encoding::isAscii)) {
            return decoded;
        }
        List<byte[]> last = lastWords(given);
        List<String> read = new ArrayList<>();
        for (int place = 0; place < decoded.length; place++) {
            String name = name(given, place);
            read.add(last.isEmpty() ? trusted(decoded[place], name) : text(last.get(place), name));
        }
        return read.toArray(String[]::new);
    }

    /** What stands last on the command line, as many words as the program got; empty where they are not the same. */
    private List<byte[]> lastWords(List<String> given) {
        List<byte[]> words = words("cmdline");
        if (words.size() < given.size()) {
            return List.of();
        }
        List<byte[]> last = words.subList(words.size() - given.size(), words.size());
        for (int place = 0; place < given.size(); place++) {
            String bytes = new String(last.get(place), StandardCharsets.ISO_8859_1);
            String text = given.get(place);
            // A file of arguments for java stands here by its own name.
            if (Encoding.isAscii(bytes) ? !bytes.equals(text) : Encoding.isAscii(text)) {
                return List.of();
            }
        }
        return last;
    }

    /** What it stands for, as far as can be said without showing it, as it may be a password. */
    private static String name(List<String> given, int place) {
        String itself = option(given.get(place));
        if (!itself.isEmpty()) {
            return "the value of " + itself;
        }
        String before = place == 0 ? "" : option(given.get(place - 1));
        return "argument " + (place + 1) + " of the command line"
                + (before.isEmpty() ? "" : ", behind " + before + ",");
    }

    private static String option(String word) {
        String name = word.split("=", 2)[0];
        return name.startsWith("--") && Encoding.isAscii(name) ? "`" + CellText.tame(name) + "`" : "";
    }

    /**
     * The environment, in which the variables that Roster reads are as they were given.
     *
     * @param decoded as the JVM has it
     * @throws InstallationException for a variable of Roster's that is not UTF-8 or cannot be read; it says which
     */
    public Map<String, String> environment(Map<String, String> decoded) {
        List<String> doubtful = decoded.keySet().stream()
                .filter(name -> OURS.stream().anyMatch(name::startsWith))
                .filter(name -> !Encoding.isAscii(String.valueOf(decoded.get(name))))
                .sorted()
                .toList();
        if (doubtful.isEmpty()) {
            return decoded;
        }
        Map<String, byte[]> bytes = variables();
        Map<String, String> read = new HashMap<>(decoded);
        for (String name : doubtful) {
            byte[] value = bytes.get(name);
            String inWords = "the environment variable `" + CellText.tame(name) + "`";
            read.computeIfPresent(name, (same, text) -> value == null ? trusted(text, inWords) : text(value, inWords));
        }
        return Map.copyOf(read);
    }

    private Map<String, byte[]> variables() {
        Map<String, byte[]> variables = new HashMap<>();
        for (byte[] word : words("environ")) {
            String pair = new String(word, StandardCharsets.ISO_8859_1);
            int equals = pair.indexOf('=');
            if (equals > 0) {
                variables.putIfAbsent(
                        pair.substring(0, equals), pair.substring(equals + 1).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return variables;
    }

    /**
     * The name of the account that runs this process.
     *
     * @param decoded as the JVM has it
     * @return the number of the account where its name is lost
     */
    public String account(String decoded) {
        if (decoded.indexOf(Encoding.LOST) < 0 && (decodesWell || Encoding.isAscii(decoded))) {
            return decoded;
        }
        try {
            return "uid " + Files.getAttribute(process, "unix:uid");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return "unknown";
        }
    }

    /** Each word of a file in which zero bytes end them; none where there is no such file. */
    private List<byte[]> words(String file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(process.resolve(file));
        } catch (IOException notLinux) {
            return List.of();
        }
        List<byte[]> words = new ArrayList<>();
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        for (byte each : bytes) {
            if (each == 0) {
                words.add(word.toByteArray());
                word.reset();
            } else {
                word.write(each);
            }
        }
        return words;
    }

    private static String text(byte[] bytes, String name) {
        return Encoding.decode(bytes)
                .orElseThrow(() -> new InstallationException(
                        name + " is not UTF-8; give it in UTF-8, and save the script that it is in as UTF-8"));
    }

    private String trusted(String text, String name) {
        if (text.indexOf(Encoding.LOST) >= 0 || (!decodesWell && !Encoding.isAscii(text))) {
            throw new InstallationException(name + " cannot be read in this locale; " + Encoding.REMEDY);
        }
        return text;
    }
}
