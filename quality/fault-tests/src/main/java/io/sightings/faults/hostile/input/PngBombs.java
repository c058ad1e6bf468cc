package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PNGs that lie about themselves or cost more than they show. */
final class PngBombs {
  /** Signature and the chunk IHDR. */
  private static final int START_BYTES = 33;

  private static final int SIGNATURE_BYTES = 8;

  private PngBombs() {}

  static byte[] hugeSides(byte[] png, SeededChoices dice) {
    byte[] header = Arrays.copyOfRange(png, 16, 29);
    ByteBuffer.wrap(header)
        .putInt(0, dice.any(0, 1, 8000, 70_000, 0x7FFFFFFF, -1))
        .putInt(4, dice.any(0, 1, 8000, 70_000, 0x7FFFFFFF, -1));
    if (dice.chance(0.3)) {
      header[dice.between(8, 12)] = (byte) dice.edge();
    }
    return ByteCorrupter.joined(
        Arrays.copyOf(png, SIGNATURE_BYTES),
        chunk("IHDR", header),
        Arrays.copyOfRange(png, START_BYTES, png.length));
  }

  static byte[] manyChunks(byte[] png, SeededChoices dice) {
    String type = dice.any("tEXt", "zTXt", "iTXt", "IDAT", "acTL", "fcTL", "sPLT", "abCd");
    byte[] one = chunk(type, dice.bytes(dice.below(30)));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = dice.size(10, 20_000); i > 0; i--) {
      all.writeBytes(one);
    }
    return afterHeader(png, all.toByteArray());
  }

  /** A text or profile that unpacks to much more than it takes. */
  static byte[] packed(byte[] png, byte[] packed, SeededChoices dice) {
    String type = dice.any("zTXt", "iCCP");
    byte[] body = ByteCorrupter.joined("key\0\0".getBytes(ISO_8859_1), packed);
    byte[] one = chunk(type, body);
    byte[] all = one;
    for (int i = dice.below(4); i > 0; i--) {
      all = ByteCorrupter.joined(all, one);
    }
    return afterHeader(png, all);
  }

  static byte[] lyingChunk(byte[] png, SeededChoices dice) {
    byte[] bytes = png.clone();
    ByteBuffer.wrap(bytes).putInt(dice.any(SIGNATURE_BYTES, START_BYTES), (int) dice.edge());
    return bytes;
  }

  /** Data that do not unpack, with a right checksum. */
  static byte[] brokenData(byte[] png, SeededChoices dice) {
    byte[] data = dice.chance(0.5) ? dice.bytes(dice.size(1, 2000)) : new byte[dice.size(1, 2000)];
    return ByteCorrupter.joined(
        Arrays.copyOf(png, START_BYTES), chunk("IDAT", data), chunk("IEND", new byte[0]));
  }

  /** A valid picture of one colour, a thousand times smaller than what it unpacks to. */
  static byte[] muchFromLittle(SeededChoices dice) {
    int width = dice.size(1000, 7000);
    int height = dice.size(1000, 7000);
    int bits = dice.any(1, 8);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) bits).put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 0);
    byte[] row = new byte[1 + (width * bits + 7) / 8];
    return ByteCorrupter.joined(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
        chunk("IHDR", header.array()),
        chunk("IDAT", packed(row, height)),
        chunk("IEND", new byte[0]));
  }

  /** The same bytes again and again, packed. */
  static byte[] packed(byte[] part, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream packer = new DeflaterOutputStream(out, new Deflater(6))) {
      for (int i = 0; i < times; i++) {
        packer.write(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    }
    return out.toByteArray();
  }

  private static byte[] afterHeader(byte[] png, byte[] chunks) {
    return ByteCorrupter.joined(
        Arrays.copyOf(png, START_BYTES), chunks, Arrays.copyOfRange(png, START_BYTES, png.length));
  }

  private static byte[] chunk(String type, byte[] body) {
    byte[] name = type.getBytes(ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(body);
    return ByteBuffer.allocate(12 + body.length)
        .putInt(body.length)
        .put(name)
        .put(body)
        .putInt((int) sum.getValue())
        .array();
  }
}
