package dev.roster.application.offence;

import com.google.inject.Injector;
import dev.roster.application.access.Caller;
import dev.roster.application.offence2.DoMore;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** A use case that asks nobody, is not final and talks to drivers. */
public class DoAnything {
    private @Nullable Connection connection;
    private @Nullable Injector injector;
    private @Nullable CommandLine line;

    /** Does it. */
    public String handle(Caller caller, DoMore more) {
        return caller + " " + more + connection + injector + line;
    }
}
