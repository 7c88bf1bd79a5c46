package dev.roster.persistence.picture;

/**
 * Unpacks the codes of a GIF frame (GIF 89a, Appendix F). Every text of the table stands in the output already, so an entry
 * is a place and a length; a frame that is full ends the work, whatever follows.
 */
final class GifCodes {
    private static final int MOST_BITS = 12;
    private static final int MOST_CODES = 1 << MOST_BITS;

    private final GifFrame in;
    private final int least;
    private final byte[] out;
    private final int[] places = new int[MOST_CODES];
    private final int[] lengths = new int[MOST_CODES];
    private int filled;
    private int codes;
    private int width;
    private int left;
    private int buffer;
    private int buffered;

    private GifCodes(GifFrame in, int bits, byte[] out) {
        this.in = in;
        this.least = bits;
        this.out = out;
    }

    /**
     * @param bits how many a colour has
     * @param out an index for each pixel
     */
    static void unpack(GifFrame in, int bits, byte[] out) throws BrokenPictureException {
        if (bits < 1 || bits > 8) {
            throw new BrokenPictureException("colours have 1 to 8 bits");
        }
        new GifCodes(in, bits, out).unpack();
    }

    private void unpack() throws BrokenPictureException {
        int clear = 1 << least;
        forget(clear);
        int place = -1;
        while (filled < out.length) {
            int code = code();
            if (code == clear) {
                forget(clear);
                place = -1;
            } else {
                if (place >= 0) {
                    learn(place);
                }
                place = filled;
                write(code, clear);
            }
        }
    }

    private void forget(int clear) {
        codes = clear + 2;
        width = least + 1;
    }

    /** What was written last and the letter that comes now. */
    private void learn(int place) {
        if (codes < MOST_CODES) {
            places[codes] = place;
            lengths[codes] = filled - place + 1;
            codes++;
            width += codes == 1 << width && width < MOST_BITS ? 1 : 0;
        }
    }

    private void write(int code, int clear) throws BrokenPictureException {
        if (code < clear) {
            out[filled++] = (byte) code;
        } else if (code > clear + 1 && code < codes) {
            int from = places[code];
            int until = Math.min(out.length, filled + lengths[code]);
            while (filled < until) {
                out[filled++] = out[from++];
            }
        } else {
            throw new BrokenPictureException("the frame ends early, or has a code that means nothing");
        }
    }

    private int code() throws BrokenPictureException {
        while (buffered < width) {
            if (left == 0) {
                left = in.next();
                if (left == 0) {
                    throw new BrokenPictureException("the frame has fewer pixels than it says");
                }
            }
            buffer |= in.next() << buffered;
            buffered += Byte.SIZE;
            left--;
        }
        int code = buffer & (1 << width) - 1;
        buffer >>>= width;
        buffered -= width;
        return code;
    }
}
