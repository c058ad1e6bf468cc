package io.sightings.contract.image;

import static io.sightings.contract.image.ImageCheckerTest.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.sightings.contract.image.UnreadableImageException.Reason;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures made to harm their reader or their decoder. */
class HostileImageTest {
  private static final int MUTANTS = 2000;
  private static final int FRAME_HEADER = 0xC2;

  @Test
  void aJpegWithThousandsOfScansIsRefused() throws Exception {
    assertRefused(
        HostileImages.manyScans(7000, 7000, 1, 12_703), Reason.TOO_COSTLY, "image.maxScans");
    assertRefused(HostileImages.manyScans(64, 64, 1, 65), Reason.TOO_COSTLY, "65 scans");
    assertAccepted(HostileImages.manyScans(64, 64, 1, 64));
  }

  @Test
  void aProgressiveJpegIsRefusedIfItsCoefficientsTakeTooMuchMemory() throws Exception {
    assertRefused(HostileImages.manyScans(7000, 7000, 3, 10), Reason.TOO_COSTLY, "image.maxMemory");
    assertAccepted(HostileImages.manyScans(7000, 7000, 1, 10));
  }

  /** The number in the marker of the frame header, and the bits of a sample. */
  @ParameterizedTest
  @CsvSource({"0xC3,8", "0xC5,8", "0xC9,8", "0xCA,8", "0xC2,12"})
  void kindsOfJpegThatAreNotDecodedAreRefused(int marker, int bits) {
    byte[] jpeg = HostileImages.manyScans(64, 64, 1, 2);
    int frame = find(jpeg, FRAME_HEADER);
    jpeg[frame + 1] = (byte) marker;
    jpeg[frame + 4] = (byte) bits;
    assertRefused(jpeg, Reason.UNSUPPORTED, "");
  }

  @Test
  void aJpegThatSaysItsHeightOnlyAtItsEndIsRefused() {
    byte[] jpeg = HostileImages.manyScans(64, 64, 1, 2);
    ByteBuffer.wrap(jpeg).putShort(find(jpeg, FRAME_HEADER) + 5, (short) 0);
    assertRefused(jpeg, Reason.UNSUPPORTED, "height");
  }

  @Test
  void aJpegOfNothingButSegmentsIsRefused() {
    Object[] comments = new Object[20_000];
    for (int i = 0; i < comments.length; i += 2) {
      comments[i] = 0xFE;
      comments[i + 1] = new byte[0];
    }
    byte[] jpeg = SampleImages.withSegments(SampleImages.of("jpg", 8, 8), comments);
    assertRefused(jpeg, Reason.CORRUPT, "segments");
  }

  @Test
  void aPngThatUnpacksToMoreThanItsPixelsIsRefused() {
    byte[] data = HostileImages.zeros(100_000_000);
    assertRefused(
        HostileImages.png(1, 1, HostileImages.chunk("IDAT", data)), Reason.CORRUPT, "more pixels");
    assertRefused(
        HostileImages.png(900, 900, HostileImages.chunk("IDAT", data)),
        Reason.CORRUPT,
        "more pixels");
  }

  @Test
  void aPngOfEmptyCompressedBlocksIsRefused() {
    byte[] data = new byte[1 << 20];
    data[0] = 0x78;
    data[1] = 0x01;
    for (int at = 2; at + 5 <= data.length; at += 5) {
      data[at + 3] = (byte) 0xFF; // stored, of 0 bytes: the length, and its complement
      data[at + 4] = (byte) 0xFF;
    }
    assertRefused(
        HostileImages.png(900, 900, HostileImages.chunk("IDAT", data)),
        Reason.CORRUPT,
        "more bytes");
  }

  @Test
  void aPngWithLessThanItsPixelsIsTruncated() {
    byte[] data = HostileImages.zeros(100);
    assertRefused(
        HostileImages.png(90, 90, HostileImages.chunk("IDAT", data)), Reason.TRUNCATED, "");
  }

