package io.sightings.cli.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class AzureEmulatorCommandTest {
  private final StringWriter said = new StringWriter();

  @Test
  void itSaysHowToUseItAndRunsUntilItIsEnded() throws Exception {
    PipedWriter pipe = new PipedWriter();
    FutureTask<Integer> command =
        new FutureTask<>(
            () ->
                Main.run(
                    new PrintWriter(pipe, true),
                    new PrintWriter(said, true),
                    "azure-fake",
                    "--port=0",
                    "--key=my-key",
                    "--engine=offline"));
    Thread thread = new Thread(command, "azure-fake");
    try (BufferedReader out = new BufferedReader(new PipedReader(pipe, 4096))) {
      thread.start();
      String endpoint = after("  export AZURE_FACE_ENDPOINT=", out);
      assertThat(after("  export AZURE_FACE_KEY=", out)).isEqualTo("my-key");
      after("Ctrl-C ends it.", out);
      HttpRequest health = HttpRequest.newBuilder(URI.create(endpoint + "/-/health")).build();
      assertThat(HttpClient.newHttpClient().send(health, BodyHandlers.ofString()).body())
          .contains("\"status\":\"up\"");
    } finally {
      thread.interrupt();
    }
    assertThat(command.get()).isZero();
  }

  private static String after(String begin, BufferedReader out) throws IOException {
    String line = out.readLine();
    while (!line.startsWith(begin)) {
      line = out.readLine();
    }
    return line.substring(begin.length());
  }

  @Test
  void otherMachinesAreLetInOnlyWhereThatIsWanted() {
    assertThat(run("--host=0.0.0.0", "--port=0")).isEqualTo(2);
    assertThat(said.toString()).contains("--host 0.0.0.0", "--allow-remote");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(run("--port=" + port, "--engine=offline")).isEqualTo(3);
      assertThat(said.toString()).contains("127.0.0.1:" + port, "choose another port");
    }
  }

  private int run(String... more) {
    String[] all = new String[more.length + 1];
    all[0] = "azure-fake";
    System.arraycopy(more, 0, all, 1, more.length);
    PrintWriter writer = new PrintWriter(said, true);
    return Main.run(writer, writer, all);
  }
}
