package dev.roster.persistence.picture;

import dev.roster.application.port.Pictures;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.AvatarLimits;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures in memory alone: PNG and JPEG by ImageIO, GIF by {@link GifFrame}. The size is read and refused before any pixel is.
 * What a picture may cost is bounded by its size, and by {@link PictureWorkers} in the end.
 */
final class ImageIoPictures implements Pictures {
    private final AvatarLimits limits;
    private final PictureWorkers workers;

    @Inject
    ImageIoPictures(AvatarLimits limits) {
        this(limits, PictureWorkers.usual());
    }

    ImageIoPictures(AvatarLimits limits, PictureWorkers workers) {
        this.limits = limits;
        this.workers = workers;
    }

    @Override
    public Avatar toAvatar(byte[] upload) {
        if (upload.length > limits.bytes()) {
            throw refusal("the avatar has " + upload.length + " bytes, expected at most " + limits.bytes());
        }
        PictureFormat format =
                PictureFormat.of(upload).orElseThrow(() -> refusal("the avatar is not a JPEG, PNG or GIF"));
        WatchedInput in = new WatchedInput(essence(format, upload));
        return workers.run(() -> Avatar.ofPng(png(Repaint.of(decode(format, in, upload)))), in::stop);
    }

    private static byte[] essence(PictureFormat format, byte[] upload) {
        try {
            return format.essence(upload);
        } catch (BrokenPictureException broken) {
            throw unreadable(format);
        }
    }

    private BufferedImage decode(PictureFormat format, WatchedInput in, byte[] upload) {
        try {
            return format == PictureFormat.GIF
                    ? GifFrame.first(upload, this::requireToFit)
                    : decodeByImageIo(format, in);
        } catch (RefusedException tooLarge) {
            throw tooLarge;
        } catch (IOException | RuntimeException unreadable) {
            // On broken files the decoders throw whatever they stumble over: index, arithmetic and state exceptions.
            throw unreadable(format);
        }
    }

    private BufferedImage decodeByImageIo(PictureFormat format, WatchedInput in) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (in) {
            reader.setInput(in, true, true);
            requireToFit(reader.getWidth(0), reader.getHeight(0));
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static RefusedException unreadable(PictureFormat format) {
        return refusal("the avatar cannot be read as " + format
                + "; the file is damaged, incomplete or of an unsupported kind");
    }

    private void requireToFit(int width, int height) {
        if (width > limits.pixels() || height > limits.pixels()) {
            throw refusal("the avatar has " + width + " x " + height + " pixels, expected at most " + limits.pixels()
                    + " x " + limits.pixels());
        }
    }

    private static byte[] png(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("PNG").next();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            writer.setOutput(out);
            writer.write(image);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write to memory", impossible);
        } finally {
            writer.dispose();
        }
        return png.toByteArray();
    }

    private static RefusedException refusal(String message) {
        return RefusedException.invalid("avatar", message);
    }
}
