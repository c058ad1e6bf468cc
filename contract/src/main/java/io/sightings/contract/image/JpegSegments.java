package io.sightings.contract.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Walks the marker segments of a JPEG to the end of its image (ITU-T T.81, annex B). What follows
 * the image, such as the further pictures of a multi-picture file or the video of a motion photo,
 * is not part of it.
 */
final class JpegSegments {
  /** Besides scans. A photo has about 20; one with an XMP extension of 8 MiB has 130. */
  private static final int MAX_SEGMENTS = 4096;

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private final byte[] file;
  private final ByteBuffer bytes;
  private final SizeCheck size;
  private final PixelParts pixels;
  private ByteBuffer exif = ImageLayout.NO_EXIF;
  private JpegFrame frame;
  private int scans;
  private boolean scansAreWhole = true;

  JpegSegments(byte[] file, SizeCheck size) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(file);
    this.size = size;
    this.pixels = new PixelParts(file);
  }

  /**
   * @throws IndexOutOfBoundsException if the file ends before the image does
   */
  ImageLayout read() throws UnreadableImageException {
    pixels.add(0, 2);
    int at = 2;
    int segments = 0;
    while (true) {
      at = marker(at);
      int marker = bytes.get(at + 1) & 0xFF;
      if (marker == JpegMarker.END_OF_IMAGE) {
        break;
      }
      segments += marker == JpegMarker.START_OF_SCAN ? 0 : 1;
      if (segments > MAX_SEGMENTS) {
        throw UnreadableImageException.damaged(
            ImageFormat.JPEG, "it has more than " + MAX_SEGMENTS + " segments");
      }
      at = JpegMarker.standsAlone(marker) ? at + 2 : segment(marker, at);
    }
    pixels.add(at, at + 2);
    if (scans == 0) {
      throw UnreadableImageException.damaged(ImageFormat.JPEG, "it has no pixels");
    }
    boolean kept = frame.progressive() || scans > 1 || !scansAreWhole;
    return new ImageLayout(
        frame.width(),
        frame.height(),
        scans,
        kept ? frame.coefficientBytes() : 0,
        exif,
        pixels.close());
  }

  /** Fill bytes may stand before any marker. */
  private int marker(int from) throws UnreadableImageException {
    if (bytes.get(from) != (byte) 0xFF) {
      throw UnreadableImageException.damaged(ImageFormat.JPEG, "a marker is missing");
    }
    int at = from;
    while (bytes.get(at + 1) == (byte) 0xFF) {
      at++;
    }
    return at;
  }

  private int segment(int marker, int at) throws UnreadableImageException {
    int length = bytes.getShort(at + 2) & 0xFFFF;
    int end = at + 2 + length;
    if (length < 2) {
      throw UnreadableImageException.damaged(ImageFormat.JPEG, "a segment has no length");
    }
    ByteBuffer segment = bytes.slice(at + 4, length - 2);
    if (JpegMarker.isFrame(marker)) {
      readFrame(marker, segment);
    } else if (marker == JpegMarker.START_OF_SCAN) {
      end = scan(segment, end);
    } else if (marker == JpegMarker.APP1 && !exif.hasRemaining() && startsWithExif(segment)) {
      exif = segment.slice(EXIF.length, segment.limit() - EXIF.length);
    }
    if (JpegMarker.isNeeded(marker)) {
      pixels.add(at, end);
    }
    return end;
  }

  private void readFrame(int marker, ByteBuffer segment) throws UnreadableImageException {
    if (frame != null) {
      throw UnreadableImageException.damaged(ImageFormat.JPEG, "it has two frame headers");
    }
    frame = JpegFrame.read(marker, segment);
    size.require(ImageFormat.JPEG, frame.width(), frame.height());
  }

  /** In the coded data a 0xFF is followed by a 0, or by a restart marker. */
  private int scan(ByteBuffer header, int data) throws UnreadableImageException {
    if (frame == null) {
      throw UnreadableImageException.damaged(ImageFormat.JPEG, "it does not say its size");
    }
    scans++;
    scansAreWhole &= (header.get(0) & 0xFF) == frame.components();
    int at = data;
    while (true) {
      while (file[at] != (byte) 0xFF) {
        at++;
      }
      int next = file[at + 1] & 0xFF;
      if (next == 0xFF) {
        at++;
      } else if (next == 0 || JpegMarker.isRestart(next)) {
        at += 2;
      } else {
        return at;
      }
    }
  }

  private static boolean startsWithExif(ByteBuffer segment) {
    return segment.limit() >= EXIF.length
        && segment.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF));
  }
}
