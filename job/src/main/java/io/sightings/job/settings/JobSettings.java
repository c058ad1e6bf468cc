package io.sightings.job.settings;

import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.settings.SettingChecks;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.ShotSettings;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All the job can be told. The file {@code conf/job.yaml} lists every key with its meaning.
 *
 * @param kafka broker and topics
 * @param engine detector, embedder and the quality gate
 * @param detect how frames are worked on
 * @param track when a face is followed, and when it is worth identifying
 * @param identify who names faces, and how sure that must be
 * @param ask which faces an identification service is asked about
 * @param azure the service, its budget, and what is done while it fails
 * @param sighting the rules of a visit
 * @param watchlist whom to alert for
 * @param files the date-partitioned files
 * @param checkpoint how often progress is made safe and results become visible
 * @param quarantine when a frame that ends processes is diverted
 */
@RecordBuilder
public record JobSettings(
    KafkaSettings kafka,
    EngineSettings engine,
    WorkSettings detect,
    TrackSettings track,
    FaceIdentifySettings identify,
    RemoteIdentifySettings ask,
    AzureSettings azure,
    SightingSettings sighting,
    List<WatchRule> watchlist,
    FilesSettings files,
    CheckpointSettings checkpoint,
    QuarantineSettings quarantine)
    implements Serializable, JobSettingsBuilder.With {

  public JobSettings {
    watchlist = watchlist == null ? List.of() : List.copyOf(watchlist);
    SettingChecks.that(
        watchlist.stream().map(WatchRule::name).distinct().count() == watchlist.size(),
        "watchlist",
        watchlist.stream().map(WatchRule::name).toList(),
        "names that differ");
    SettingChecks.that(
        identify.falseMatchRate() == 0 || engine.threshold() == 0,
        "identify.falseMatchRate",
        identify.falseMatchRate(),
        "0 where engine.threshold is set, which is " + engine.threshold() + "; set one of the two");
    // A checkpoint may take all the time it is given, and what it covers waits in a transaction.
    Duration longest = checkpoint.interval().plus(checkpoint.timeout());
    SettingChecks.that(
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
        FaceIdentifySettings.defaults(),
        RemoteIdentifySettings.defaults(),
        AzureSettings.DEFAULT,
        SightingSettings.defaults(),
        List.of(),
        FilesSettings.defaults(),
        CheckpointSettings.defaults(),
        QuarantineSettings.defaults());
  }

  /** Whether an identification service is asked who people are. */
  public boolean asks() {
    return identify.by() == WorkSettings.By.AZURE;
  }

  /** How the pictures of faces are cut that an identification service is sent; empty for none. */
  public Optional<ShotSettings> shots() {
    return asks() ? Optional.of(azure.identify().shots()) : Optional.empty();
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
