package dev.roster.http.web;

import java.util.Map;

/**
 * A single thing as {@code GET} shows it, with the tag by which clients ask whether it changed.
 *
 * @param kept whether it is kept as such, rather than drawn up in place of what is not there
 * @param headers further headers that go with it
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes go out as they are, nobody compares them
public record Shown(String mediaType, byte[] content, EntityTag tag, boolean kept, Map<String, String> headers) {
    public Shown {
        headers = Map.copyOf(headers);
    }

    public static <T> Shown json(Shape<T> shape, T value) {
        byte[] content = shape.write(value);
        return new Shown(MediaTypes.JSON, content, EntityTag.of(content), true, Map.of());
    }

    /**
     * A thing whose answer also contains values that change by themselves.
     *
     * @param state the same without those values
     */
    public static <T> Shown json(Shape<T> shape, T value, T state) {
        byte[] content = shape.write(value);
        return new Shown(MediaTypes.JSON, content, EntityTag.of(content, shape.write(state)), true, Map.of());
    }

    public static Shown file(String mediaType, byte[] content, boolean kept, Map<String, String> headers) {
        return new Shown(mediaType, content, EntityTag.of(content), kept, headers);
    }
}
