package dev.roster.persistence.picture;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory that a decoder reads within limits: it may go back, but not again and again, and a decoder that was
 * given up gets nothing more.
 */
final class WatchedInput extends ImageInputStreamImpl {
    private static final int READS_OF_A_BYTE = 8;
    private static final int SPARED = 1 << 16;

    private final byte[] file;
    private final long most;
    private volatile boolean stopped;
    private long steps;

    WatchedInput(byte[] file) {
        this.file = file;
        this.most = (long) file.length * READS_OF_A_BYTE + SPARED;
    }

    @Override
    public int read() throws BrokenPictureException {
        step(1);
        bitOffset = 0;
        return streamPos < file.length ? Byte.toUnsignedInt(file[(int) streamPos++]) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws BrokenPictureException {
        bitOffset = 0;
        int count = (int) Math.min(length, file.length - streamPos);
        step(1 + Math.max(0, count));
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(file, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    private void step(int count) throws BrokenPictureException {
        steps += count;
        if (stopped || steps > most) {
            throw new BrokenPictureException("the decoder reads too much");
        }
    }

    /** Ends the work of whoever reads. */
    void stop() {
        stopped = true;
    }

    /** How much was read, and how often. */
    long steps() {
        return steps;
    }

    @Override
    public long length() {
        return file.length;
    }
}
