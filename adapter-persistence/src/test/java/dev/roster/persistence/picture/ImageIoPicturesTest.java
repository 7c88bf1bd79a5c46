package dev.roster.persistence.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.contract.PicturesContract;
import dev.roster.application.given.SamplePicture;
import dev.roster.application.port.Pictures;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.AvatarLimits;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIoPicturesTest implements PicturesContract {
    private static final int ORANGE = 0xff8800;
    private static final String MARKUP = "<script>alert('secret')</script>";

    @Override
    public Pictures pictures() {
        return new ImageIoPictures(AvatarLimits.usual());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void pictureOfEachFormatBecomesAPng(String format) {
        Avatar avatar = pictures().toAvatar(SamplePicture.file(format, SamplePicture.plain(40, 30, ORANGE)));

        assertThat(avatar.width()).isEqualTo(40);
        assertThat(avatar.height()).isEqualTo(30);
        assertNear(new Color(ORANGE), new Color(pixels(avatar).getRGB(20, 15)));
    }

    @Test
    void transparencyIsKept() {
        BufferedImage glass = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        glass.setRGB(1, 2, 0x80ff8800);

        BufferedImage kept = pixels(pictures().toAvatar(SamplePicture.file("png", glass)));

        assertThat(kept.getRGB(1, 2)).isEqualTo(0x80ff8800);
        assertThat(kept.getRGB(0, 0) >>> 24).isZero();
    }

    @ParameterizedTest
    @CsvSource({"png, 10", "jpeg, 10", "png, 11"})
    void greyIsNotBrightened(String format, int type) {
        BufferedImage grey = new BufferedImage(8, 8, type);
        for (int at = 0; at < 64; at++) {
            grey.getRaster().setSample(at % 8, at / 8, 0, type == BufferedImage.TYPE_USHORT_GRAY ? 0x8080 : 0x80);
        }

        BufferedImage kept = pixels(pictures().toAvatar(SamplePicture.file(format, grey)));

        assertNear(new Color(0x808080), new Color(kept.getRGB(4, 4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void nothingBehindThePictureSurvives(String format) {
        byte[] polyglot = join(SamplePicture.file(format, SamplePicture.plain(9, 9, ORANGE)), bytes(MARKUP));

        Avatar avatar = pictures().toAvatar(polyglot);

        assertThat(text(avatar.png())).doesNotContain("script", "secret");
    }

    @Test
    void nothingInsideThePictureSurvives() {
        byte[] jpeg = SamplePicture.file("jpeg", SamplePicture.plain(9, 9, ORANGE));
        byte[] withComment = insert(jpeg, 2, segment(0xfe, bytes(MARKUP)));
        byte[] withPlace = insert(jpeg, 2, segment(0xe1, bytes("Exif\0\0" + MARKUP)));
        byte[] png = SamplePicture.png(ORANGE);
        byte[] withText = insert(png, 33, chunk("tEXt", bytes("Comment\0" + MARKUP)));

        for (byte[] file : new byte[][] {withComment, withPlace, withText}) {
            assertThat(text(file)).contains("secret");
            assertThat(text(pictures().toAvatar(file).png())).doesNotContain("script", "secret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void cutOffPictureIsRefused(String format) {
        byte[] whole = SamplePicture.file(format, noise(60, 60));

        for (int length : new int[] {3, 8, 10, 20, 33, 100, whole.length / 2, whole.length - whole.length / 10}) {
            refused(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void damagedPictureIsReadOrRefusedAndNothingElse(String format) {
        byte[] whole = SamplePicture.file(format, noise(20, 20));

        for (int at = 0; at < whole.length; at += 1 + whole.length / 400) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0xff;
            readOrRefused(damaged);
        }
    }

    @ParameterizedTest
    @CsvSource({"50000, 50000", "513, 1", "1, 513", "2147483647, 2147483647"})
    void declaredSizeIsRefusedBeforeAnyPixelIsRead(int width, int height) {
        byte[] png = SamplePicture.png(ORANGE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();

        byte[] file = join(Arrays.copyOf(png, 8), chunk("IHDR", header), Arrays.copyOfRange(png, 33, png.length));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> pictures().toAvatar(file))
                .withMessage("the avatar has " + width + " x " + height + " pixels, expected at most 512 x 512");
    }

    @Test
    void hugeFrameOfASmallGifIsRefused() {
        byte[] gif = SamplePicture.file("gif", SamplePicture.plain(2, 2, ORANGE));
        int frame = indexOf(gif, (byte) ',');
        ByteBuffer.wrap(gif).order(java.nio.ByteOrder.LITTLE_ENDIAN).putShort(frame + 5, (short) 65_000);

        refused(gif);
    }

    @Test
    void firstFrameOfAnAnimationIsTaken() throws IOException {
        byte[] file = animation(SamplePicture.plain(4, 4, ORANGE), SamplePicture.plain(4, 4, 0x0000ff));

        BufferedImage kept = pixels(pictures().toAvatar(file));

        assertNear(new Color(ORANGE), new Color(kept.getRGB(1, 1)));
    }

    /** With a palette the decoder reads texts too, whoever asks it not to. */
    @Test
    void textThatUnpacksToAThousandTimesItsSizeIsLeftPacked() {
        BufferedImage indexed = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_INDEXED);
        byte[] png = SamplePicture.file("png", indexed);
        byte[] bomb = join(bytes("Comment\0\0"), packed(500_000_000));

        Avatar avatar = pictures().toAvatar(insert(png, 33, chunk("zTXt", bomb)));

        assertThat(avatar.width()).isEqualTo(4);
    }

    @Test
    void chunkThatClaimsToBeHugeIsRefused() {
        byte[] png = SamplePicture.png(ORANGE);
        byte[] chunk = chunk("tEXt", bytes("Comment\0x"));
        ByteBuffer.wrap(chunk).putInt(0, Integer.MAX_VALUE);

        refused(insert(png, 33, chunk));
    }

    @Test
    void jpegOfTooManyScansIsRefused() throws IOException {
        byte[] progressive = progressive(noise(64, 64));
        int last = lastIndexOf(progressive, 0xda);
        byte[] scan = Arrays.copyOfRange(progressive, last, progressive.length - 2);

        assertThat(pictures().toAvatar(progressive).width()).isEqualTo(64);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(progressive, 0, last);
        for (int count = 0; count < 65; count++) {
            many.writeBytes(scan);
        }
        many.write(progressive, progressive.length - 2, 2);
        refused(many.toByteArray());
    }

    /** ImageIO joins the blocks of a comment one by one, which is the square of their number. */
    @Test
    void commentInHalfAMillionBlocksIsSteppedOver() throws IOException {
        byte[] gif = SamplePicture.file("gif", SamplePicture.plain(4, 4, ORANGE));
        byte[] blocks = new byte[2 * 500_000];
        Arrays.fill(blocks, (byte) 1);
        byte[] comment = join(new byte[] {0x21, (byte) 0xfe}, blocks, new byte[1]);

        GifFrame read = GifFrame.of(insert(gif, afterPalette(gif), comment));

        assertThat(read.first((width, height) -> {}).getWidth()).isEqualTo(4);
        assertThat(read.steps()).isLessThan(600_000);
    }

    /** Text upon text of one colour, up to 4,095 pixels for each code, long after the frame is full. */
    @Test
    void codesBehindAFullFrameAreNotUnpacked() throws IOException {
        BitWriter codes = new BitWriter();
        codes.write(256, 9);
        codes.write(0, 9);
        int width = 9;
        for (int next = 258; next < 4_096; next++) {
            codes.write(next, width);
            width += next + 1 == 1 << width && width < 12 ? 1 : 0;
        }
        for (int more = 0; more < 600_000; more++) {
            codes.write(4_094, 12);
        }

        GifFrame read = GifFrame.of(gif(512, 512, 8, codes.blocks()));

        assertThat(read.first((w, h) -> {}).getRGB(511, 511)).isEqualTo(0xff000000 | ORANGE);
        assertThat(read.steps()).isLessThan(10_000);
    }

    @Test
    void frameOfNothingButClearingIsRefusedInOnePass() {
        BitWriter codes = new BitWriter();
        for (int number = 0; number < 900_000; number++) {
            codes.write(256, 9);
        }
        GifFrame read = GifFrame.of(gif(512, 512, 8, codes.blocks()));

        assertThatExceptionOfType(BrokenPictureException.class).isThrownBy(() -> read.first((w, h) -> {}));
        assertThat(read.steps()).isLessThan(1_100_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 12, 255})
    void coloursOfAGifHaveOneToEightBits(int bits) {
        refused(gif(2, 2, bits, new byte[] {1, 0, 0}));
    }

    @Test
    void interlacedGifIsPutInOrder() throws IOException {
        BufferedImage rows = new BufferedImage(2, 19, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 19; y++) {
            rows.setRGB(0, y, y * 0x050301);
            rows.setRGB(1, y, y * 0x010305);
        }
        byte[] interlaced = written("gif", writer -> {
            ImageWriteParam wanted = writer.getDefaultWriteParam();
            wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(rows, null, null), wanted);
        });
        BufferedImage expected = ImageIO.read(new ByteArrayInputStream(interlaced));

        BufferedImage kept = pixels(pictures().toAvatar(interlaced));

        for (int y = 0; y < 19; y++) {
            assertThat(kept.getRGB(1, y) & 0xffffff).isEqualTo(expected.getRGB(1, y) & 0xffffff);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 200})
    void gifIsReadAsTheOriginalIs(int size) throws IOException {
        byte[] file = SamplePicture.file("gif", noise(size, size));
        BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file));

        BufferedImage kept = pixels(pictures().toAvatar(file));

        for (int at = 0; at < size * size; at++) {
            assertThat(kept.getRGB(at % size, at / size)).isEqualTo(expected.getRGB(at % size, at / size));
        }
    }

    @Test
    void pixelsOfAPngMayComeInAnyNumberOfPieces() {
        byte[] png = SamplePicture.png(ORANGE);
        byte[] empty = chunk("IDAT", new byte[0]);
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        pieces.write(png, 0, 33);
        for (int number = 0; number < 80_000; number++) {
            pieces.writeBytes(empty);
        }
        pieces.write(png, 33, png.length - 33);

        assertThat(pictures().toAvatar(pieces.toByteArray()).width()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"IHDR", "PLTE", "tRNS"})
    void chunkThatIsThereTwiceOrTooLongIsRefused(String type) {
        byte[] png = SamplePicture.png(ORANGE);

        refused(insert(insert(png, 33, chunk(type, new byte[12])), 33, chunk(type, new byte[12])));
        refused(insert(png, 33, chunk(type, new byte[769])));
    }

    @Test
    void commentBetweenTheScansOfAJpegIsLeftOut() throws IOException {
        byte[] progressive = progressive(noise(16, 16));
        byte[] comment = segment(0xfe, bytes(MARKUP));
        byte[] between = insert(progressive, lastIndexOf(progressive, 0xda), comment);

        assertThat(text(JpegSegments.essence(between))).doesNotContain("script");
        assertThat(pictures().toAvatar(between).width()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void decoderThatReadsInCirclesIsStopped(String format) throws IOException {
        byte[] file = SamplePicture.file(format, noise(60, 60));
        try (WatchedInput in = new WatchedInput(file)) {
            assertThatExceptionOfType(BrokenPictureException.class).isThrownBy(() -> {
                while (true) {
                    in.seek(0);
                    in.readFully(new byte[file.length]);
                }
            });
            assertThat(in.steps()).isLessThan(9L * file.length + (1 << 17));
        }
    }

    @Test
    void limitsAreNamed() {
        Pictures small = new ImageIoPictures(new AvatarLimits(5_000, 32));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> small.toAvatar(new byte[5_001]))
                .withMessage("the avatar has 5001 bytes, expected at most 5000");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> small.toAvatar(SamplePicture.file("png", SamplePicture.plain(33, 32, 0))))
                .withMessage("the avatar has 33 x 32 pixels, expected at most 32 x 32");
    }

    private void refused(byte[] file) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> pictures().toAvatar(file))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("avatar"));
    }

    private void readOrRefused(byte[] file) {
        try {
            assertThat(pictures().toAvatar(file).width()).isBetween(1, 512);
        } catch (RefusedException refusal) {
            assertThat(refusal.field()).isEqualTo("avatar");
        }
    }

    private static BufferedImage pixels(Avatar avatar) {
        try {
            return ImageIO.read(new ByteArrayInputStream(avatar.png()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void assertNear(Color expected, Color seen) {
        assertThat(Math.abs(expected.getRed() - seen.getRed())).isLessThan(12);
        assertThat(Math.abs(expected.getGreen() - seen.getGreen())).isLessThan(12);
        assertThat(Math.abs(expected.getBlue() - seen.getBlue())).isLessThan(12);
    }

    /** A picture that does not compress, the same each time. */
    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int state = 1;
        for (int at = 0; at < width * height; at++) {
            state = state * 1_103_515_245 + 12_345;
            image.setRGB(at % width, at / width, state >>> 8);
        }
        return image;
    }

    private static byte[] written(String format, WriterUse use) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            use.with(writer);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private interface WriterUse {
        void with(ImageWriter writer) throws IOException;
    }

    /** A GIF with a palette of 256 colours, the first of which is orange. */
    private static byte[] gif(int width, int height, int bits, byte[] blocks) {
        byte[] palette = new byte[768];
        palette[0] = (byte) 0xff;
        palette[1] = (byte) 0x88;
        return join(
                bytes("GIF89a"),
                new byte[] {1, 0, 1, 0, (byte) 0xf7, 0, 0},
                palette,
                new byte[] {',', 0, 0, 0, 0, (byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8), 0},
                new byte[] {(byte) bits},
                blocks,
                bytes(";"));
    }

    private static int afterPalette(byte[] gif) {
        return 13 + 3 * (1 << ((gif[10] & 7) + 1));
    }

    /** Codes of any width, lowest bit first. */
    private static final class BitWriter {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long buffer;
        private int buffered;

        void write(int code, int width) {
            buffer |= (long) code << buffered;
            buffered += width;
            while (buffered >= 8) {
                bytes.write((int) buffer);
                buffer >>>= 8;
                buffered -= 8;
            }
        }

        byte[] blocks() {
            bytes.write((int) buffer);
            byte[] all = bytes.toByteArray();
            ByteArrayOutputStream blocks = new ByteArrayOutputStream();
            for (int at = 0; at < all.length; at += 255) {
                int length = Math.min(255, all.length - at);
                blocks.write(length);
                blocks.write(all, at, length);
            }
            blocks.write(0);
            return blocks.toByteArray();
        }
    }

    private static byte[] progressive(BufferedImage image) throws IOException {
        return written("jpeg", writer -> {
            ImageWriteParam wanted = writer.getDefaultWriteParam();
            wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), wanted);
        });
    }

    private static byte[] animation(BufferedImage... frames) throws IOException {
        return written("gif", writer -> {
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) {
                ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(frame);
                writer.writeToSequence(new IIOImage(frame, null, writer.getDefaultImageMetadata(type, null)), null);
            }
            writer.endWriteSequence();
        });
    }

    private static byte[] packed(int zeros) {
        return deflated(out -> {
            byte[] block = new byte[1 << 16];
            for (int left = zeros; left > 0; left -= block.length) {
                out.writeBytes(block);
            }
        });
    }

    private static byte[] deflated(Consumer<Sink> content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            content.accept(bytes -> {
                try {
                    out.write(bytes);
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private interface Sink {
        void writeBytes(byte[] bytes);
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 check = new CRC32();
        check.update(bytes(type));
        check.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(bytes(type))
                .put(content)
                .putInt((int) check.getValue())
                .array();
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    private static byte[] insert(byte[] file, int at, byte[] piece) {
        return join(Arrays.copyOf(file, at), piece, Arrays.copyOfRange(file, at, file.length));
    }

    private static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            joined.writeBytes(piece);
        }
        return joined.toByteArray();
    }

    private static int indexOf(byte[] file, byte wanted) {
        // Behind the colour table, which may hold any byte.
        int at = 13 + 3 * (1 << ((file[10] & 7) + 1));
        while (file[at] != wanted) {
            at++;
        }
        return at;
    }

    private static int lastIndexOf(byte[] file, int marker) {
        int at = file.length - 2;
        while (Byte.toUnsignedInt(file[at]) != 0xff || Byte.toUnsignedInt(file[at + 1]) != marker) {
            at--;
        }
        return at;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
