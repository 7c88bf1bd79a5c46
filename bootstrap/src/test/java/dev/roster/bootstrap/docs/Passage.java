package dev.roster.bootstrap.docs;

/**
 * Something that people read.
 *
 * @param file from the root of the sources, with slashes
 * @param line where it begins, from 1
 * @param text with its line ends, so that the line of a word can be named
 */
record Passage(String file, int line, String text) {
    static Passage at(String file, String whole, int begin, int end) {
        return new Passage(file, 1 + ends(whole, begin), whole.substring(begin, end));
    }

    String place(int at) {
        return file + ":" + (line + ends(text, at));
    }

    private static int ends(String text, int before) {
        return (int)
                text.substring(0, before).chars().filter(one -> one == '\n').count();
    }
}
