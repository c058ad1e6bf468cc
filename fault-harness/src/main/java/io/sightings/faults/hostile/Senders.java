package io.sightings.faults.hostile;

import io.sightings.contract.codec.Topics;
import io.sightings.faults.hostile.input.Entrance;
import io.sightings.faults.hostile.input.HostileSources;
import io.sightings.faults.hostile.input.InputPlan.Planned;
import io.sightings.faults.hostile.send.FileSender;
import io.sightings.faults.hostile.send.FolderFates;
import io.sightings.faults.hostile.send.InputSender;
import io.sightings.faults.hostile.send.RecordSender;
import io.sightings.faults.hostile.send.RequestSender;
import io.sightings.faults.hostile.send.SettingsSender;
import io.sightings.faults.hostile.watch.Findings;
import io.sightings.faults.hostile.watch.OutcomeTally;
import io.sightings.faults.hostile.watch.RejectedFrames;
import io.sightings.faults.product.Ingestor;
import io.sightings.faults.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** The ways into one product. */
final class Senders implements AutoCloseable {
  private final Map<Entrance, InputSender> senders = new EnumMap<>(Entrance.class);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<FolderFates> folders;

  /**
   * @param watched folder for hostile files
   * @param bait what links in that folder lead to
   */
  Senders(
      Product product,
      Path watched,
      Path bait,
      OutcomeTally tally,
      Findings findings,
      RejectedFrames rejected)
      throws IOException {
    Ingestor ingestor = product.ingestors().get(0);
    Files.createDirectories(watched);
    ingestor.declare("{id: %s, upload: true}".formatted(HostileSources.DOOR));
    ingestor.declare("{id: %s, watch: \"%s\"}".formatted(HostileSources.FOLDER, watched));
    Path uploads = ingestor.state().resolve("uploads").resolve(HostileSources.DOOR);
    FolderFates files = new FolderFates(watched, tally, findings);
    FolderFates videos = new FolderFates(uploads, tally, findings);
    folders = List.of(files, videos);
    InputSender requests =
        new RequestSender(
            ingestor.port(), ingestor.statusPort(), tally, findings, rejected, videos);
    senders.put(
        Entrance.FRAMES,
        new RecordSender(product.broker(), Topics.FRAMES.name(), tally, rejected::sent));
    senders.put(
        Entrance.PEOPLE,
        new RecordSender(
            product.broker(), Topics.PEOPLE.name(), tally, (partition, offset, mark) -> {}));
    senders.put(Entrance.IMAGES, requests);
    senders.put(Entrance.VIDEOS, requests);
    senders.put(Entrance.HTTP, requests);
    senders.put(Entrance.FILES, new FileSender(files, bait, tally));
    senders.put(Entrance.SETTINGS, new SettingsSender(tally, findings));
  }

  /** Sends all of them, over all entrances at once. */
  void send(List<Planned> inputs) throws InterruptedException {
    Map<InputSender, List<Planned>> shares =
        inputs.stream().collect(Collectors.groupingBy(one -> senders.get(one.mark().entrance())));
    List<Future<?>> sent = new ArrayList<>();
    shares.forEach(
        (sender, share) ->
            sent.add(
                threads.submit(
                    () -> {
                      sender.send(share);
                      return null;
                    })));
    for (Future<?> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a sender failed", e.getCause());
      }
    }
  }

  /** Waits for slow clients. */
  void finish() throws InterruptedException {
    for (InputSender sender : senders.values()) {
      sender.finish();
    }
  }

  /** The folders the ingestor reads hostile files from. */
  List<FolderFates> folders() {
    return folders;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    senders.values().forEach(InputSender::close);
  }
}
