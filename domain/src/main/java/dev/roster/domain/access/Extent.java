package dev.roster.domain.access;

import dev.roster.domain.text.Worded;

/** For which part of a place something is said. */
public enum Extent implements Worded {
    /** The place, and all in it. */
    WHOLE,
    /** The organization itself, without its workspaces. */
    ORGANIZATION,
    /** The organization's workspaces and all in them, without the organization itself. */
    WORKSPACES,
    /** The datasets in it that are open to their workspace or, for a person, assigned to them. */
    OPEN_DATASETS,
    /** The workspaces and the datasets in them, without those. */
    ALL_BUT_OPEN_DATASETS;

    /** For people: {@code workspace `legal`, open or assigned datasets}. */
    public String describe(Target place) {
        return place.describe()
                + switch (this) {
                    case WHOLE -> "";
                    case ORGANIZATION -> ", not its workspaces";
                    case WORKSPACES -> ", its workspaces";
                    case OPEN_DATASETS -> ", open or assigned datasets";
                    case ALL_BUT_OPEN_DATASETS -> ", all but open or assigned datasets";
                };
    }
}
