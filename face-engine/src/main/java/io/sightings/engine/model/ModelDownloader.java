package io.sightings.engine.model;

import io.sightings.engine.EngineUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Downloads model files; a file under its final name is always whole and verified. */
final class ModelDownloader {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration WHOLE = Duration.ofMinutes(10);

  private final Path folder;

  ModelDownloader(Path folder) {
    this.folder = folder;
  }

  Path fetch(ModelEntry entry) {
    if (entry.url() == null) {
      throw new EngineUnavailableException(
          "The model "
              + entry.name()
              + " has no address to download from; put "
              + entry.file()
              + " into "
              + folder
              + ".");
    }
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, entry.file(), ".part");
      try {
        download(entry, unfinished);
        verify(entry, unfinished);
        Path target = folder.resolve(entry.file());
        return Files.move(
            unfinished,
            target,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw failed(entry, e.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(entry, "interrupted", e);
    }
  }

  private static void download(ModelEntry entry, Path target)
      throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request = HttpRequest.newBuilder(URI.create(entry.url())).timeout(WHOLE).build();
    int status = client.send(request, HttpResponse.BodyHandlers.ofFile(target)).statusCode();
    if (status != 200) {
      throw new IOException("the server answered " + status);
    }
  }

  private static void verify(ModelEntry entry, Path file) throws IOException {
    String actual = Sha256Digest.of(Files.readAllBytes(file));
    if (!actual.equalsIgnoreCase(entry.sha256())) {
      throw new IOException("its SHA-256 is " + actual + ", expected " + entry.sha256());
    }
  }

  private static EngineUnavailableException failed(ModelEntry entry, String why, Exception cause) {
    return new EngineUnavailableException(
        "The model "
            + entry.name()
            + " could not be downloaded from "
            + entry.url()
            + ": "
            + why
            + ".",
        cause);
  }
}
