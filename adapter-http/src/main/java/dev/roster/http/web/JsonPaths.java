package dev.roster.http.web;

/** How a place in a JSON text is written: {@code questions[3].permission}. */
final class JsonPaths {
    private JsonPaths() {}

    static String field(String path, String name) {
        String shown = Quoted.clip(name);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    static String item(String path, int index) {
        return path + "[" + index + "]";
    }
}
