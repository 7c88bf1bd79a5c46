package dev.roster.persistence.secret;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.PasswordPolicy;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requires at least 15 characters that are neither common nor context words (NIST SP 800-63B-4 §3.1.1.2), as estimated
 * by zxcvbn: without the words of the account, the password must take ten thousand million guesses.
 */
public final class StrictPasswordPolicy implements PasswordPolicy {
    private static final int LEAST = 15;
    private static final int BEST_SCORE = 4;
    private static final String PRODUCT = "roster";

    /** The estimate's time grows with the cube of the length; a whole is never easier to guess than a piece of it. */
    private static final int PIECE = 24;

    private final Zxcvbn estimator = new Zxcvbn();

    @Override
    public void check(Password wanted, ContextWords about) {
        String text = wanted.reveal();
        int length = text.codePointCount(0, text.length());
        if (length < LEAST) {
            throw RefusedException.unfit(
                    "password",
                    "the password has " + length + " characters, expected " + LEAST + " to " + Password.MOST);
        }
        List<String> words = about.with(PRODUCT).words();
        if (pieces(withoutWords(text, words)).stream().noneMatch(piece -> isHardToGuess(piece, words))) {
            throw RefusedException.unfit(
                    "password",
                    "the password is easy to guess; use several words that are unrelated to each other and to"
                            + " the account");
        }
    }

    /** Wide, narrow and ligated spellings of a letter count as that letter. */
    private static String withoutWords(String text, List<String> words) {
        String longestFirst = words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(longestFirst, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    private static List<String> pieces(String text) {
        int end = Math.min(text.length(), Password.MOST);
        return IntStream.iterate(0, start -> start < end, start -> start + PIECE)
                .mapToObj(start -> text.substring(start, Math.min(start + PIECE, end)))
                .toList();
    }

    private boolean isHardToGuess(String piece, List<String> words) {
        return estimator.measure(piece, new ArrayList<>(words)).getScore() >= BEST_SCORE;
    }
}
