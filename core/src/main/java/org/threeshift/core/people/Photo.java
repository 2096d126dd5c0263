package org.threeshift.core.people;

/** A picture to show: the bytes of a JPEG, which nobody changes, and a name for them that changes with them. */
public final class Photo {
    private final byte[] jpeg;
    private final String version;

    Photo(byte[] jpeg, String version) {
        this.jpeg = jpeg.clone();
        this.version = version;
    }

    public byte[] jpeg() {
        return jpeg.clone();
    }

    public String version() {
        return version;
    }
}
