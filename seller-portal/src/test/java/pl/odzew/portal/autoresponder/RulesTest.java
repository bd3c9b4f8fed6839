package pl.odzew.portal.autoresponder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {

    @Test
    void aRuleMovesOnePlace() {
        assertThat(names(rules("a", "b", "c").moved(2, true))).containsExactly("a", "c", "b");
        assertThat(names(rules("a", "b", "c").moved(0, false))).containsExactly("b", "a", "c");
    }

    @Test
    void atAnEndNothingMoves() {
        Rules rules = rules("a", "b");

        assertThat(rules.moved(0, true)).isEqualTo(rules);
        assertThat(rules.moved(1, false)).isEqualTo(rules);
    }

    @Test
    void aNewRuleIsTheLast() {
        assertThat(names(rules("a").with(1, rule("b")))).containsExactly("a", "b");
        assertThat(names(rules("a", "b").with(0, rule("c")))).containsExactly("c", "b");
        assertThat(names(rules("a", "b").without(0))).containsExactly("b");
    }

    private static List<String> names(Rules rules) {
        return rules.inOrder().stream().map(Rules.Rule::name).toList();
    }

    private static Rules rules(String... names) {
        return new Rules(
                4,
                24,
                0,
                0,
                "pl",
                null,
                Arrays.stream(names).map(RulesTest::rule).toList(),
                null,
                null);
    }

    private static Rules.Rule rule(String name) {
        return new Rules.Rule(name, true, Rules.Condition.ALWAYS, new Rules.Reply("REPLY", Map.of("pl", "x"), null));
    }
}
