package io.sightings.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.contract.SourceKind;
import io.sightings.contract.image.ImageLimits;
import io.sightings.ingest.ReferringFile;
import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputResolverTest {
  @TempDir Path dir;
  private final InputResolver inputs = new InputResolver(IngestorSettings.defaults());

  @ParameterizedTest
  @EnumSource(ReferringFile.class)
  void whatANamedFileRefersToIsNotRead(ReferringFile kind) throws Exception {
    Path other = new TestVideo(96, 64).write(dir.resolve("private.ts"), 25, 30);
    Path file = dir.resolve(kind.fileName());
    Files.write(file, kind.naming(ReferringFile.Prefix.ID3, other));
    RecordedSink sink = new RecordedSink();

    for (FrameSource source :
        new InputResolver(IngestorSettings.defaults())
            .resolve(SourceSettings.of(file.toString()))) {
      assertThatThrownBy(() -> source.run(sink)).isInstanceOf(MediaException.class);
    }
    assertThat(sink.images).isEmpty();
  }

  @Test
  void aFolderIsOneSourceOfPhotosAndOneForEachVideo() throws Exception {
    photo("holiday/b.jpg");
    photo("holiday/day 2/a.png");
    photo("holiday/.hidden.jpg");
    Files.writeString(dir.resolve("holiday/notes.txt"), "nice");
    new TestVideo(96, 64).write(dir.resolve("holiday/day 2/beach.mp4"), 25, 2);

    List<FrameSource> sources = inputs.resolve(named("holiday"));

    assertThat(sources.stream().map(s -> s.info().id())).containsExactly("holiday", "day-2-beach");
    assertThat(sources.stream().map(s -> s.info().kind()))
        .containsExactly(SourceKind.IMAGE, SourceKind.VIDEO);
    assertThat(inputs.skippedFiles()).isEqualTo(1);
    RecordedSink sink = new RecordedSink();
    sources.get(0).run(sink);
    assertThat(sink.subjects()).containsExactly("b.jpg", "day 2/a.png");
    assertThat(sink.ended).hasSize(1);
  }

  @Test
  void photosArePassedOnByteByByte() throws Exception {
    byte[] photo = photo("a.png");

    RecordedSink sink = run("a.png");

    assertThat(sink.images.get(0).image().bytes()).isEqualTo(photo);
    assertThat(sink.images.get(0).image().contentType()).isEqualTo("image/png");
    assertThat(sink.subjects()).containsExactly("a.png");
  }

  @Test
  void aPhotoWithoutATimeWasTakenWhenItsFileWasWritten() throws Exception {
    photo("a.png");
    Instant written = Instant.parse("2026-11-21T09:30:00Z");
    Files.setLastModifiedTime(dir.resolve("a.png"), FileTime.from(written));

    assertThat(run("a.png").times()).containsExactly(written);
  }

  @Test
  void aFolderReadAgainHasTheSameEpochUntilAPhotoChanges() throws Exception {
    photo("folder/a.png");
    photo("folder/b.png");
    String epoch = run("folder").epoch;

    assertThat(run("folder").epoch).isEqualTo(epoch);
    Files.write(dir.resolve("folder/b.png"), TestPhoto.of("png", 33, 33));
    assertThat(run("folder").epoch).isNotEqualTo(epoch);
  }

  @Test
  void aBadPhotoKeepsNoOtherFromBeingPublished() throws Exception {
    photo("folder/a.png");
    Files.writeString(dir.resolve("folder/b.jpg"), "not a photo at all");
    photo("folder/c.png");
    RecordedSink sink = new RecordedSink();
    FrameSource source = inputs.resolve(named("folder")).get(0);

    assertThatThrownBy(() -> source.run(sink)).hasMessage("1 of 3 photos were rejected");
    assertThat(sink.subjects()).containsExactly("a.png", "c.png");
    assertThat(sink.rejected).singleElement().asString().startsWith("b.jpg: Not a photo");
  }

  @Test
  void aPhotoBeyondTheBoundsIsRejectedNamingTheBound() throws Exception {
    Files.write(dir.resolve("large.jpg"), TestPhoto.jpegOf((8 << 20) + 1));
    photo("wide.png");
    ImageLimits small = ImageLimits.of(8 << 20, 100);

    assertThatThrownBy(() -> run("large.jpg"))
        .hasMessageContaining("image.maxBytes allows 8388608");
    assertThatThrownBy(
            () ->
                new InputResolver(IngestorSettings.defaults().withImage(small))
                    .resolve(named("wide.png"))
                    .get(0)
                    .run(new RecordedSink()))
        .hasMessageContaining("image.maxPixels allows 100");
  }

  @Test
  void sourcesOfOneNameGetIdsOfTheirOwn() throws Exception {
    photo("one/door.png");
    photo("two/door.png");

    assertThat(inputs.resolve(named("one/door.png")).get(0).info().id()).isEqualTo("door");
    assertThat(inputs.resolve(named("two/door.png")).get(0).info().id()).isEqualTo("door-2");
  }

  @Test
  void theIdOfTheSettingsWins() throws Exception {
    photo("a.png");

    FrameSource source = inputs.resolve(named("a.png").withId("gate")).get(0);

    assertThat(source.info().id()).isEqualTo("gate");
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentence() throws Exception {
    Files.createDirectory(dir.resolve("empty"));
    Files.createDirectory(dir.resolve("notes"));
    Files.writeString(dir.resolve("notes/a.txt"), "a");
    Files.createFile(dir.resolve("empty.mp4"));

    assertRefused("missing.mp4", "there is no such file or folder");
    assertRefused("empty", "the folder is empty");
    assertRefused("notes", "there is no photo or video in the folder, nor in those below");
    assertRefused("empty.mp4", "the file is empty");
    assertThatThrownBy(() -> inputs.resolve(SourceSettings.of("gopher://example")))
        .hasMessageStartingWith("not a file or folder");
  }

  private byte[] photo(String name) throws IOException {
    byte[] photo = TestPhoto.of(name.substring(name.lastIndexOf('.') + 1), 40, 30);
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, photo);
    return photo;
  }

  private SourceSettings named(String name) {
    return SourceSettings.of(dir.resolve(name).toString());
  }

  private RecordedSink run(String name) throws Exception {
    RecordedSink sink = new RecordedSink();
    new InputResolver(IngestorSettings.defaults()).resolve(named(name)).get(0).run(sink);
    return sink;
  }

  private void assertRefused(String name, String why) {
    assertThatThrownBy(() -> inputs.resolve(named(name)))
        .isInstanceOf(MediaException.class)
        .hasMessage(why);
  }
}
