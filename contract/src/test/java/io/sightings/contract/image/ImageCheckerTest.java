package io.sightings.contract.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sightings.contract.image.UnreadableImageException.Reason;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures as honest programs write them are accepted, and a decoder gets only their pixels. */
class ImageCheckerTest {
  private static final String TAKEN = "2026:11:21 09:30:00";
  private static final ImageChecker CHECKER = new ImageChecker(ImageLimits.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    "jpg,JPEG",
    "progressive,JPEG",
    "png,PNG",
    "interlaced,PNG",
    "bmp,BMP",
    "lossy,WEBP",
    "lossless,WEBP"
  })
  void aPictureTellsItsFormatAndItsSize(String kind, ImageFormat format) throws Exception {
    ImageHeader header = CHECKER.check(SampleImages.of(kind, 61, 47));

    assertThat(header.format()).isEqualTo(format);
    assertThat(header.width()).isEqualTo(61);
    assertThat(header.height()).isEqualTo(47);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "progressive", "png", "interlaced", "bmp", "lossy", "lossless"})
  void aPictureCutAtAnyByteIsRefused(String kind) {
    byte[] whole = SampleImages.of(kind, 24, 16);
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), null, "");
    }
  }

  @Test
  void aPhotoOfATelephoneIsReadAndItsPixelsAloneAreDecoded() throws Exception {
    byte[] plain = SampleImages.of("jpg", 400, 300);
    byte[] thumbnail = Arrays.copyOf(SampleImages.of("jpg", 160, 120), 60_000);
    byte[] photo =
        SampleImages.withSegments(
            plain,
            0xE1,
            SampleImages.exif(6, TAKEN, "+01:00", 65_533),
            0xE1,
            SampleImages.joined("http://ns.adobe.com/xap/1.0/\0".getBytes(ISO_8859_1), thumbnail),
            0xE2,
            new byte[65_000],
            0xE2,
            new byte[65_000],
            0xFE,
            "a comment".getBytes(ISO_8859_1));
    byte[] withVideo =
        SampleImages.joined(
            photo, SampleImages.of("jpg", 1000, 700), "\0\0\0\30ftypmp42".getBytes(ISO_8859_1));

    ImageHeader header = CHECKER.check(withVideo);

    assertThat(header.uprightWidth()).isEqualTo(300);
    assertThat(header.uprightHeight()).isEqualTo(400);
    assertThat(pixels(header)).isEqualTo(plain);
  }

  @Test
  void ofAPngTheStillPictureIsDecodedWithoutCommentsOrAnimation() throws Exception {
    byte[] data = HostileImages.chunk("IDAT", HostileImages.zeros(3 * 8 * 8 + 8));
    byte[] dressed =
        HostileImages.png(
            8,
            8,
            HostileImages.chunk("iCCP", HostileImages.zeros(50_000_000)),
            HostileImages.chunk("zTXt", HostileImages.zeros(50_000_000)),
            HostileImages.chunk("acTL", new byte[8]),
            data,
            HostileImages.chunk("fdAT", new byte[100]));

    assertThat(pixels(CHECKER.check(dressed))).isEqualTo(HostileImages.png(8, 8, data));
  }

  @Test
  void ofAWebpThePictureIsDecodedWithoutAlphaOrProfile() throws Exception {
    byte[] picture = SampleImages.lossy(61, 47);
    byte[] dressed =
        SampleImages.webp(
            "VP8X",
            SampleImages.canvas(61, 47),
            "ICCP",
            new byte[1001],
            "ALPH",
            new byte[77],
            "VP8 ",
            picture,
            "EXIF",
            SampleImages.exif(8, TAKEN, "", 200));

    ImageHeader header = CHECKER.check(dressed);

    assertThat(pixels(header)).isEqualTo(SampleImages.webp("VP8 ", picture));
    assertThat(header.uprightWidth()).isEqualTo(47);
  }

  @Test
  void theCamerasOwnOffsetCountsBeforeTheZoneOfTheSettings() throws Exception {
    ZoneId berlin = ZoneId.of("Europe/Berlin");

    assertThat(taken(TAKEN, "-05:00", berlin)).isEqualTo(Instant.parse("2026-11-21T14:30:00Z"));
    assertThat(taken(TAKEN, "", berlin)).isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
    assertThat(taken("0000:00:00 00:00:00", "", berlin)).isNull();
    assertThat(taken("2926:11:21 09:30:00", "", berlin)).isNull();
  }

  private static Instant taken(String time, String offset, ZoneId zone) throws Exception {
    byte[] photo =
        SampleImages.withSegments(
            SampleImages.of("jpg", 80, 60), 0xE1, SampleImages.exif(1, time, offset, 200));
    return CHECKER.check(photo).exif().takenAt(zone).orElse(null);
  }

  @Test
  void whatIsNotDecodedIsNamed() {
    assertRefused(new byte[0], Reason.EMPTY, "no bytes");
    assertRefused(SampleImages.of("gif", 20, 20), Reason.UNSUPPORTED, "GIF is not read: convert");
    assertRefused("\0\0\0\30ftypheic".getBytes(ISO_8859_1), Reason.UNSUPPORTED, "HEIF is not read");
    assertRefused("hello, world".getBytes(ISO_8859_1), Reason.NOT_AN_IMAGE, "Not a photo");
    assertRefused(
        SampleImages.webp("VP8X", SampleImages.canvas(9, 9), "ANIM", new byte[6]),
        Reason.UNSUPPORTED,
        "animation");
  }

  @Test
  void aPictureBeyondTheBoundsIsRefusedWithTheSettingThatRefusesIt() {
    ImageChecker small = new ImageChecker(ImageLimits.of(200_000, 10_000));
    byte[] photo = SampleImages.of("png", 101, 100);

    assertThatExceptionOfType(UnreadableImageException.class)
        .isThrownBy(() -> small.check(photo))
        .withMessageContaining("101 x 100 pixels, image.maxPixels allows 10000");
    assertThatExceptionOfType(UnreadableImageException.class)
        .isThrownBy(() -> small.check(new byte[200_001]))
        .withMessageContaining("image.maxBytes allows 200000");
  }

  @Test
  void everyRealPhotoIsAccepted() throws Exception {
    String media = System.getenv("SIGHTINGS_MEDIA");
    assumeTrue(media != null, "no media at hand");
    List<Path> photos;
    try (Stream<Path> all = Files.walk(Path.of(media))) {
      photos =
          all.filter(
                  file ->
                      Files.isRegularFile(file)
                          && file.toString().matches(".*\\.(jpe?g|png|webp|bmp)"))
              .toList();
    }
    assertThat(photos).isNotEmpty();
    ImageChecker checker = new ImageChecker(ImageLimits.of(64 << 20, 200_000_000));
    for (Path photo : photos) {
      assertThat(checker.check(Files.readAllBytes(photo)).width()).as("%s", photo).isPositive();
    }
  }

  static void assertRefused(byte[] image, Reason reason, String why) {
    assertThatExceptionOfType(UnreadableImageException.class)
        .isThrownBy(() -> CHECKER.check(image))
        .withMessageContaining(why)
        .satisfies(
            e -> {
              if (reason != null) {
                assertThat(e.reason()).isEqualTo(reason);
              }
            });
  }

  private static byte[] pixels(ImageHeader header) {
    ByteBuffer all = ByteBuffer.allocate(1 << 20);
    header.pixels().forEach(part -> all.put(part.duplicate()));
    return Arrays.copyOf(all.array(), all.position());
  }
}
