package io.sightings.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.CrossOriginPage;
import io.sightings.cli.ListeningPorts;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;
import io.sightings.contract.codec.Json;
import io.sightings.toolkit.scene.GroundTruthComparison;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job as it is submitted, on a cluster of processes; what becomes of it when they die, the
 * fault harness shows.
 */
class ClusterIT {
  private static ClusterUnderTest product;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    long start = System.nanoTime();
    product = new ClusterUnderTest(folder);
    product.start(1, 1);
    tell("a job manager, a task manager and the job are up", start);
  }

  @AfterAll
  static void stop() {
    if (product != null) {
      product.close();
    }
  }

  @Test
  void whatIsTakenDownInTheMidstOfTheWorkGoesOnWithAnotherParallelism() {
    product.play("scaled");
    int before;
    try (SightingObserver observer = new SightingObserver(product, "scaled")) {
      observer.awaitFirstSighting();
      before = observer.closed().size();
    }
    long start = System.nanoTime();

    assertThat(product.down()).contains("savepoint");
    assertThat(product.cluster().processes()).noneMatch(process -> process.isAlive());
    assertThat(product.up("--parallelism=1")).contains("going on from");

    tell("down and up again after " + before + " of 10 visits; at work", start);
    try (SightingObserver observer = new SightingObserver(product, "scaled")) {
      everyVisitIsThereOnce(observer);
    }
    assertThat(product.status()).contains("RUNNING", "leads").doesNotContain("down");
  }

  @Test
  void aPageInABrowserCanNeitherUploadNorRunNorCancelNorRead() throws Exception {
    CrossOriginPage page = new CrossOriginPage(product.cluster().addresses().get(0));

    assertThat(page.attack()).allMatch(answer -> answer.endsWith("HTTP/1.1 403 Forbidden"));

    assertThat(product.uploads()).as("what lies in the folder of uploads").isEmpty();
    assertThat(product.job().state().running()).isTrue();
  }

  @Test
  void aFrameThatKillsTheTaskManagerIsPutAsideAndItsNeighboursAreSeenAsEver(@TempDir Path folder)
      throws Exception {
    product.play("calm");
    try (SightingObserver calm = new SightingObserver(product, "calm")) {
      calm.awaitAllVisits();
    }
    TaskManagerSupervisor supervisor =
        new TaskManagerSupervisor(product, DecoderCrashAgent.jar(folder));
    supervisor.arm();
    long start = System.nanoTime();

    MarkedScene scene = MarkedScene.publish(product.broker(), "calm", "marked");
    List<RejectedFrame> rejected = supervisor.untilRejected(RejectReason.QUARANTINED);

    assertThat(supervisor.deaths()).isEqualTo(2);
    tell("two deaths, and the frame that caused them is put aside", start);
    try (SightingObserver observer = new SightingObserver(product, "marked")) {
      observer.awaitFirstSighting();
      tell("its neighbours are seen", start);
      everyVisitIsThereOnce(observer);
    }
    assertThat(supervisor.deaths()).isEqualTo(2);
    assertThat(rejected)
        .singleElement()
        .satisfies(
            frame -> {
              assertThat(frame.original().value()).isEqualTo(scene.marked().value());
              assertThat(frame.partition()).isEqualTo(scene.place().partition());
              assertThat(frame.offset()).isEqualTo(scene.place().offset());
              assertThat(frame.detail())
                  .isEqualTo("the process ended 2 times during its analysis in detect");
            });
  }

  @Test
  void noProcessListensToOtherMachines() {
    assertThat(product.processes())
        .hasSize(4)
        .allSatisfy(pid -> assertThat(ListeningPorts.toOtherMachines(pid)).isEmpty());
  }

  private static void everyVisitIsThereOnce(SightingObserver observer) {
    observer.awaitAllVisits();
    GroundTruthComparison check = observer.check();
    StringWriter text = new StringWriter();
    check.print(new PrintWriter(text, true));
    assertThat(check.perfect()).as(text.toString()).isTrue();
    assertThat(observer.committed())
        .extracting(sighting -> sighting.id() + " revision " + sighting.revision())
        .doesNotHaveDuplicates();
    List<String> closed = lines(observer.closed());
    assertThat(lines(observer.awaitWritten(closed.size())))
        .containsExactlyInAnyOrderElementsOf(closed);
  }

  private static List<String> lines(List<Sighting> sightings) {
    return sightings.stream().map(s -> new String(Json.write(s), StandardCharsets.UTF_8)).toList();
  }

  private static void tell(String what, long since) {
    System.out.printf(Locale.ROOT, "%s after %.1f s%n", what, (System.nanoTime() - since) / 1e9);
  }
}
