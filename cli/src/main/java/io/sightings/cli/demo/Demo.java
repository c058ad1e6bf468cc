package io.sightings.cli.demo;

import io.sightings.cli.console.Console;
import io.sightings.cli.console.ExitCode;
import io.sightings.cli.console.Interruption;
import io.sightings.cli.kafka.Broker;
import io.sightings.cli.people.Enrolment;
import io.sightings.cli.people.EnrolmentTally;
import io.sightings.cli.people.PeopleStore;
import io.sightings.cli.people.PhotoFolder;
import io.sightings.cli.people.PhotoOutcome;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.WorkSettings.By;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of everything. Whatever was started is stopped, in reverse order, however it ends. */
final class Demo {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

  /** More than two would only wait for each other on a laptop that does all else as well. */
  private static final int TASKS = Math.min(2, Runtime.getRuntime().availableProcessors());

  private final Console console;
  private final DemoPlan plan;
  private final CountDownLatch stop = new CountDownLatch(1);

  Demo(Console console, DemoPlan plan) {
    this.console = console;
    this.plan = plan;
  }

  int run() throws InterruptedException {
    try (Interruption interruption = Interruption.handledBy(stop::countDown)) {
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
    IngestorSettings ingestor = DemoSettings.ingestor(plan);
    Optional<Programme> named =
        plan.drawn()
            ? Optional.empty()
            : Optional.of(Programme.of(plan.inputs(), ingestor, console));
    Optional<PhotoFolder> photos = Optional.ofNullable(plan.people()).map(PhotoFolder::scan);
    try (StartingBroker starting = StartingBroker.begin(TASKS)) {
      DrawnScene scene = plan.drawn() ? DrawnScene.make(console) : null;
      Programme programme = named.orElseGet(() -> new Programme(List.of(scene.source()), true));
      if (scene != null && photos.isEmpty()) {
        photos = Optional.of(PhotoFolder.scan(scene.people()));
      }
      JobSettings job = DemoSettings.job(plan, scene);
      try (FaceEngine engine = FaceEngines.acquire(job.engine());
          NamingService service = service(job);
          WorkFolder work = WorkFolder.create()) {
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
                : enrol(engine, job.engine(), new Broker(bootstrap), photos);
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
      Programme programme,
      DrawnScene scene,
      NamingService service,
      WorkFolder work)
      throws InterruptedException {
    plan.out().setAside().ifPresent(path -> console.say("Earlier    " + path));
    plan.out().createSightings();
    Broker broker = new Broker(job.kafka().bootstrap());
    try (LocalFlink flink = LocalFlink.start(job, plan.uiPort(), TASKS, work.path())) {
      console.say("Flink      " + flink.ui());
      console.say("Sightings  " + plan.out().sightings());
      DemoShow show = new DemoShow(console, broker, flink, job.kafka(), service, stop);
      try (Playback playback = playback(programme, ingestor, work)) {
        return show.play(playback, scene, plan.keep());
      }
    }
  }

  private Playback playback(Programme programme, IngestorSettings settings, WorkFolder work) {
    return programme.isLive()
        ? LivePlayback.start(
            console,
            settings
                .withSources(programme.inputs())
                .withServer(settings.server().withPorts(0, 0))
                .withState(work.path().resolve("ingestor").toString()))
        : FilePlayback.start(console, settings, programme.inputs());
  }

  /** Null where faces are named here. */
  private NamingService service(JobSettings job) {
    return switch (plan.naming()) {
      case LOCAL -> null;
      case AZURE -> NamingService.real(job.azure(), plan.drawn(), console);
      case STAND_IN -> NamingService.standIn(job.engine(), job.azure(), console);
    };
  }

  /** Makes those known whose photos there are; says which photos are of no use. */
  private int enrol(
      FaceEngine engine, EngineSettings settings, Broker broker, Optional<PhotoFolder> photos) {
    if (photos.isEmpty()) {
      console.say("People     nobody is known: --people DIR makes them known by their photos");
      return ExitCode.OK;
    }
    EnrolmentTally tally = new EnrolmentTally();
    try (PeopleStore store = PeopleStore.open(broker)) {
      new Enrolment(engine, settings, store)
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
