package io.sightings.engine.model.fetch;

import io.sightings.engine.model.ModelSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Downloads from an address. What arrived before a connection broke is not downloaded again. */
final class UrlDownload {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

  /** No model of the catalogue is larger. */
  private static final long MAX_BYTES = 500L << 20;

  private static final int BUFFER = 1 << 16;
  private static final int PARTIAL = HttpURLConnection.HTTP_PARTIAL;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final Path folder;
  private final FetchListener listener;

  UrlDownload(Path folder, FetchListener listener) {
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * @param sha256 names the part that is kept of a broken download
   */
  byte[] fetch(ModelSource source, String sha256) throws FetchException {
    Path part = folder.resolve(sha256.substring(0, 16) + ".part");
    try {
      download(source, part);
      byte[] content = Files.readAllBytes(part);
      Files.delete(part);
      return content;
    } catch (IOException e) {
      throw new FetchException(IoReason.of(e), e);
    }
  }

  private void download(ModelSource source, Path part) throws IOException, FetchException {
    long limit = source.size() == 0 ? MAX_BYTES : source.size();
    long have = Files.exists(part) ? Files.size(part) : 0;
    if (have > limit || have > 0 && have == source.size()) {
      // Complete, yet never verified, or too long: one of the two is wrong.
      Files.delete(part);
      have = 0;
    }
    HttpURLConnection connection = open(source.url(), have);
    try {
      int status = connection.getResponseCode();
      if (status == RANGE_NOT_SATISFIABLE) {
        Files.delete(part);
        throw new FetchException("the server does not continue a broken download; try again");
      }
      if (status != HttpURLConnection.HTTP_OK && status != PARTIAL) {
        throw new FetchException("the server answers " + status);
      }
      long start = status == PARTIAL ? have : 0;
      long of = start + Math.max(0, connection.getContentLengthLong());
      if (source.size() > 0 && of > start && of != source.size()) {
        throw new FetchException("the file has " + of + " bytes, expected " + source.size());
      }
      try (InputStream in = connection.getInputStream();
          OutputStream out =
              Files.newOutputStream(
                  part,
                  StandardOpenOption.CREATE,
                  start > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE)) {
        copy(in, out, start, limit, of > start ? of : source.size());
      }
    } catch (FetchException e) {
      Files.deleteIfExists(part);
      throw e;
    } finally {
      connection.disconnect();
    }
  }

  private void copy(InputStream in, OutputStream out, long start, long limit, long of)
      throws IOException, FetchException {
    byte[] buffer = new byte[BUFFER];
    long done = start;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      done += read;
      if (done > limit) {
        throw new FetchException("the file is longer than " + limit + " bytes");
      }
      out.write(buffer, 0, read);
      listener.progressed(done, of);
    }
    if (done < of) {
      throw new IOException("the connection ends after " + done + " of " + of + " bytes");
    }
  }

  private static HttpURLConnection open(@Nullable String url, long from) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create("" + url).toURL().openConnection();
    connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
    connection.setReadTimeout((int) READ_TIMEOUT.toMillis());
    if (from > 0) {
      connection.setRequestProperty("Range", "bytes=" + from + "-");
    }
    return connection;
  }
}