  @Test
  void aLosslessWebpIsRefusedIfItsTablesMayTakeTooMuchMemory() throws Exception {
    byte[] picture = Arrays.copyOf(SampleImages.lossless(4000, 3000), 400_000);
    assertRefused(SampleImages.webp("VP8L", picture), Reason.TOO_COSTLY, "image.maxMemory");
    assertAccepted(SampleImages.webp("VP8L", SampleImages.lossless(4000, 3000)));
  }

  @Test
  void exifDataThatNameTheSameBytesAgainAndAgainAreNotCopied() throws Exception {
    ByteBuffer tiff = ByteBuffer.allocate(65_000);
    tiff.put("Exif\0\0MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 5000);
    for (int i = 0; i < 5000; i++) {
      tiff.putShort((short) (0x1000 + i)).putShort((short) 5).putInt(8000).putInt(8);
    }
    assertAccepted(SampleImages.withSegments(SampleImages.of("jpg", 64, 48), 0xE1, tiff.array()));
  }

  @Test
  void aChunkThatAnnouncesMoreThanThereIsIsNotWaitedFor() {
    byte[] png = SampleImages.of("png", 64, 48);
    ByteBuffer.wrap(png).putInt(33, Integer.MAX_VALUE);
    byte[] webp = SampleImages.of("lossy", 64, 48);
    ByteBuffer.wrap(webp).putInt(16, 0xFFFFFF7F);

    assertRefused(png, Reason.TRUNCATED, "");
    assertRefused(webp, Reason.TRUNCATED, "");
  }

  @Test
  void sidesWithoutLengthAreRefused() {
    byte[] png = SampleImages.of("png", 64, 48);
    ByteBuffer.wrap(png).putInt(16, 0);
    assertRefused(png, Reason.CORRUPT, "no length");
    byte[] bmp = SampleImages.of("bmp", 64, 48);
    SampleImages.little(4).putInt(Integer.MIN_VALUE).flip().get(bmp, 18, 4);
    assertRefused(bmp, Reason.CORRUPT, "no length");
  }

  /** Some bytes of the first kilobyte are others, the end is missing, or megabytes follow. */
  @ParameterizedTest
  @ValueSource(
      strings = {"jpg", "progressive", "png", "interlaced", "bmp", "lossy", "lossless", "exif"})
  void anyBytesAreReadOrRefused(String kind) {
    byte[] whole =
        kind.equals("exif")
            ? SampleImages.withSegments(
                SampleImages.of("jpg", 80, 60),
                0xE1,
                SampleImages.exif(6, "2026:11:21 09:30:00", "+01:00", 200))
            : SampleImages.of(kind, 61, 47);
    ImageChecker checker = new ImageChecker(ImageLimits.DEFAULT);
    Random random = new Random(42);
    int refused = 0;
    for (int i = 0; i < MUTANTS; i++) {
      try {
        ImageHeader header = checker.check(mutant(whole, random));
        assertThat(header.width()).isPositive();
        assertThat(header.height()).isPositive();
      } catch (UnreadableImageException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(MUTANTS / 100, MUTANTS);
  }

  private static byte[] mutant(byte[] whole, Random random) {
    byte[] mutant = whole.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(Math.min(mutant.length, 1000));
      mutant[at] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(2) * 255);
    }
    return switch (random.nextInt(20)) {
      case 0 -> Arrays.copyOf(mutant, mutant.length + (1 << 20));
      case 1, 2, 3, 4 -> Arrays.copyOf(mutant, random.nextInt(mutant.length + 1));
      default -> mutant;
    };
  }

  private static int find(byte[] jpeg, int marker) {
    int at = 0;
    while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != (byte) marker) {
      at++;
    }
    return at;
  }

  private static void assertAccepted(byte[] image) {
    assertThatNoException().isThrownBy(() -> new ImageChecker(ImageLimits.DEFAULT).check(image));
  }
}
