package dev.roster.http.argilla;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.dataset.Dataset;
import dev.roster.http.dialect.Times;
import dev.roster.http.web.Shape;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A dataset in {@code /api/v1}. */
record DatasetJson(
        UUID id,
        String name,
        JsonNode guidelines,
        JsonNode allowExtraMetadata,
        JsonNode status,
        JsonNode distribution,
        JsonNode metadata,
        UUID workspaceId,
        String lastActivityAt,
        String insertedAt,
        String updatedAt) {
    static final Shape<DatasetJson> SHAPE = Shape.of(DatasetJson.class);

    /** @param kept the annexes of kind {@link DatasetSettings#KIND} */
    static DatasetJson of(Dataset dataset, List<Annex> kept) {
        DatasetSettings settings = DatasetSettings.of(kept);
        Instant updatedAt = kept.stream()
                .map(Annex::at)
                .filter(dataset.updatedAt()::isBefore)
                .max(Instant::compareTo)
                .orElse(dataset.updatedAt());
        return new DatasetJson(
                dataset.id().value(),
                dataset.name().value(),
                settings.get(DatasetSettings.GUIDELINES),
                settings.get(DatasetSettings.EXTRA_METADATA),
                settings.get(DatasetSettings.STATUS),
                settings.get(DatasetSettings.DISTRIBUTION),
                settings.get(DatasetSettings.METADATA),
                dataset.workspace().value(),
                Times.format(updatedAt),
                Times.format(dataset.createdAt()),
                Times.format(updatedAt));
    }
}
