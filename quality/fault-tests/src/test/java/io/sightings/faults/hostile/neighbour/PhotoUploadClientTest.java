package io.sightings.faults.hostile.neighbour;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that closes a connection when a request has come in, instead of an answer. */
class PhotoUploadClientTest {
  private static final byte[] PHOTO = {1, 2, 3};
  private static final byte[] ANSWER =
      "HTTP/1.1 202 Accepted\r\nContent-Length: 12\r\n\r\n{\"id\":\"f-1\"}".getBytes(US_ASCII);

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private ServerSocket server;
  private PhotoUploadClient client;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    client = new PhotoUploadClient(server.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    thread.shutdownNow();
  }

  @Test
  void aPhotoThatMeetsTheEndOfAnIdleConnectionIsSentAgain() throws Exception {
    thread.execute(() -> serve(1, 1));

    assertThat(send().frame()).isEqualTo("f-1");
    assertThat(send().frame()).isEqualTo("f-1");

    assertThat(client.repeats()).isEqualTo(1);
  }

  @Test
  void aFreshConnectionThatIsClosedIsAFault() {
    thread.execute(() -> serve(0, 1));

    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(client.repeats()).isZero();
  }

  @Test
  void aPhotoIsSentAgainOnce() throws Exception {
    thread.execute(() -> serve(1, 0, 1));

    send();

    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(client.repeats()).isEqualTo(1);
  }

  private PhotoUploadClient.Answer send() throws IOException, InterruptedException {
    return client.send("door", PHOTO, Instant.EPOCH);
  }

  /** Accepts connections, and closes each after so many answers and one more request. */
  private void serve(int... answers) {
    for (int count : answers) {
      try (Socket socket = server.accept()) {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        for (int i = 0; i < count && isRequest(in); i++) {
          socket.getOutputStream().write(ANSWER);
        }
        isRequest(in);
      } catch (IOException stopped) {
        return;
      }
    }
  }

  private static boolean isRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int one; !head.toString().endsWith("\r\n\r\n"); head.append((char) one)) {
      one = in.read();
      if (one < 0) {
        return false;
      }
    }
    return in.readNBytes(PHOTO.length).length == PHOTO.length;
  }
}
