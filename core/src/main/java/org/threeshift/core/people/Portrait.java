package org.threeshift.core.people;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture made anew: the middle square of what was uploaded, as two JPEGs that hold pixels and nothing else. */
record Portrait(Photo large, Photo small) {
    static final int LARGE = 256;
    static final int SMALL = 64;
    static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int MOST_ON_A_SIDE = 8_000;
    private static final long MOST_PIXELS = 40_000_000;
    private static final float QUALITY = 0.86f;
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif");

    /** What an upload turned out to be. */
    sealed interface Taken {
        record Done(Portrait portrait) implements Taken {}

        record Refused(Problem problem) implements Taken {}
    }

    static Taken of(byte[] upload) {
        if (upload.length == 0) {
            return new Taken.Refused(Problem.PHOTO_MISSING);
        }
        if (upload.length > MOST_BYTES) {
            return new Taken.Refused(Problem.PHOTO_TOO_LARGE);
        }
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return new Taken.Refused(Problem.PHOTO_NO_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                return read(reader, input, Orientation.of(upload));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            // The readers throw all kinds of things at broken files.
            return new Taken.Refused(Problem.PHOTO_NO_PICTURE);
        }
    }

    /** The size stands in the head of a file: it is looked at before a single pixel is decoded. */
    private static Taken read(ImageReader reader, ImageInputStream input, Orientation orientation) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            return new Taken.Refused(Problem.PHOTO_NO_PICTURE);
        }
        reader.setInput(input, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > MOST_ON_A_SIDE || height > MOST_ON_A_SIDE || (long) width * height > MOST_PIXELS) {
            return new Taken.Refused(Problem.PHOTO_TOO_MANY_PIXELS);
        }
        if (Math.min(width, height) < SMALL) {
            return new Taken.Refused(Problem.PHOTO_TOO_SMALL);
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.min(width, height) / (2 * LARGE));
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage whole = square(reader.read(0, param), orientation);
        byte[] large = jpeg(scaled(whole, LARGE));
        byte[] small = jpeg(scaled(whole, SMALL));
        String version = version(large);
        return new Taken.Done(new Portrait(new Photo(large, version), new Photo(small, version)));
    }

    /** Upright, without transparency, in plain RGB. */
    private static BufferedImage square(BufferedImage image, Orientation orientation) {
        int side = Math.min(image.getWidth(), image.getHeight());
        BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = square.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, side, side);
            AffineTransform upright = orientation.of(side);
            upright.translate(-(image.getWidth() - side) / 2.0, -(image.getHeight() - side) / 2.0);
            canvas.drawImage(image, upright, null);
        } finally {
            canvas.dispose();
        }
        return square;
    }

    private static BufferedImage scaled(BufferedImage image, int side) {
        BufferedImage scaled = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = scaled.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            Image smooth =
                    image.getWidth() > side ? image.getScaledInstance(side, side, Image.SCALE_AREA_AVERAGING) : image;
            canvas.drawImage(smooth, 0, 0, side, side, null);
        } finally {
            canvas.dispose();
        }
        return scaled;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Names the bytes: 128 bits as hexadecimal digits. */
    private static String version(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
