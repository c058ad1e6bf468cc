package io.sightings.cli.demo;

import io.sightings.cli.console.InterruptHandler;
import io.sightings.cli.people.EnrolmentCounts;
import io.sightings.cli.people.PhotoEnrolment;
import io.sightings.cli.people.PhotoEnrolment.PhotoOutcome;
import io.sightings.cli.people.PhotoFolder;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.WorkSettings.By;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.scene.DemoSceneRecording;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.PeopleStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of everything. Everything that was started is stopped in reverse order, however the run
 * ends.
 */
final class DemoRun {
  private static final Logger LOG = LoggerFactory.getLogger(DemoRun.class);

  /** More than two would only wait for each other on a laptop that does all else as well. */
  private static final int TASKS = Math.min(2, Runtime.getRuntime().availableProcessors());

  private final CommandConsole console;
  private final DemoOptions plan;
  private final CountDownLatch stop = new CountDownLatch(1);

  DemoRun(CommandConsole console, DemoOptions plan) {
    this.console = console;
    this.plan = plan;
  }

  int run() throws InterruptedException {
    try (InterruptHandler interruption = InterruptHandler.handledBy(stop::countDown)) {
      try {
        return play();
      } catch (RuntimeException e) {
        if (!interruption.happened()) {
          throw e;
        }
        // Ctrl-C reaches the broker as well: what fails for its absence is no failure.
        LOG.info("Interrupted", e);
        return ExitCode.OK;
      }
    }
  }

  private int play() throws InterruptedException {
    IngestorSettings ingestor = DemoJobSettings.ingestor(plan);
    Optional<DemoProgramme> named =
        plan.drawn()
            ? Optional.empty()
            : Optional.of(DemoProgramme.of(plan.inputs(), ingestor, console));
    Optional<PhotoFolder> photos = Optional.ofNullable(plan.people()).map(PhotoFolder::scan);
    try (AsyncBrokerStarter starting = AsyncBrokerStarter.begin(TASKS)) {
      DemoSceneRecording scene = plan.drawn() ? DemoSceneRecording.make(console) : null;
      DemoProgramme programme =
          named.orElseGet(
              () -> new DemoProgramme(List.of(Objects.requireNonNull(scene).source()), true));
      if (scene != null && photos.isEmpty()) {
        photos = Optional.of(PhotoFolder.scan(scene.people()));
      }
      JobSettings job = DemoJobSettings.job(plan, scene);
      try (FaceEngine engine = FaceEngines.acquire(job.engine());
          DemoFaceService service = service(job);
          TemporaryFolder work = TemporaryFolder.create()) {
        console.say("Engine     " + engine.detectorName() + " and " + engine.embedderName());
        engine.notice().ifPresent(console::say);
        String bootstrap = starting.get().bootstrap();
        console.say("Kafka      " + bootstrap);
        if (service != null) {
          console.say("Azure      " + service.greeting());
          job = job.withAzure(service.settings()).withIdentify(job.identify().withBy(By.AZURE));
        }
        int enrolled =
            service != null && photos.isPresent()
                ? service.enrol(photos.get())
                : enrol(engine, job.engine(), new KafkaAccess(bootstrap), photos);
        int shown =
            show(
                job.withKafka(job.kafka().withBootstrap(bootstrap)),
                ingestor.withKafka(ingestor.kafka().withBootstrap(bootstrap)),
                programme,
                scene,
                service,
                work);
        int missing = programme.complete() ? ExitCode.OK : ExitCode.INPUT;
        return Math.max(missing, Math.max(enrolled, shown));
      }
    }
  }

  private int show(
      JobSettings job,
      IngestorSettings ingestor,
      DemoProgramme programme,
      @Nullable DemoSceneRecording scene,
      @Nullable DemoFaceService service,
      TemporaryFolder work)
      throws InterruptedException {
    plan.out().setAside().ifPresent(path -> console.say("Earlier    " + path));
    plan.out().createSightings();
    KafkaAccess broker = new KafkaAccess(job.kafka().bootstrap());
    try (EmbeddedFlinkCluster flink =
        EmbeddedFlinkCluster.start(job, plan.uiPort(), TASKS, work.path())) {
      console.say("Flink      " + flink.ui());
      console.say("Sightings  " + plan.out().sightings());
      DemoPlayer show = new DemoPlayer(console, broker, flink, job.kafka(), service, stop);
      try (ScenePlayback playback = playback(programme, ingestor, work)) {
        return show.play(playback, scene, plan.keep());
      }
    }
  }

  private ScenePlayback playback(
      DemoProgramme programme, IngestorSettings settings, TemporaryFolder work) {
    return programme.isLive()
        ? LivePlayback.start(
            console,
            settings
                .withSources(programme.inputs())
                .withServer(settings.server().withPort(0).withStatusPort(0))
                .withState(work.path().resolve("ingestor").toString()))
        : FilePlayback.start(console, settings, programme.inputs());
  }

  /** Null where faces are named here. */
  private @Nullable DemoFaceService service(JobSettings job) {
    return switch (plan.naming()) {
      case LOCAL -> null;
      case AZURE -> DemoFaceService.real(job.azure(), plan.drawn(), console);
      case STAND_IN -> DemoFaceService.standIn(job.engine(), job.azure(), console);
    };
  }

  /** Makes those known whose photos there are; says which photos are of no use. */
  private int enrol(
      FaceEngine engine,
      EngineSettings settings,
      KafkaAccess broker,
      Optional<PhotoFolder> photos) {
    if (photos.isEmpty()) {
      console.say("People     nobody is known: --people DIR makes them known by their photos");
      return ExitCode.OK;
    }
    EnrolmentCounts tally = new EnrolmentCounts();
    try (PeopleStore store = PeopleStore.open(broker)) {
      new PhotoEnrolment(engine, settings, store)
          .enrol(
              photos.get(),
              outcome -> {
                tally.count(outcome);
                if (outcome.kind() == PhotoOutcome.Kind.REJECTED) {
                  console.complain(outcome.photo() + " is not enrolled: " + outcome.text());
                }
              });
    }
    console.say("People     " + tally.sentence());
    return tally.count(PhotoOutcome.Kind.REJECTED) == 0 ? ExitCode.OK : ExitCode.INPUT;
  }
}
