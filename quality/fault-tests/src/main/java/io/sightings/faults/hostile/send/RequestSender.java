package io.sightings.faults.hostile.send;

import io.sightings.faults.hostile.input.HostileInput.HostileRequest;
import io.sightings.faults.hostile.input.HostileInput.InputReference;
import io.sightings.faults.hostile.input.HostileInput.Manner;
import io.sightings.faults.hostile.input.HostileInputGenerator.Planned;
import io.sightings.faults.hostile.input.ProductEntrance;
import io.sightings.faults.hostile.watch.FindingLog;
import io.sightings.faults.hostile.watch.FindingType;
import io.sightings.faults.hostile.watch.InputOutcome;
import io.sightings.faults.hostile.watch.InputOutcomeCounts;
import io.sightings.faults.hostile.watch.RejectedFrameIndex;
import io.sightings.process.ProcessAwait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends requests over some connections at once. */
public final class RequestSender implements InputSender {
  private static final int CLIENTS = 6;

  /** Clients that take their time; the other requests do not wait for them. */
  private static final int SLOW_CLIENTS = 3;

  private static final int ATTEMPTS = 30;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Pattern FRAME = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern VIDEO = Pattern.compile("\"video\":\"([^\"]+)\"");

  /** One of so many requests goes to the status port. */
  private static final int STATUS_SHARE = 4;

  private final int port;
  private final int statusPort;
  private final InputOutcomeCounts tally;
  private final FindingLog findings;
  private final RejectedFrameIndex frames;
  private final WatchedFolderOutcomes videos;
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
  private final ExecutorService slowThreads = Executors.newFixedThreadPool(SLOW_CLIENTS);
  private final List<Future<?>> slow = new ArrayList<>();

  /**
   * @param port of uploads
   * @param statusPort of health and metrics, which gets a part of the requests
   * @param frames receives uploads that became frames
   * @param videos receives uploads that became files
   */
  public RequestSender(
      int port,
      int statusPort,
      InputOutcomeCounts tally,
      FindingLog findings,
      RejectedFrameIndex frames,
      WatchedFolderOutcomes videos) {
    this.port = port;
    this.statusPort = statusPort;
    this.tally = tally;
    this.findings = findings;
    this.frames = frames;
    this.videos = videos;
  }

  @Override
  public void send(List<Planned> inputs) throws InterruptedException {
    Map<Boolean, List<Planned>> bySlowness =
        inputs.stream().collect(Collectors.partitioningBy(RequestSender::isSlow));
    for (Planned one : bySlowness.getOrDefault(true, List.of())) {
      slow.add(slowThreads.submit(() -> sendEach(List.of(one), 0)));
    }
    List<Planned> quick = bySlowness.getOrDefault(false, List.of());
    List<Future<?>> shares = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int first = client;
      shares.add(threads.submit(() -> sendEach(quick, first)));
    }
    await(shares);
  }

  private static boolean isSlow(Planned planned) {
    Manner manner = ((HostileRequest) planned.input()).manner();
    return manner == Manner.WAITS || manner == Manner.DRIPS;
  }

  private static void await(List<Future<?>> shares) throws InterruptedException {
    for (Future<?> share : shares) {
      try {
        share.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a client failed", e.getCause());
      }
    }
  }

  @Override
  public void finish() throws InterruptedException {
    await(slow);
  }

  private void sendEach(List<Planned> inputs, int first) {
    try (HostileClient client = new HostileClient(port);
        HostileClient statusClient = new HostileClient(statusPort)) {
      for (int i = first; i < inputs.size(); i += CLIENTS) {
        InputReference mark = inputs.get(i).mark();
        boolean status =
            mark.entrance() == ProductEntrance.HTTP && mark.index() % STATUS_SHARE == 0;
        send(status ? statusClient : client, inputs.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a socket cannot be closed", e);
    }
  }

  private void send(HostileClient client, Planned planned) {
    InputReference mark = planned.mark();
    HostileRequest request = (HostileRequest) planned.input();
    for (int attempt = 1; ; attempt++) {
      try {
        List<RawHttpResponse> answers = client.send(request);
        boolean pressed =
            answers.stream().anyMatch(one -> isBusy(one.status()) || isPressure(one.status()));
        if (!pressed || attempt == ATTEMPTS) {
          count(mark, answers);
          return;
        }
        ProcessAwait.within(PAUSE, () -> false);
      } catch (SocketTimeoutException e) {
        findings.add(FindingType.NO_ANSWER, "no answer: " + e.getMessage(), List.of(mark));
        tally.count(mark, InputOutcome.REFUSED);
        return;
      } catch (ConnectException e) {
        // The server is away, which is found elsewhere.
        tally.count(mark, InputOutcome.UNSENT);
        return;
      } catch (IOException e) {
        tally.count(mark, InputOutcome.REFUSED);
        return;
      }
    }
  }

  private static boolean isBusy(int status) {
    return status == 429;
  }

  /** Kafka or the disk do not keep up. */
  private static boolean isPressure(int status) {
    return status == 503 || status == 507;
  }

  private void count(InputReference mark, List<RawHttpResponse> answers) {
    InputOutcome outcome = InputOutcome.REFUSED;
    for (RawHttpResponse answer : answers) {
      if (isPressure(answer.status())) {
        outcome = InputOutcome.PRESSED_BACK;
      } else if (answer.status() >= 500) {
        String text = "answered " + answer.status() + ": " + answer.body();
        findings.add(FindingType.SERVER_ERROR, text, List.of(mark));
      } else if (answer.status() < 400) {
        outcome = InputOutcome.ACCEPTED;
        follow(mark, answer.body());
      }
    }
    if (outcome != InputOutcome.ACCEPTED || !VIDEO.matcher(bodies(answers)).find()) {
      tally.count(mark, outcome);
    }
  }

  private static String bodies(List<RawHttpResponse> answers) {
    StringBuilder all = new StringBuilder();
    answers.forEach(answer -> all.append(answer.body()));
    return all.toString();
  }

  /** A video is counted when its file has been read. */
  private void follow(InputReference mark, String body) {
    Matcher video = VIDEO.matcher(body);
    if (video.find()) {
      videos.put(video.group(1), mark);
    }
    Matcher frame = FRAME.matcher(body);
    while (frame.find()) {
      frames.uploaded(frame.group(1), mark);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    slowThreads.shutdownNow();
  }
}
