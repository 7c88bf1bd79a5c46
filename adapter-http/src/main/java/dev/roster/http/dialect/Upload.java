package dev.roster.http.dialect;

import dev.roster.http.web.Bodies;
import dev.roster.http.web.ProblemException;
import io.javalin.http.Context;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;

/** The first file of a multipart form, whatever its field is called. Its name and media type are ignored. */
public final class Upload {
    private Upload() {}

    /**
     * Empty for a form without a file, and for what is no such form.
     *
     * @param most the longest file, in bytes
     * @throws ProblemException 413 for more
     */
    public static Optional<byte[]> read(Context context, int most) {
        byte[] body = Bodies.read(context, most + Multipart.AROUND);
        return Multipart.read(context, body, Upload::first).flatMap(file -> file);
    }

    private static Optional<byte[]> first(MultiPartFormData.Parts parts) {
        for (MultiPart.Part part : parts) {
            if (part.getFileName() != null) {
                return Optional.of(Multipart.bytes(part));
            }
        }
        return Optional.empty();
    }
}
