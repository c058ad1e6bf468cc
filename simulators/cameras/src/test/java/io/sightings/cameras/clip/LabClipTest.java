package io.sightings.cameras.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabClipTest {
  private static final ClipSpec SMALL =
      ClipSpec.of(ClipCodec.H264).size(160, 120).frames(20).gop(5).people(0);

  @TempDir Path folder;

  @Test
  void keyFramesComeAsOftenAsWantedAndCarryTheParameters() throws IOException {
    assertRhythm(new ClipCache(folder).get(SMALL));
  }

  @Test
  void h265HasTheSameRhythm() throws IOException {
    Optional<String> missing = LabClip.missing(ClipCodec.H265);
    missing.ifPresent(why -> System.out.println("h265HasTheSameRhythm: skipped, because " + why));
    assumeTrue(missing.isEmpty());
    ClipSpec spec = new ClipSpec(ClipCodec.H265, 160, 120, 10, 5, 20, 0, 1);
    LabClip clip = new ClipCache(folder).get(spec);
    assertRhythm(clip);
    assertThat(clip.parameters()).hasSize(3);
  }

  private static void assertRhythm(LabClip clip) {
    assertThat(IntStream.range(0, 45).filter(i -> clip.picture(i).key()))
        .containsExactly(0, 5, 10, 15, 20, 25, 30, 35, 40);
    ClipCodec codec = clip.codec();
    assertThat(clip.picture(5).units())
        .anyMatch(unit -> codec.parameters(codec.type(unit)))
        .anyMatch(unit -> codec.key(codec.type(unit)));
  }

  @Test
  void theByteStreamOfAllPicturesIsTheFile() throws IOException {
    LabClip clip = new ClipCache(folder).get(SMALL);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < clip.frames(); i++) {
      stream.writeBytes(clip.picture(i).byteStream());
    }
    assertThat(AnnexB.units(stream.toByteArray()))
        .containsExactlyElementsOf(AnnexB.units(Files.readAllBytes(clip.file())));
  }

  @Test
  void everyJpegShowsItsNumber() throws IOException {
    LabClip clip =
        new ClipCache(folder).get(new ClipSpec(ClipCodec.JPEG, 160, 120, 10, 1, 12, 1, 1));
    for (int i = 0; i < clip.frames(); i++) {
      assertThat(FrameNumber.read(clip.picture(i).units().get(0))).hasValue(i);
    }
  }

  @Test
  void aClipIsEncodedOnce() throws IOException {
    ClipCache cache = new ClipCache(folder);
    Path file = cache.get(SMALL).file();
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(file, longAgo);
    assertThat(new ClipCache(folder).get(SMALL).file()).isEqualTo(file);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path file = new ClipCache(folder).get(SMALL).file();
    Files.write(file, new byte[100]);
    assertThatThrownBy(() -> new ClipCache(folder).get(SMALL))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void anImpossibleClipIsRefused() {
    assertThatThrownBy(() -> ClipSpec.of(ClipCodec.H264).size(321, 240))
        .hasMessageContaining("even");
    assertThatThrownBy(() -> ClipSpec.of(ClipCodec.H264).frames(FrameNumber.LIMIT + 1))
        .hasMessageContaining("65537 frames");
  }
}
