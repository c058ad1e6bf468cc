package io.sightings.benchmarks.live;

import io.sightings.toolkit.process.IngestorProcess;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Somebody who uploads a picture now and then, and again until it is taken. */
final class SteadyUploader implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI uri;
  private final Set<String> taken = new TreeSet<>();
  private final Thread thread;
  private long refused;
  private long begun;

  /**
   * @param everyMillis from one picture to the next
   */
  SteadyUploader(int port, String source, long everyMillis) {
    uri = URI.create("http://127.0.0.1:" + port + "/v1/sources/" + source + "/images");
    thread = new Thread(() -> work(everyMillis), "uploads");
    thread.setDaemon(true);
    thread.start();
  }

  private void work(long everyMillis) {
    try {
      for (int n = 0; true; n++) {
        upload(picture(n));
        WallClockPause.millis(everyMillis);
      }
    } catch (InterruptedException e) {
      // It is over.
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void upload(byte[] picture) throws InterruptedException {
    synchronized (this) {
      begun++;
    }
    while (true) {
      try {
        HttpRequest request =
            HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + IngestorProcess.TOKEN)
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(picture))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 202) {
          taken(answer.body());
          return;
        }
      } catch (IOException again) {
        // The ingestor is away, or gave up waiting: as any other refusal.
      }
      synchronized (this) {
        refused++;
      }
      WallClockPause.millis(500);
    }
  }

  private synchronized void taken(String body) {
    Matcher id = ID.matcher(body);
    while (id.find()) {
      taken.add(id.group(1));
    }
  }

  private static byte[] picture(int n) throws IOException {
    BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(new Color(37 * n & 0xff, 91 * n & 0xff, 53 * n & 0xff));
    pen.fillRect(0, 0, 320, 240);
    pen.setColor(Color.WHITE);
    pen.drawString("upload " + n, 20, 120);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", bytes);
    return bytes.toByteArray();
  }

  /** Ids of the frames that were said to be taken. */
  synchronized Set<String> taken() {
    return new TreeSet<>(taken);
  }

  synchronized long begun() {
    return begun;
  }

  synchronized long refused() {
    return refused;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
