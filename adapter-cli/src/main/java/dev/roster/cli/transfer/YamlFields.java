package dev.roster.cli.transfer;

import dev.roster.application.Change;
import dev.roster.cli.terminal.Misspelling;
import dev.roster.cli.transfer.YamlValue.Entry;
import dev.roster.cli.transfer.YamlValue.Mapping;
import dev.roster.cli.transfer.YamlValue.Sequence;
import dev.roster.cli.transfer.YamlValue.Text;
import dev.roster.domain.UserText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of something in a YAML file, of which only some are known. */
final class YamlFields {
    /** A value under a name that is the file's own. */
    record Named(String name, int line, YamlValue value) {}

    private final Map<String, Named> fields = new LinkedHashMap<>();
    private final Mistakes mistakes;

    private YamlFields(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** Nothing at all is as good as no field. */
    static YamlFields of(YamlValue value, Mistakes mistakes, String... known) {
        YamlFields fields = new YamlFields(mistakes);
        List<String> words = List.of(known);
        for (Named entry : fields.named(value)) {
            if (words.contains(entry.name())) {
                fields.fields.put(entry.name(), entry);
            } else {
                String hint = Misspelling.hint(entry.name(), words);
                mistakes.add(
                        entry.line(),
                        "unknown key " + UserText.quote(entry.name())
                                + (hint.isEmpty() ? ", expected " + String.join(", ", words) : hint));
            }
        }
        return fields;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Whether it is there, with something behind it. */
    boolean isSaid(String key) {
        Named field = fields.get(key);
        return field != null && !isNothing(field.value());
    }

    int lineOf(String key, int otherwise) {
        Named field = fields.get(key);
        return field == null ? otherwise : field.line();
    }

    /** The names under a field and what is behind each. */
    List<Named> entries(String key) {
        Named field = fields.get(key);
        return field == null ? List.of() : named(field.value());
    }

    /** Numbers and the like are texts here. */
    Change<String> text(String key) {
        Named field = fields.get(key);
        if (field == null) {
            return Change.none();
        }
        if (field.value() instanceof Text text) {
            return text.isNothing() ? Change.toNothing() : Change.to(text.value());
        }
        mistakes.add(
                field.line(),
                "expected a text for `" + key + "`, but found " + field.value().describe());
        return Change.none();
    }

    Change<Boolean> flag(String key) {
        Named field = fields.get(key);
        if (field == null) {
            return Change.none();
        }
        if (field.value() instanceof Text text && text.plain() && text.value().matches("true|false")) {
            return Change.to(text.value().equals("true"));
        }
        mistakes.add(field.line(), "expected true or false for `" + key + "`");
        return Change.none();
    }

    Change<List<Text>> list(String key) {
        Named field = fields.get(key);
        if (field == null) {
            return Change.none();
        }
        if (!(field.value() instanceof Sequence sequence)) {
            mistakes.add(
                    field.line(),
                    "expected a list for `" + key + "`, but found "
                            + field.value().describe());
            return Change.none();
        }
        List<Text> texts = new ArrayList<>();
        for (YamlValue item : sequence.items()) {
            if (item instanceof Text text) {
                texts.add(text);
            } else {
                mistakes.add(item.line(), "expected a list of texts for `" + key + "`, but found " + item.describe());
            }
        }
        return Change.to(texts);
    }

    private List<Named> named(YamlValue value) {
        if (isNothing(value)) {
            return List.of();
        }
        if (value instanceof Mapping mapping) {
            Map<String, Named> seen = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> note(entry, seen));
            return List.copyOf(seen.values());
        }
        mistakes.add(value.line(), "expected names with values, but found " + value.describe());
        return List.of();
    }

    private void note(Entry entry, Map<String, Named> seen) {
        if (!(entry.key() instanceof Text key)) {
            mistakes.add(
                    entry.key().line(),
                    "expected a name before the colon, but found " + entry.key().describe());
            return;
        }
        Named first = seen.putIfAbsent(key.value(), new Named(key.value(), key.line(), entry.value()));
        if (first != null) {
            mistakes.add(key.line(), UserText.quote(key.value()) + " is already on line " + first.line());
        }
    }

    private static boolean isNothing(YamlValue value) {
        return value instanceof Text text && text.isNothing();
    }
}
