package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.people.Portrait.Taken;

class PortraitTest {
    /** Stands in an Exif block where a camera writes where it was. */
    private static final String PLACE = "GPS 52.5200 N 13.4050 E";

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif"})
    void a_picture_becomes_two_squares(String format) throws IOException {
        Portrait portrait = done(picture(640, 480, format));
        assertThat(size(portrait.large())).isEqualTo("256x256");
        assertThat(size(portrait.small())).isEqualTo("64x64");
        assertThat(portrait.large().version()).hasSize(32);
    }

    @Test
    void the_middle_is_kept() throws IOException {
        BufferedImage large = ImageIO.read(
                new ByteArrayInputStream(done(picture(800, 400, "png")).large().jpeg()));
        assertThat(blue(large, 128, 128)).isTrue();
        assertThat(red(large, 4, 128)).isFalse();
    }

    @Test
    void where_and_when_it_was_taken_is_gone() throws IOException {
        byte[] upload = withExif(picture(300, 300, "jpg"), 1);
        assertThat(text(upload)).contains(PLACE, "Exif");
        Portrait portrait = done(upload);
        for (Photo photo : new Photo[] {portrait.large(), portrait.small()}) {
            assertThat(text(photo.jpeg())).doesNotContain("GPS", "Exif", PLACE);
            assertThat(text(photo.jpeg())).doesNotContain("http", "xmp", "Photoshop");
        }
    }

    /** Where the red corner, top left in the file, lies once the picture stands upright (Exif 2.32, table 6). */
    @ParameterizedTest
    @CsvSource({
        "1, 20, 20",
        "2, 236, 20",
        "3, 236, 236",
        "4, 20, 236",
        "5, 20, 20",
        "6, 236, 20",
        "7, 236, 236",
        "8, 20, 236"
    })
    void a_picture_that_lies_on_its_side_is_turned(int tag, int x, int y) throws IOException {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 300, 300);
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, 90, 90);
        canvas.dispose();
        BufferedImage turned = ImageIO.read(new ByteArrayInputStream(
                done(withExif(written(image, "jpg"), tag)).large().jpeg()));
        assertThat(red(turned, x, y)).isTrue();
        assertThat(red(turned, 128, 128)).isFalse();
    }

    @Test
    void a_bomb_is_refused_by_its_head() throws IOException {
        byte[] bomb = bomb(30_000, 30_000);
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(Portrait.of(bomb)).isEqualTo(new Taken.Refused(Problem.PHOTO_TOO_MANY_PIXELS));
        assertThat(Portrait.of(bomb(8_000, 8_000))).isEqualTo(new Taken.Refused(Problem.PHOTO_TOO_MANY_PIXELS));
    }

    @Test
    void what_is_no_picture_is_refused() throws IOException {
        byte[] cut = picture(300, 300, "png");
        assertThat(Portrait.of(new byte[0])).isEqualTo(new Taken.Refused(Problem.PHOTO_MISSING));
        assertThat(Portrait.of("<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Taken.Refused(Problem.PHOTO_NO_PICTURE));
        assertThat(Portrait.of(java.util.Arrays.copyOf(cut, 60)))
                .isEqualTo(new Taken.Refused(Problem.PHOTO_NO_PICTURE));
        assertThat(Portrait.of(written(new BufferedImage(99, 99, BufferedImage.TYPE_INT_RGB), "bmp")))
                .isEqualTo(new Taken.Refused(Problem.PHOTO_NO_PICTURE));
        assertThat(Portrait.of(picture(63, 300, "png"))).isEqualTo(new Taken.Refused(Problem.PHOTO_TOO_SMALL));
        assertThat(Portrait.of(new byte[Portrait.MOST_BYTES + 1]))
                .isEqualTo(new Taken.Refused(Problem.PHOTO_TOO_LARGE));
    }

    @Test
    void what_is_clear_becomes_white() throws IOException {
        BufferedImage clear = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        BufferedImage large = ImageIO.read(
                new ByteArrayInputStream(done(written(clear, "png")).large().jpeg()));
        assertThat(new Color(large.getRGB(50, 50)).getRed()).isGreaterThan(240);
    }

    /** Red at the sides, blue in the middle. */
    private static byte[] picture(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 4, 0, width / 2, height);
        canvas.dispose();
        return written(image, format);
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** A JPEG with an Exif block behind its first marker: how it was held, and where. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4 + place.length);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0).put(place);
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A PNG whose head promises far more pixels than its few bytes of black suggest. */
    private static byte[] bomb(int width, int height) throws IOException {
        var png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.write(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array()));
        var deflater = new Deflater(9);
        deflater.setInput(new byte[1_000_000]);
        deflater.finish();
        byte[] packed = new byte[50_000];
        png.write(chunk("IDAT", java.util.Arrays.copyOf(packed, deflater.deflate(packed))));
        png.write(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] typed = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(8 + typed.length)
                .putInt(data.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    private static Portrait done(byte[] upload) {
        Taken taken = Portrait.of(upload);
        assertThat(taken).isInstanceOf(Taken.Done.class);
        return ((Taken.Done) taken).portrait();
    }

    private static String size(Photo photo) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        return image.getWidth() + "x" + image.getHeight();
    }

    private static boolean red(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 180 && color.getGreen() < 80;
    }

    private static boolean blue(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getBlue() > 180 && color.getRed() < 80;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
