package io.sightings.ingest.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.ingest.Media;
import io.sightings.ingest.TestPhoto;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoHeaderTest {

  @ParameterizedTest
  @CsvSource({"jpg,image/jpeg", "png,image/png", "bmp,image/bmp"})
  void theSizeIsReadWithoutDecoding(String format, String contentType) throws Exception {
    assertThat(PhotoHeader.read(TestPhoto.of(format, 61, 47), ZoneOffset.UTC))
        .isEqualTo(new PhotoHeader(contentType, 61, 47, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp"})
  void aTruncatedPhotoIsRefused(String format) throws Exception {
    byte[] whole = TestPhoto.of(format, 200, 100);

    assertRefused(Arrays.copyOf(whole, whole.length - 20), "truncated");
    assertRefused(Arrays.copyOf(whole, 30), "truncated");
  }

  @Test
  void whatCamerasStoreBehindAPhotoDoesNotMatter() throws Exception {
    assertThat(PhotoHeader.read(TestPhoto.jpegOf(100_000), ZoneOffset.UTC).width()).isEqualTo(64);
  }

  @Test
  void aPhotoTakenOnItsSideHasTheSidesItIsSeenWith() throws Exception {
    byte[] photo = TestPhoto.withExif(80, 60, 6, "2026:11:21 09:30:00", "+01:00");

    PhotoHeader header = PhotoHeader.read(photo, ZoneOffset.UTC);

    assertThat(header.width()).isEqualTo(60);
    assertThat(header.height()).isEqualTo(80);
  }

  @Test
  void thePhotosOwnOffsetCountsBeforeTheZoneOfTheSettings() throws Exception {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    byte[] stated = TestPhoto.withExif(80, 60, 1, "2026:11:21 09:30:00", "-05:00");
    byte[] silent = TestPhoto.withExif(80, 60, 1, "2026:11:21 09:30:00", "");

    assertThat(PhotoHeader.read(stated, berlin).takenAt())
        .isEqualTo(Instant.parse("2026-11-21T14:30:00Z"));
    assertThat(PhotoHeader.read(silent, berlin).takenAt())
        .isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
  }

  @Test
  void otherFormatsAreNamed() throws Exception {
    assertRefused(TestPhoto.of("gif", 20, 20), "GIF is not read: convert it");
    assertRefused("hello, world".getBytes(StandardCharsets.UTF_8), "not a photo");
  }

  @Test
  void everyRealPhotoIsRead() throws Exception {
    List<Path> photos;
    try (Stream<Path> all = Files.walk(Media.folder("photos"))) {
      photos = all.filter(file -> file.toString().matches(".*\\.(jpg|jpeg|png)")).toList();
    }
    assertThat(photos).isNotEmpty();
    for (Path photo : photos) {
      PhotoHeader header = PhotoHeader.read(Files.readAllBytes(photo), ZoneOffset.UTC);
      assertThat(header.width()).as(photo.toString()).isPositive();
    }
  }

  private static void assertRefused(byte[] photo, String why) {
    assertThatThrownBy(() -> PhotoHeader.read(photo, ZoneOffset.UTC))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining(why);
  }
}
