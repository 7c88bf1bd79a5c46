package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Each line of contract §11 about the HTTP door has a test that is named after it. Those about the command line are tried
 * where it is:
 *
 * <table>
 * <caption>Lines 27 to 29</caption>
 * <tr><th>line</th><th>test</th></tr>
 * <tr><td>27</td><td>{@code FirstStartTest.namedOwnerIsMadeWithPasswordTokenAndWorkspace},
 * {@code CommandLineIT.accountIsCreatedOnceAndShown}</td></tr>
 * <tr><td>28</td><td>{@code FirstStartTest.accountThatIsThereStaysAsItIs}, {@code CommandLineIT.accountIsCreatedOnceAndShown}</td></tr>
 * <tr><td>29</td><td>{@code CommandLineIT.passwordIsResetInAllThreeFormsOfTheGuide}, {@code SecretsTest}, {@code TokenFormTest}</td></tr>
 * </table>
 */
class ContractLinesTest {
    private static final int OF_THE_DOOR = 26;
    private static final Pattern NAMED = Pattern.compile("line(\\d\\d)\\p{Lu}\\w*");

    private static final List<Class<?>> TESTS = List.of(
            FrameTest.class,
            HotkeysTest.class,
            JwtSettingsTest.class,
            LogInPagesTest.class,
            OrganizationsTest.class,
            PersonalTokensTest.class,
            QueriesTest.class,
            RemovedMembersTest.class,
            SignUpPagesTest.class,
            TokensTest.class,
            UsersTest.class);

    @Test
    void everyLineHasATestOfItsName() {
        Set<Integer> named = TESTS.stream()
                .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                .map(Method::getName)
                .map(NAMED::matcher)
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, OF_THE_DOOR).boxed().toList());
    }
}
