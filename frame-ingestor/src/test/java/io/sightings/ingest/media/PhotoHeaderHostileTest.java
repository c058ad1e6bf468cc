package io.sightings.ingest.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.ingest.TestPhoto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos made to harm whoever reads their headers. */
class PhotoHeaderHostileTest {
  private static final int MUTANTS = 3000;

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp", "webp", "exif"})
  void whateverTheBytesAreTheyAreReadOrRefused(String format) throws Exception {
    byte[] whole = photo(format);
    Random random = new Random(42);
    int refused = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(whole, random);
      try {
        PhotoHeader header = PhotoHeader.read(mutant, ZoneOffset.UTC);
        assertThat(header.width()).isPositive();
        assertThat(header.height()).isPositive();
      } catch (MediaException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(MUTANTS / 100, MUTANTS);
  }

  @Test
  void whatIsPackedInAHeaderStaysPacked() throws Exception {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write("key\0\0".getBytes(ISO_8859_1));
    try (DeflaterOutputStream packed = new DeflaterOutputStream(text, new Deflater(9))) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 2000; i++) {
        packed.write(zeros);
      }
    }

    byte[] bomb = withChunk(TestPhoto.of("png", 64, 48), "zTXt", text.toByteArray());

    assertThat(PhotoHeader.read(bomb, ZoneOffset.UTC).width()).isEqualTo(64);
  }

  @Test
  void exifDataThatNameTheSameBytesAgainAndAgainAreNotCopied() throws Exception {
    ByteBuffer tiff = ByteBuffer.allocate(65_000);
    tiff.put("Exif\0\0MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 5000);
    for (int i = 0; i < 5000; i++) {
      tiff.putShort((short) (0x1000 + i)).putShort((short) 5).putInt(8000).putInt(8);
    }
    byte[] jpeg = TestPhoto.of("jpg", 64, 48);
    ByteBuffer bomb = ByteBuffer.allocate(jpeg.length + 4 + tiff.capacity()).put(jpeg, 0, 2);
    bomb.putShort((short) 0xFFE1).putShort((short) (2 + tiff.capacity())).put(tiff.array());
    bomb.put(jpeg, 2, jpeg.length - 2);

    assertThat(PhotoHeader.read(bomb.array(), ZoneOffset.UTC).height()).isEqualTo(48);
  }

  @Test
  void aChunkThatAnnouncesMoreThanThereIsIsNotWaitedFor() throws Exception {
    byte[] png = TestPhoto.of("png", 64, 48);
    ByteBuffer.wrap(png).putInt(33, Integer.MAX_VALUE);
    byte[] webp = photo("webp");
    ByteBuffer.wrap(webp).putInt(16, 0xFFFFFF7F);

    assertRefused(png, "truncated");
    assertRefused(webp, "truncated");
  }

  @Test
  void theSizeOfAWebpWithMoreThanAPictureIsThatOfTheWhole() throws Exception {
    assertThat(PhotoHeader.read(photo("webp"), ZoneOffset.UTC))
        .isEqualTo(new PhotoHeader("image/webp", 61, 47, null));
  }

  @Test
  void sidesWithoutLengthAreRefused() throws Exception {
    byte[] png = TestPhoto.of("png", 64, 48);
    ByteBuffer.wrap(png).putInt(16, 0);
    assertRefused(png, "damaged");
    ByteBuffer.wrap(png).putInt(16, -64);
    assertRefused(png, "damaged");
  }

  private static void assertRefused(byte[] photo, String why) {
    assertThatThrownBy(() -> PhotoHeader.read(photo, ZoneOffset.UTC))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining(why);
  }

  private static byte[] photo(String format) throws IOException {
    return switch (format) {
      case "webp" -> webp();
      case "exif" -> TestPhoto.withExif(80, 60, 6, "2026:11:21 09:30:00", "+01:00");
      default -> TestPhoto.of(format, 61, 47);
    };
  }

  /** The containers of a WebP of 61 x 47 with EXIF data; there are no pixels in it. */
  private static byte[] webp() {
    ByteBuffer webp = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
    webp.put("RIFF".getBytes(ISO_8859_1)).putInt(72).put("WEBPVP8X".getBytes(ISO_8859_1));
    webp.putInt(10).putInt(8).putShort((short) 60).put((byte) 0).putShort((short) 46).put((byte) 0);
    webp.put("EXIF".getBytes(ISO_8859_1)).putInt(20);
    return webp.array();
  }

  private static byte[] withChunk(byte[] png, String type, byte[] data) {
    int header = 33;
    return ByteBuffer.allocate(png.length + 12 + data.length)
        .put(png, 0, header)
        .putInt(data.length)
        .put(type.getBytes(ISO_8859_1))
        .put(data)
        .putInt(0)
        .put(png, header, png.length - header)
        .array();
  }

  /** Some bytes of the first kilobyte are others, or the end is missing. */
  private static byte[] mutant(byte[] whole, Random random) {
    byte[] mutant = whole.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(Math.min(mutant.length, 1000));
      mutant[at] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(2) * 255);
    }
    return random.nextInt(4) == 0
        ? Arrays.copyOf(mutant, random.nextInt(mutant.length + 1))
        : mutant;
  }
}
