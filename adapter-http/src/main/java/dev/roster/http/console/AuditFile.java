package dev.roster.http.console;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.audit.AuditEvent;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events as a table for spreadsheets: the newest ten thousand. The whole trail, with its seals, is for the command line. */
final class AuditFile {
    private static final int PAGES = 10;
    private static final String HEAD = "time,actor,door,address,action,subject kind,subject,subject id,changes\r\n";

    private final StringBuilder rows = new StringBuilder(HEAD);

    void addAll(Function<PageRequest, Page<AuditEvent>> source) {
        Long after = 0L;
        for (int page = 0; page < PAGES && after != null; page++) {
            Page<AuditEvent> found = source.apply(new PageRequest(after, PageRequest.MOST));
            found.items().forEach(this::add);
            after = found.next();
        }
    }

    private void add(AuditEvent event) {
        rows.append(Stream.of(
                                event.at().toString(),
                                event.actorName(),
                                event.door().word(),
                                event.address(),
                                event.action(),
                                event.subjectKind(),
                                event.subjectName(),
                                event.subject().toString(),
                                changes(event))
                        .map(text -> CsvStream.cell(Objects.requireNonNullElse(text, "")))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String changes(AuditEvent event) {
        return event.changes().entrySet().stream().map(AuditFile::change).collect(Collectors.joining("; "));
    }

    private static String change(Map.Entry<String, AuditEvent.Change> change) {
        return change.getKey() + ": "
                + Objects.requireNonNullElse(change.getValue().before(), "–") + " → "
                + Objects.requireNonNullElse(change.getValue().after(), "–");
    }

    String text() {
        return rows.toString();
    }
}
