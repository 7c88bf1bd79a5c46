package dev.roster.cli.transfer;

import dev.roster.cli.transfer.YamlValue.Entry;
import dev.roster.cli.transfer.YamlValue.Mapping;
import dev.roster.cli.transfer.YamlValue.Sequence;
import dev.roster.cli.transfer.YamlValue.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 as text, lists and mappings, and makes nothing else of it. Aliases and tags are refused: a file that
 * says who may do what is to say it where it stands, and no few lines are to stand for millions.
 */
final class YamlReader {
    private static final int DEEPEST = 20;

    private final Mistakes mistakes;
    private final Iterator<Event> events;

    private YamlReader(String text, Mistakes mistakes) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Math.max(1, text.length()))
                .build();
        this.mistakes = mistakes;
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * The only document in the text.
     *
     * @throws MistakenFileException for what cannot be read on from
     */
    static YamlValue read(String text, Mistakes mistakes) {
        try {
            return new YamlReader(text, mistakes).document();
        } catch (MarkedYamlEngineException malformed) {
            mistakes.add(line(malformed.getProblemMark()), "not YAML: " + malformed.getProblem());
        } catch (ReaderException unreadable) {
            String character = String.format("U+%04X", unreadable.getCodePoint());
            mistakes.add(lineAt(text, unreadable.getPosition()), "not YAML: the character " + character);
        } catch (YamlEngineException malformed) {
            mistakes.add(1, "not YAML: " + malformed.getMessage());
        }
        throw mistakes.failure();
    }

    private YamlValue document() {
        List<YamlValue> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case DocumentStart -> documents.add(value(events.next(), 0));
                case StreamStart, DocumentEnd, StreamEnd, Comment -> {}
                default -> throw new IllegalStateException("unexpected " + event);
            }
        }
        documents.stream()
                .skip(1)
                .forEach(more -> mistakes.add(more.line(), "a second document begins here, expected only one"));
        return documents.isEmpty() ? new Text("", 1, true) : documents.get(0);
    }

    private YamlValue value(Event event, int depth) {
        int line = line(event.getStartMark());
        if (event instanceof AliasEvent alias) {
            mistakes.add(
                    line, "the alias `*" + alias.getAlias().getValue() + "` is not supported, write out its content");
            return new Text("", line, true);
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), line);
            return new Text(scalar.getValue(), line, scalar.isPlain());
        }
        refuseTag(((CollectionStartEvent) event).getTag(), line);
        if (depth == DEEPEST) {
            mistakes.add(line, "more than " + DEEPEST + " levels deep");
            throw mistakes.failure();
        }
        return event instanceof MappingStartEvent
                ? new Mapping(entries(depth + 1), line)
                : new Sequence(items(depth + 1), line);
    }

    private List<Entry> entries(int depth) {
        List<Entry> entries = new ArrayList<>();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            entries.add(new Entry(value(key, depth), value(events.next(), depth)));
        }
        return entries;
    }

    private List<YamlValue> items(int depth) {
        List<YamlValue> items = new ArrayList<>();
        for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
            items.add(value(item, depth));
        }
        return items;
    }

    private void refuseTag(Optional<String> tag, int line) {
        tag.ifPresent(given -> mistakes.add(line, "the tag `" + given + "` is not supported, leave it out"));
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.codePoints()
                        .limit(position)
                        .filter(character -> character == '\n')
                        .count();
    }
}
