package io.sightings.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.settings.SettingsLoader;
import io.sightings.ingest.Eventually;
import io.sightings.ingest.settings.IngestorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatchTest {
  @TempDir Path folder;

  private final BlockingQueue<IngestorSettings> used = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> faults = new LinkedBlockingQueue<>();
  private ConfigWatch watch;

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void aFileThatSaysSomethingElseIsUsed() throws Exception {
    Path file = write("one.yaml", "sample: {fps: 1}");
    watch(file);

    write("one.yaml", "sample: {fps: 2}");

    assertThat(next(used).sample().fps()).isEqualTo(2);
  }

  @Test
  void aFileThatIsReplacedIsUsed() throws Exception {
    Path file = write("one.yaml", "sample: {fps: 1}");
    watch(file);

    Path other = write("two.yaml", "sample: {fps: 2}");
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);

    assertThat(next(used).sample().fps()).isEqualTo(2);
  }

  @Test
  void aLinkThatIsTurnedToAnotherFolderIsFollowed() throws Exception {
    // As Kubernetes does with a ConfigMap.
    Files.createDirectory(folder.resolve("v1"));
    Files.createDirectory(folder.resolve("v2"));
    write("v1/ingestor.yaml", "sample: {fps: 1}");
    write("v2/ingestor.yaml", "sample: {fps: 2}");
    Path data = Files.createSymbolicLink(folder.resolve("data"), Path.of("v1"));
    Path file =
        Files.createSymbolicLink(folder.resolve("ingestor.yaml"), Path.of("data/ingestor.yaml"));
    watch(file);

    Path turned = Files.createSymbolicLink(folder.resolve("turned"), Path.of("v2"));
    Files.move(turned, data, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);

    assertThat(next(used).sample().fps()).isEqualTo(2);
  }

  @Test
  void aFaultIsToldOnceAndTheNextGoodFileIsUsed() throws Exception {
    Path file = write("one.yaml", "sample: {fps: 1}");
    watch(file);

    write("one.yaml", "sample: {fps: many}");
    assertThat(next(faults)).contains("one.yaml", "sample.fps is \"many\"");
    assertThat(watch.fault()).contains("many");
    write("one.yaml", "sample: {fps: 3}");

    assertThat(next(used).sample().fps()).isEqualTo(3);
    assertThat(faults).isEmpty();
    Eventually.holds("the fault is over", () -> watch.fault() == null);
  }

  @Test
  void aFileThatIsGoneIsAFaultUntilItIsBack() throws Exception {
    Path file = write("one.yaml", "sample: {fps: 1}");
    watch(file);

    Files.delete(file);
    assertThat(next(faults)).contains("there is no such file");
    write("one.yaml", "sample: {fps: 3}");

    assertThat(next(used).sample().fps()).isEqualTo(3);
    assertThat(faults).isEmpty();
  }

  @Test
  void settingsThatAreRefusedAreAFault() throws Exception {
    Path file = write("one.yaml", "sample: {fps: 1}");
    watch =
        ConfigWatch.start(
            file,
            () -> load(file),
            settings -> {
              throw new IllegalArgumentException("not these");
            },
            faults::add);

    write("one.yaml", "sample: {fps: 2}");

    assertThat(next(faults)).isEqualTo("not these");
  }

  @Test
  void whoeverAsksHasItReadAtOnceEvenIfItSaysTheSame() throws Exception {
    Path file = write("one.yaml", "sample: {fps: 1}");
    watch(file);

    watch.reload();

    assertThat(next(used).sample().fps()).isEqualTo(1);
  }

  private void watch(Path file) {
    watch = ConfigWatch.start(file, () -> load(file), used::add, faults::add);
  }

  private static IngestorSettings load(Path file) {
    return new SettingsLoader(Map.of()).load(file, IngestorSettings.defaults(), List.of());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(30, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }
}
