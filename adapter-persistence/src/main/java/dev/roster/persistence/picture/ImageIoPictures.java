package dev.roster.persistence.picture;

import dev.roster.application.port.AvatarLimits;
import dev.roster.application.port.Pictures;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.Avatar;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures by ImageIO, in memory alone. The size is read and refused before any pixel is. */
final class ImageIoPictures implements Pictures {
    private final AvatarLimits limits;

    @Inject
    ImageIoPictures(AvatarLimits limits) {
        this.limits = limits;
    }

    @Override
    public Avatar toAvatar(byte[] upload) {
        if (upload.length > limits.bytes()) {
            throw refusal("the avatar has " + upload.length + " bytes, expected at most " + limits.bytes());
        }
        PictureFormat format = PictureFormat.of(upload)
                .orElseThrow(() -> refusal("the avatar is none of the pictures that are read: JPEG, PNG and GIF"));
        return Avatar.ofPng(png(Repaint.of(decode(format, upload))));
    }

    private BufferedImage decode(PictureFormat format, byte[] upload) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(format.essence(upload)))) {
            reader.setInput(in, true, true);
            requireToFit(reader.getWidth(0), reader.getHeight(0));
            return reader.read(0);
        } catch (RefusedException tooLarge) {
            throw tooLarge;
        } catch (IOException | RuntimeException unreadable) {
            // On broken files the decoders throw whatever they stumble over: index, arithmetic and state exceptions.
            throw refusal("the avatar cannot be read as " + format + ", the file is broken, cut off or of a rare kind");
        } finally {
            reader.dispose();
        }
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
