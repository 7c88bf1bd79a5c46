package dev.roster.cli.terminal;

import dev.roster.domain.RefusedException;

/** A dataset as people write it: workspace, a slash, dataset. A workspace's name has no slash; a dataset's may. */
public record DatasetPath(String workspace, String dataset) {
    /** @throws RefusedException INVALID naming {@code dataset} */
    public static DatasetPath parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw RefusedException.invalid(
                    "dataset", "invalid dataset `" + text + "`, expected WORKSPACE/DATASET or the id of one");
        }
        return new DatasetPath(text.substring(0, slash), text.substring(slash + 1));
    }
}
