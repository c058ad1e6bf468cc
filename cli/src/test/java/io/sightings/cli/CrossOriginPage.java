package io.sightings.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends to Flink's REST port what a page in a browser can send without being asked first: from
 * another origin, or under a name of the attacker's that resolves to this machine.
 */
public final class CrossOriginPage {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final Pattern JOB = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");
  private static final String JAR = "00000000-0000-0000-0000-000000000000_evil.jar";
  private static final String FORM = "multipart/form-data; boundary=b";
  private static final String UPLOAD =
      "--b\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"evil.jar\"\r\n"
          + "Content-Type: application/x-java-archive\r\n\r\nPK\r\n--b--\r\n";
  private static final String SUBMISSION =
      "--b\r\nContent-Disposition: form-data; name=\"request\"\r\n"
          + "Content-Type: application/json\r\n\r\n{}\r\n--b--\r\n";

  private final URI rest;

  public CrossOriginPage(URI rest) {
    this.rest = rest;
  }

  /**
   * Uploads, runs, submits, cancels and reads.
   *
   * @return each request with the first line of its answer, such as {@code POST /jobs from
   *     http://evil.example: HTTP/1.1 403 Forbidden}
   */
  public List<String> attack() throws IOException {
    String job = runningJob();
    List<String> answers = new ArrayList<>();
    String rebound = "evil.example:" + rest.getPort();
    for (String[] page :
        new String[][] {
          {rest.getAuthority(), "http://evil.example"},
          {rest.getAuthority(), "null"},
          {rebound, "http://" + rebound},
          {rebound, ""}
        }) {
      for (String[] request :
          new String[][] {
            {"POST /jars/upload", FORM, UPLOAD},
            {"POST /jars/" + JAR + "/run", "text/plain", ""},
            {"GET /jars/" + JAR + "/plan", "text/plain", ""},
            {"POST /jobs", FORM, SUBMISSION},
            {"PATCH /jobs/" + job + "?mode=cancel", "text/plain", ""},
            {"GET /jobs/" + job + "/yarn-cancel", "text/plain", ""},
            {"DELETE /cluster", "text/plain", ""},
            {"OPTIONS /jobs", "text/plain", ""},
            {"GET /jobs", "text/plain", ""},
            {"GET /config", "text/plain", ""},
            {"GET /", "text/plain", ""}
          }) {
        answers.add(
            request[0]
                + " from "
                + page[1]
                + ": "
                + answer(page[0], page[1], request[0], request[1], request[2])
                    .lines()
                    .findFirst()
                    .orElse("no answer"));
      }
    }
    return answers;
  }

  /**
   * The id of a job, in hex, as a program reads it, which is no browser and sends no Origin.
   *
   * @throws IOException if Flink does not answer or runs no job
   */
  public String runningJob() throws IOException {
    String answer = answer(rest.getAuthority(), "", "GET /jobs", "text/plain", "");
    Matcher job = JOB.matcher(answer);
    if (!job.find()) {
      throw new IOException(rest + " names no job: " + answer);
    }
    return job.group(1);
  }

  private String answer(String host, String origin, String request, String type, String body)
      throws IOException {
    String head =
        request
            + " HTTP/1.1\r\nHost: "
            + host
            + (origin.isEmpty() ? "" : "\r\nOrigin: " + origin)
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length()
            + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(rest.getHost(), rest.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write((head + body).getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
