package dev.roster.cli.terminal;

import java.util.List;

/** Prints items as they come, a page at a time. */
interface Rows<T> {
    void add(List<T> items);

    /** To be called once, after the last page, also when there was nothing. */
    void end();
}
