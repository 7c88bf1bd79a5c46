package dev.roster.persistence.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Copies the colours of a picture into one that has nothing else: no palette, profile or property. */
final class Repaint {
    private static final int OPAQUE = 0xff;

    private Repaint() {}

    static BufferedImage of(BufferedImage decoded) {
        int width = decoded.getWidth();
        int height = decoded.getHeight();
        ColorModel colours = decoded.getColorModel();
        BufferedImage clean = new BufferedImage(
                width, height, colours.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        boolean grey = decoded.getRaster().getNumBands() < 3 && !(colours instanceof IndexColorModel);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            if (grey) {
                readGrey(decoded.getRaster(), y, row);
            } else {
                decoded.getRGB(0, y, width, 1, row, 0, width);
            }
            clean.setRGB(0, y, width, 1, row, 0, width);
        }
        return clean;
    }

    /** The platform takes grey for linear light and would brighten it; files mean the same curve as for colours. */
    private static void readGrey(Raster raster, int y, int[] row) {
        for (int x = 0; x < row.length; x++) {
            int grey = sample(raster, x, y, 0);
            int alpha = raster.getNumBands() == 2 ? sample(raster, x, y, 1) : OPAQUE;
            row[x] = alpha << 24 | grey << 16 | grey << 8 | grey;
        }
    }

    private static int sample(Raster raster, int x, int y, int band) {
        int most = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
        return raster.getSample(x, y, band) * OPAQUE / most;
    }
}
