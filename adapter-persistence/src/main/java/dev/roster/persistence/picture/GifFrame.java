package dev.roster.persistence.picture;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * The first frame of a GIF (89a), read in one pass: no byte of the file is looked at twice, and no pixel is written twice.
 * ImageIO joins the blocks of a comment again and again, and goes on unpacking when the frame is full.
 */
final class GifFrame {
    private static final int SIGNATURE = 6;
    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xf9;
    private static final int FRAME = 0x2c;
    private static final int HAS_PALETTE = 0x80;
    private static final int INTERLACED = 0x40;
    private static final int OPAQUE = 0xff000000;
    /** Rows of an interlaced frame come in passes, each with a first row and a distance. */
    private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    /** Refuses a size. */
    interface Fit {
        void require(int width, int height);
    }

    private final byte[] file;
    private int at = SIGNATURE;
    private int transparent = -1;
    private long steps;

    private GifFrame(byte[] file) {
        this.file = file;
    }

    /** @param fit asked before any pixel is read */
    static BufferedImage first(byte[] file, Fit fit) throws BrokenPictureException {
        return of(file).first(fit);
    }

    static GifFrame of(byte[] file) {
        return new GifFrame(file);
    }

    /** How many bytes were looked at so far. */
    long steps() {
        return steps;
    }

    BufferedImage first(Fit fit) throws BrokenPictureException {
        skip(4);
        int flags = next();
        skip(2);
        int[] palette = palette(flags);
        for (int kind = next(); kind != FRAME; kind = next()) {
            if (kind != EXTENSION) {
                throw new BrokenPictureException("there is no frame where one should begin");
            }
            extension();
        }
        return frame(palette, fit);
    }

    private int @Nullable [] palette(int flags) throws BrokenPictureException {
        if ((flags & HAS_PALETTE) == 0) {
            return null;
        }
        int[] colours = new int[2 << (flags & 7)];
        for (int colour = 0; colour < colours.length; colour++) {
            colours[colour] = OPAQUE | next() << 16 | next() << 8 | next();
        }
        return colours;
    }

    private void extension() throws BrokenPictureException {
        boolean control = next() == CONTROL;
        int length = next();
        if (control && length == 4) {
            boolean seeThrough = (next() & 1) == 1;
            skip(2);
            transparent = seeThrough ? next() : next() - 256;
            length = next();
        }
        while (length > 0) {
            skip(length);
            length = next();
        }
    }

    private BufferedImage frame(int @Nullable [] common, Fit fit) throws BrokenPictureException {
        skip(4);
        int width = nextShort();
        int height = nextShort();
        fit.require(width, height);
        int flags = next();
        int[] own = palette(flags);
        int[] palette = own == null ? common : own;
        if (palette == null || width == 0 || height == 0) {
            throw new BrokenPictureException("the frame has no pixels or no colours");
        }
        byte[] indexes = new byte[width * height];
        GifCodes.unpack(this, next(), indexes);
        return painted(indexes, width, height, palette, (flags & INTERLACED) != 0);
    }

    private BufferedImage painted(byte[] indexes, int width, int height, int[] palette, boolean interlaced) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[width];
        int[][] passes = interlaced ? PASSES : new int[][] {{0, 1}};
        int from = 0;
        for (int[] pass : passes) {
            for (int y = pass[0]; y < height; y += pass[1]) {
                for (int x = 0; x < width; x++) {
                    row[x] = colour(Byte.toUnsignedInt(indexes[from++]), palette);
                }
                image.setRGB(0, y, width, 1, row, 0, width);
            }
        }
        return image;
    }

    private int colour(int index, int[] palette) {
        if (index == transparent) {
            return 0;
        }
        return index < palette.length ? palette[index] : OPAQUE;
    }

    /** The next byte. */
    int next() throws BrokenPictureException {
        if (at >= file.length) {
            throw new BrokenPictureException("the file has no end");
        }
        steps++;
        return Byte.toUnsignedInt(file[at++]);
    }

    private int nextShort() throws BrokenPictureException {
        return next() | next() << 8;
    }

    private void skip(int count) throws BrokenPictureException {
        if (count > file.length - at) {
            throw new BrokenPictureException("a block is longer than the file");
        }
        at += count;
    }
}
