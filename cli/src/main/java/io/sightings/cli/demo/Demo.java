package io.sightings.cli.demo;

import io.sightings.cli.console.Console;
import io.sightings.cli.console.ExitCode;
import io.sightings.cli.console.Failure;
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
import io.sightings.kafka.BrokerUnavailableException;
import io.sightings.kafka.LocalBroker;
import io.sightings.kafka.TopicPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of everything. Whatever was started is stopped, in reverse order, however it ends. */
final class Demo {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final int MOST_TASKS = 2;

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
    plan.out().earlier().ifPresent(e -> console.say("The sightings of an earlier run are in " + e));
    DrawnScene scene = plan.drawn() ? DrawnScene.make(console) : null;
    IngestorSettings ingestor = DemoSettings.ingestor(plan);
    Programme programme =
        scene == null
            ? Programme.of(plan.inputs(), ingestor, console)
            : new Programme(List.of(scene.source()), true);
    int tasks = Math.min(MOST_TASKS, Runtime.getRuntime().availableProcessors());
    try (WorkFolder work = WorkFolder.create();
        LocalBroker kafka = startBroker()) {
      kafka.createTopics(TopicPlan.all(tasks));
      Broker broker = new Broker(kafka.bootstrap());
      console.say("Kafka      " + kafka.bootstrap());
      JobSettings settings = DemoSettings.of(plan, kafka.bootstrap(), scene);
      int exitCode;
      try (FaceEngine engine = FaceEngines.acquire(settings.engine())) {
        console.say("Engine     " + engine.detectorName() + " and " + engine.embedderName());
        engine.notice().ifPresent(console::say);
        exitCode = enrol(engine, settings.engine(), broker, scene);
        try (LocalFlink flink = LocalFlink.start(settings, tasks, work.path())) {
          console.say("Flink      " + flink.ui());
          console.say("Sightings  " + plan.out().sightings());
          IngestorSettings toHere =
              ingestor.withKafka(ingestor.kafka().withBootstrap(kafka.bootstrap()));
          DemoShow show = new DemoShow(console, broker, flink, settings.kafka(), stop);
          try (Playback playback = Playback.start(console, toHere, programme.inputs())) {
            exitCode = Math.max(exitCode, show.play(playback, scene, plan.keep()));
          }
        }
      }
      return programme.complete() ? exitCode : Math.max(exitCode, ExitCode.INPUT);
    }
  }

  private static LocalBroker startBroker() {
    try {
      return LocalBroker.start();
    } catch (BrokerUnavailableException e) {
      throw Failure.environment(e.getMessage(), e);
    }
  }

  /** Makes those known whose photos there are; says which photos are of no use. */
  private int enrol(FaceEngine engine, EngineSettings settings, Broker broker, DrawnScene scene) {
    Path folder = plan.people() == null && scene != null ? scene.people() : plan.people();
    if (folder == null) {
      console.say("People     nobody is known: --people DIR makes them known by their photos");
      return ExitCode.OK;
    }
    EnrolmentTally tally = new EnrolmentTally();
    PhotoFolder photos = PhotoFolder.scan(folder);
    try (PeopleStore store = PeopleStore.open(broker)) {
      new Enrolment(engine, settings, store)
          .enrol(
              photos,
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
