package io.sightings.engine.model.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.model.ModelEntry;
import io.sightings.engine.model.ModelFiles;
import io.sightings.engine.model.ModelSource;
import io.sightings.engine.model.Sha256Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ModelFetcherTest {
  private static final byte[] CONTENT = "a model".repeat(20_000).getBytes(StandardCharsets.UTF_8);
  private static final String SHA_256 = Sha256Digest.of(CONTENT);
  private static final List<String> NO_NPM = List.of("no-such-command-as-npm");

  @TempDir Path folder;

  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aFetchedModelLiesInTheCacheAndIsNotFetchedAgain() throws IOException {
    try (ModelServer server = new ModelServer(CONTENT)) {
      ModelFetcher fetcher = fetcher(NO_NPM, url(server));
      Path file = fetcher.fetch(mine());
      assertThat(file).hasBinaryContent(CONTENT);
      assertThat(fetcher.fetch(mine())).isEqualTo(file);
      assertThat(server.requests()).isOne();
      assertThat(filesInCache()).containsExactly("mine.onnx");
    }
  }

  @Test
  void whatIsNotTheModelIsRefusedWithBothHashesAndLeavesNothingBehind() throws IOException {
    byte[] other = CONTENT.clone();
    other[77]++;
    try (ModelServer server = new ModelServer(other)) {
      ModelFetcher fetcher = fetcher(NO_NPM, url(server));
      assertThatThrownBy(() -> fetcher.fetch(mine()))
          .isInstanceOf(EngineUnavailableException.class)
          .hasMessageContaining("127.0.0.1")
          .hasMessageContaining(SHA_256)
          .hasMessageContaining(Sha256Digest.of(other));
      assertThat(filesInCache()).isEmpty();
    }
  }

  @Test
  void aFileOfAnotherSizeIsRefusedBeforeItIsDownloaded() throws IOException {
    try (ModelServer server = new ModelServer(new byte[13])) {
      assertThat(failuresOf(NO_NPM, url(server)))
          .isEqualTo("the file has 13 bytes, expected 140000");
      assertThat(filesInCache()).isEmpty();
    }
  }

  @Test
  void aBrokenDownloadGoesOnWhereItEnded() throws IOException {
    try (ModelServer server = new ModelServer(CONTENT)) {
      ModelFetcher fetcher = fetcher(NO_NPM, url(server));
      server.breakAfter(100_000);
      assertThatThrownBy(() -> fetcher.fetch(mine())).hasMessageContaining("ends after");
      server.breakAfter(Integer.MAX_VALUE);
      assertThat(fetcher.fetch(mine())).hasBinaryContent(CONTENT);
      assertThat(server.sent()).isEqualTo(CONTENT.length);
    }
  }

  @Test
  void whereOneSourceFailsTheNextOneIsTried() throws IOException {
    try (ModelServer server = new ModelServer(CONTENT)) {
      String npm = npm("sha512-x", SHA_256);
      assertThat(fetcher(NO_NPM, npm + url(server)).fetch(mine())).hasBinaryContent(CONTENT);
      assertThat(failures).containsExactly("npm is not installed");
    }
  }

  @Test
  void aDamagedFileInTheCacheIsReplaced() throws IOException {
    Files.createDirectories(models().cache());
    Files.writeString(models().cache().resolve("mine.onnx"), "truncat");
    try (ModelServer server = new ModelServer(CONTENT)) {
      assertThat(fetcher(NO_NPM, url(server)).fetch(mine())).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void twoThatFetchAtTheSameTimeFetchOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (ModelServer server = new ModelServer(CONTENT)) {
      ModelFetcher fetcher = fetcher(NO_NPM, url(server));
      List<Future<Path>> files =
          IntStream.range(0, 4).mapToObj(i -> threads.submit(() -> fetcher.fetch(mine()))).toList();
      for (Future<Path> file : files) {
        assertThat(file.get()).hasBinaryContent(CONTENT);
      }
      assertThat(server.requests()).isOne();
    } finally {
      threads.shutdown();
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPackageIsUnpackedAndATamperedOneIsRefused() throws IOException {
    byte[] archive = NpmArchiveFixture.of("package/models/mine.bin", CONTENT);
    Path brought = Files.write(folder.resolve("brought"), archive);
    List<String> client = script("cp '" + brought + "' mine-1.0.0.tgz");
    assertThat(fetcher(client, npm(NpmArchiveFixture.integrity(archive), SHA_256)).fetch(mine()))
        .hasBinaryContent(CONTENT);

    Files.delete(models().cache().resolve("mine.onnx"));
    archive[archive.length - 5]++;
    Files.write(brought, archive);
    String pinned = failuresOf(client, npm("sha512-AAAA", SHA_256));
    assertThat(pinned).contains("package is refused").contains("sha512-AAAA");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theReasonThatNpmGivesIsPassedOnInOneLine() throws IOException {
    List<String> client =
        script("echo 'npm error code ENOTFOUND'; echo 'npm error network offline'; exit 1");
    assertThat(failuresOf(client, npm("sha512-x", SHA_256)))
        .isEqualTo("npm fails: code ENOTFOUND, network offline");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPackageThatEndsWithinTheFileOrHasNoneIsRefused() throws IOException {
    byte[] whole = NpmArchiveFixture.tar("package/models/mine.bin", CONTENT);
    byte[] cut = NpmArchiveFixture.gzip(java.util.Arrays.copyOf(whole, whole.length / 2));
    byte[] other = NpmArchiveFixture.of("package/else", CONTENT);
    byte[] noise = "no archive".getBytes(StandardCharsets.UTF_8);
    for (byte[] archive : List.of(cut, other, noise)) {
      Path brought = Files.write(folder.resolve("brought"), archive);
      List<String> client = script("cp '" + brought + "' mine-1.0.0.tgz");
      assertThat(failuresOf(client, npm(NpmArchiveFixture.integrity(archive), SHA_256)))
          .startsWith("the package ")
          .doesNotContain("\n");
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileThatCannotBeConvertedIsRefused() throws IOException {
    try (ModelServer server = new ModelServer(CONTENT)) {
      String source = url(server) + "        conversion: tflite\n";
      assertThat(failuresOf(NO_NPM, source)).contains("cannot be converted");
    }
  }

  @Test
  void aModelWithoutASourceSaysWhereToPutItsFile() throws IOException {
    ModelFetcher fetcher = fetcher(NO_NPM, "");
    assertThatThrownBy(() -> fetcher.fetch(mine()))
        .hasMessageContaining("mine.onnx")
        .hasMessageContaining(models().cache().toString());
  }

  private String failuresOf(List<String> npm, String sources) throws IOException {
    failures.clear();
    ModelFetcher fetcher = fetcher(npm, sources);
    assertThatThrownBy(() -> fetcher.fetch(mine())).isInstanceOf(EngineUnavailableException.class);
    return String.join("|", failures);
  }

  private List<String> script(String text) throws IOException {
    return List.of("sh", Files.writeString(folder.resolve("npm.sh"), text).toString());
  }

  private static String url(ModelServer server) {
    return "      - url: " + server.url() + "\n        size: " + CONTENT.length + "\n";
  }

  private static String npm(String integrity, String sha256) {
    return """
              - npm: mine@1.0.0
                integrity: %s
                path: models/mine.bin
                sha256: %s
        """
        .formatted(integrity, sha256);
  }

  private ModelFetcher fetcher(List<String> npm, String sources) throws IOException {
    Files.writeString(
        folder.resolve("models.yaml"),
        "models:\n  - name: mine\n    role: landmarks\n    file: mine.onnx\n    sha256: "
            + SHA_256
            + (sources.isEmpty() ? "\n" : "\n    sources:\n" + sources));
    return new ModelFetcher(models(), new Recorder(), new NpmClient(npm));
  }

  private ModelEntry mine() {
    return models().entry("mine");
  }

  private ModelFiles models() {
    return ModelFiles.inFolders(folder, folder.resolve("cache"));
  }

  private List<String> filesInCache() throws IOException {
    try (Stream<Path> files = Files.list(models().cache())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .toList();
    }
  }

  private final class Recorder implements FetchListener {
    @Override
    public void started(ModelEntry model, ModelSource source) {
      // Only failures are of interest.
    }

    @Override
    public void progressed(long bytes, long of) {
      assertThat(bytes).isBetween(1L, of);
    }

    @Override
    public void failed(ModelEntry model, ModelSource source, String reason) {
      failures.add(reason);
    }

    @Override
    public void waiting() {
      // Whether there is anything to wait for depends on the threads.
    }
  }
}
