package dev.roster.persistence.sql;

import java.nio.file.Path;
import java.util.List;

/** A database while it is open. */
interface Engine {
    Dialect dialect();

    /** @throws StoreException with what to do about it, when the store cannot be used */
    void open();

    /** Connections for transactions that change something. */
    Connections writers();

    /** Connections for transactions that only read, each of which sees one state. */
    Connections readers();

    /** What the last writes met; those that write tell it. */
    LastWrites lastWrites();

    void backup(Path target);

    List<Finding> check();

    void close();
}
