package dev.roster.http.console.view;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every page has, whatever it shows.
 *
 * @param site what stands before every path, {@code /roster}, or nothing
 * @param texts the words
 * @param title the title of the page
 * @param person who is logged in, or null
 * @param menu where they may go
 * @param account the pages about themselves
 * @param csrf what every form repeats
 * @param notice the key of what was just done, or null
 * @param files the addresses of style sheet, scripts and icons by their names
 */
public record Frame(
        String site,
        Texts texts,
        Content title,
        @Nullable PersonView person,
        List<MenuItem> menu,
        List<MenuItem> account,
        String csrf,
        @Nullable String notice,
        Map<String, String> files) {
    public Frame {
        menu = List.copyOf(menu);
        account = List.copyOf(account);
        files = Map.copyOf(files);
    }

    /** A text by its key, with what is put into it. */
    public Content text(String key, Object... parts) {
        return texts.localize(key, parts);
    }

    /** A path of this site as browsers see it. */
    public String to(String path) {
        return site + path;
    }

    /** The address of a file, which is another one whenever the file is. */
    public String file(String name) {
        String address = files.get(name);
        if (address == null) {
            throw new IllegalStateException("no file `" + name + "`");
        }
        return address;
    }
}
