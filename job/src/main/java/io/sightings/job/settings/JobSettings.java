package io.sightings.job.settings;

import io.sightings.contract.settings.Check;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.azure.settings.AzureSettings;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * All the job can be told. The file {@code conf/job.yaml} lists every key with its meaning.
 *
 * @param kafka broker and topics
 * @param engine detector, embedder and the quality gate
 * @param detect how frames are worked on
 * @param track when a face is followed, and when it is worth identifying
 * @param identify how faces are worked on
 * @param ask which faces an identification service is asked about
 * @param azure the service, its budget, and what is done while it fails
 * @param sighting the rules of a visit
 * @param watchlist whom to alert for
 * @param files the date-partitioned files
 * @param checkpoint how often progress is made safe and results become visible
 * @param quarantine when a frame that ends processes is diverted
 */
public record JobSettings(
    KafkaSettings kafka,
    EngineSettings engine,
    WorkSettings detect,
    TrackSettings track,
    WorkSettings identify,
    AskSettings ask,
    AzureSettings azure,
    SightingSettings sighting,
    List<WatchRule> watchlist,
    FilesSettings files,
    CheckpointSettings checkpoint,
    QuarantineSettings quarantine)
    implements Serializable {

  public JobSettings {
    watchlist = watchlist == null ? List.of() : List.copyOf(watchlist);
    Check.that(
        watchlist.stream().map(WatchRule::name).distinct().count() == watchlist.size(),
        "watchlist",
        watchlist.stream().map(WatchRule::name).toList(),
        "names that differ");
    // A checkpoint may take all the time it is given, and what it covers waits in a transaction.
    Duration longest = checkpoint.interval().plus(checkpoint.timeout());
    Check.that(
        kafka.transactionTimeout().compareTo(longest) > 0,
        "kafka.transactionTimeout",
        kafka.transactionTimeout(),
        "more than checkpoint.interval + checkpoint.timeout, and as much more as a recovery may"
            + " take");
  }

  public static JobSettings defaults() {
    return new JobSettings(
        KafkaSettings.defaults(),
        EngineSettings.DEFAULT,
        WorkSettings.defaults(),
        TrackSettings.defaults(),
        WorkSettings.defaults(),
        AskSettings.defaults(),
        AzureSettings.DEFAULT,
        SightingSettings.defaults(),
        List.of(),
        FilesSettings.defaults(),
        CheckpointSettings.defaults(),
        QuarantineSettings.defaults());
  }

  public JobSettings withKafka(KafkaSettings other) {
    return new JobSettings(
        other,
        engine,
        detect,
        track,
        identify,
        ask,
        azure,
        sighting,
        watchlist,
        files,
        checkpoint,
        quarantine);
  }

  public JobSettings withEngine(EngineSettings other) {
    return new JobSettings(
        kafka,
        other,
        detect,
        track,
        identify,
        ask,
        azure,
        sighting,
        watchlist,
        files,
        checkpoint,
        quarantine);
  }

  public JobSettings withDetect(WorkSettings other) {
    return new JobSettings(
        kafka,
        engine,
        other,
        track,
        identify,
        ask,
        azure,
        sighting,
        watchlist,
        files,
        checkpoint,
        quarantine);
  }

  public JobSettings withTrack(TrackSettings other) {
    return new JobSettings(
        kafka,
        engine,
        detect,
        other,
        identify,
        ask,
        azure,
        sighting,
        watchlist,
        files,
        checkpoint,
        quarantine);
  }

  public JobSettings withIdentify(WorkSettings other) {
    return new JobSettings(
        kafka,
        engine,
        detect,
        track,
        other,
        ask,
        azure,
        sighting,
        watchlist,
        files,
        checkpoint,
        quarantine);
  }

  public JobSettings withAsk(AskSettings other) {
    return new JobSettings(
        kafka,
        engine,
        detect,
        track,
        identify,
        other,
        azure,
        sighting,
        watchlist,
        files,
        checkpoint,
        quarantine);
  }

  public JobSettings withAzure(AzureSettings other) {
    return new JobSettings(
        kafka,
        engine,
        detect,
        track,
        identify,
        ask,
        other,
        sighting,
        watchlist,
        files,
        checkpoint,
        quarantine);
  }

  public JobSettings withSighting(SightingSettings other) {
    return new JobSettings(
        kafka,
        engine,
        detect,
        track,
        identify,
        ask,
        azure,
        other,
        watchlist,
        files,
        checkpoint,
        quarantine);
  }

  public JobSettings withWatchlist(List<WatchRule> other) {
    return new JobSettings(
        kafka,
        engine,
        detect,
        track,
        identify,
        ask,
        azure,
        sighting,
        other,
        files,
        checkpoint,
        quarantine);
  }

  public JobSettings withFiles(FilesSettings other) {
    return new JobSettings(
        kafka,
        engine,
        detect,
        track,
        identify,
        ask,
        azure,
        sighting,
        watchlist,
        other,
        checkpoint,
        quarantine);
  }

  public JobSettings withCheckpoint(CheckpointSettings other) {
    return new JobSettings(
        kafka,
        engine,
        detect,
        track,
        identify,
        ask,
        azure,
        sighting,
        watchlist,
        files,
        other,
        quarantine);
  }

  public JobSettings withQuarantine(QuarantineSettings other) {
    return new JobSettings(
        kafka,
        engine,
        detect,
        track,
        identify,
        ask,
        azure,
        sighting,
        watchlist,
        files,
        checkpoint,
        other);
  }

  /** Whether an identification service is asked who people are. */
  public boolean asks() {
    return identify.by() == WorkSettings.By.AZURE;
  }

  /** After which a frame is given up: later than the service gives up a question about it. */
  public Duration detectTimeout() {
    return detect.by() == WorkSettings.By.AZURE
        ? azure.identify().recordedPatience().plus(detect.timeout())
        : detect.timeout();
  }

  /** Whether the service is needed at all. */
  public boolean usesAzure() {
    return asks() || detect.by() == WorkSettings.By.AZURE;
  }
}
