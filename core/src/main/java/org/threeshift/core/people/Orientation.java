package org.threeshift.core.people;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, by the Exif tag of a JPEG: what is upright to the camera may lie on its side. The tag goes with all
 * other metadata, so the picture is turned for good.
 *
 * @param tag 1 to 8 as Exif 2.32, table 6 counts them; 1 for upright
 */
record Orientation(int tag) {
    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final long EXIF = 0x457869660000L;
    private static final int ORIENTATION = 0x0112;

    /** Upright where nothing else is said, or where what is said cannot be read. */
    static Orientation of(byte[] file) {
        try {
            return search(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return UPRIGHT;
        }
    }

    private static Orientation search(ByteBuffer file) {
        if (Short.toUnsignedInt(file.getShort()) != 0xFFD8) {
            return UPRIGHT;
        }
        while (file.remaining() > 4 && Byte.toUnsignedInt(file.get()) == 0xFF) {
            int marker = Byte.toUnsignedInt(file.get());
            int length = Short.toUnsignedInt(file.getShort()) - 2;
            if (marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            ByteBuffer segment = file.slice(file.position(), length);
            if (marker == EXIF_SEGMENT && length > 14 && segment.getLong(0) >>> 16 == EXIF) {
                return tag(segment.slice(6, length - 6));
            }
            file.position(file.position() + length);
        }
        return UPRIGHT;
    }

    private static Orientation tag(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + 12 * entry;
            if (Short.toUnsignedInt(tiff.getShort(at)) == ORIENTATION) {
                int tag = Short.toUnsignedInt(tiff.getShort(at + 8));
                return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Turns and mirrors a square of this side in place. */
    AffineTransform of(double side) {
        return switch (tag) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, side, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, side, side);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, side);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, side, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, side, side);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, side);
            default -> new AffineTransform();
        };
    }
}
