package io.sightings.faults.hostile;

import io.sightings.contract.codec.SightingsTopics;
import io.sightings.faults.hostile.input.HostileInputGenerator.Planned;
import io.sightings.faults.hostile.input.HostileSources;
import io.sightings.faults.hostile.input.ProductEntrance;
import io.sightings.faults.hostile.send.FileSender;
import io.sightings.faults.hostile.send.InputSender;
import io.sightings.faults.hostile.send.RecordSender;
import io.sightings.faults.hostile.send.RequestSender;
import io.sightings.faults.hostile.send.SettingsSender;
import io.sightings.faults.hostile.send.WatchedFolderOutcomes;
import io.sightings.faults.hostile.watch.FindingLog;
import io.sightings.faults.hostile.watch.InputOutcomeCounts;
import io.sightings.faults.hostile.watch.RejectedFrameIndex;
import io.sightings.faults.product.KillableIngestor;
import io.sightings.faults.product.LocalProduct;
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
final class HostileInputDispatcher implements AutoCloseable {
  private final Map<ProductEntrance, InputSender> senders = new EnumMap<>(ProductEntrance.class);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<WatchedFolderOutcomes> folders;

  /**
   * @param watched folder for hostile files
   * @param bait what links in that folder lead to
   */
  HostileInputDispatcher(
      LocalProduct product,
      Path watched,
      Path bait,
      InputOutcomeCounts tally,
      FindingLog findings,
      RejectedFrameIndex rejected)
      throws IOException {
    KillableIngestor ingestor = product.ingestors().get(0);
    Files.createDirectories(watched);
    ingestor.declare("{id: %s, upload: true}".formatted(HostileSources.DOOR));
    ingestor.declare("{id: %s, watch: \"%s\"}".formatted(HostileSources.FOLDER, watched));
    Path uploads = ingestor.state().resolve("uploads").resolve(HostileSources.DOOR);
    WatchedFolderOutcomes files = new WatchedFolderOutcomes(watched, tally, findings);
    WatchedFolderOutcomes videos = new WatchedFolderOutcomes(uploads, tally, findings);
    folders = List.of(files, videos);
    InputSender requests =
        new RequestSender(
            ingestor.port(), ingestor.statusPort(), tally, findings, rejected, videos);
    senders.put(
        ProductEntrance.FRAMES,
        new RecordSender(product.broker(), SightingsTopics.FRAMES.name(), tally, rejected::sent));
    senders.put(
        ProductEntrance.PEOPLE,
        new RecordSender(
            product.broker(),
            SightingsTopics.PEOPLE.name(),
            tally,
            (partition, offset, mark) -> {}));
    senders.put(ProductEntrance.IMAGES, requests);
    senders.put(ProductEntrance.VIDEOS, requests);
    senders.put(ProductEntrance.HTTP, requests);
    senders.put(ProductEntrance.FILES, new FileSender(files, bait, tally));
    senders.put(ProductEntrance.SETTINGS, new SettingsSender(tally, findings));
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
  List<WatchedFolderOutcomes> folders() {
    return folders;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    senders.values().forEach(InputSender::close);
  }
}
