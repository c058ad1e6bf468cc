package io.sightings.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.azure.call.FaceResources;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.enrol.AzureEnroller;
import io.sightings.azure.enrol.EnrolmentPerson;
import io.sightings.azure.enrol.EnrolmentReport;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.CallFault.Drop;
import io.sightings.emulator.fault.CallFault.Ending;
import io.sightings.emulator.fault.CallFault.Hang;
import io.sightings.emulator.fault.CallFault.Moment;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.engine.EngineSettings.Detector;
import io.sightings.fixtures.ConditionWait;
import io.sightings.fixtures.DrawnPerson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An enrolment ends at each of its calls in turn, before the service has done it and after, and is
 * repeated: what is in the group must be what an uninterrupted one leaves.
 */
class EnrolmentKilledTest {
  /** Enrolments wait more than they work. */
  private static final int AT_ONCE = 6;

  @TempDir private Path people;

  @Test
  void wherePeopleAreEnrolledOneByOne() {
    killed(1, 1);
  }

  @Test
  void wherePeopleAreEnrolledAtOnce() {
    killed(3, 3);
  }

  /**
   * @param parallel people enrolled at once
   * @param every how many calls are between one end and the next
   */
  private void killed(int parallel, int every) {
    List<EnrolmentPerson> sitters =
        List.of(
            EnrolmentFixture.sitter(people, DrawnPerson.ADA, 2),
            EnrolmentFixture.sitter(people, DrawnPerson.BEN, 2),
            EnrolmentFixture.sitter(people, DrawnPerson.CLEO, 3));
    LinkedBlockingQueue<FaceEmulator> idle = new LinkedBlockingQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        idle.add(FaceEmulator.start(quick()));
      }
      FaceEmulator calm = idle.element();
      EnrolmentReport report = EnrolmentFixture.enrol(settings(calm, parallel), sitters);
      assertThat(report.recognisable()).isEqualTo(3);
      assertThat(report.trained()).isTrue();
      List<String> expected = EnrolmentFixture.outcome(calm);
      long calls = report.sentCalls();
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (long n = 1; n <= calls; n += every) {
        for (Moment moment : List.of(Moment.BEFORE_WORK, Moment.AFTER_WORK)) {
          long call = n;
          all.add(
              CompletableFuture.runAsync(
                  () -> {
                    FaceEmulator service = idle.remove();
                    killAndRepeat(service, settings(service, parallel), sitters, call, moment);
                    assertThat(EnrolmentFixture.outcome(service))
                        .as("killed at call %d %s", call, moment)
                        .isEqualTo(expected);
                    idle.add(service);
                  },
                  threads));
        }
      }
      all.forEach(CompletableFuture::join);
      System.out.printf(
          "An enrolment of %d calls, %d people at once, was killed %d times and resumed; each ended as the uninterrupted one.%n",
          calls, parallel, all.size());
    } finally {
      threads.shutdownNow();
      idle.forEach(FaceEmulator::close);
    }
  }

  /** It sees portraits small, for there are many. */
  private static FaceEmulatorSettings quick() {
    FaceEmulatorSettings drawn = FaceEmulatorSettings.UNTHROTTLED;
    return drawn.withEngine(drawn.engine().withDetector(new Detector("", 160, 0.7, 0.3, 2)));
  }

  private static AzureSettings settings(FaceEmulator service, int parallel) {
    AzureSettings settings = EnrolmentFixture.settings(service);
    return settings.withEnrol(settings.enrol().withParallel(parallel));
  }

  private static void killAndRepeat(
      FaceEmulator service,
      AzureSettings settings,
      List<EnrolmentPerson> sitters,
      long call,
      Moment moment) {
    service.reset();
    CallFault last =
        moment == Moment.BEFORE_WORK ? new Hang(moment) : new Drop(moment, Ending.RESET);
    CallFault dead = new Hang(Moment.BEFORE_WORK); // nothing of a dead process is done
    service.faults(
        FaultPlan.script(
            FaultRule.nth(call, last), new FaultRule(null, call + 1, Long.MAX_VALUE, dead)));
    try (ResourceLease lease = FaceResources.acquire(settings)) {
      CompletableFuture<EnrolmentReport> killed =
          CompletableFuture.supplyAsync(
              () ->
                  new AzureEnroller(lease.all().get(0), settings, new EnrolmentFixture())
                      .run(sitters));
      ConditionWait.until(() -> reached(service, call, moment));
      lease.close();
      assertThatThrownBy(killed::join)
          .cause()
          .isInstanceOfSatisfying(
              FaceException.class, e -> assertThat(e.fault()).isEqualTo(FaceErrorKind.CLOSED));
    }
    service.faults(FaultPlan.NONE);
    EnrolmentReport repeated = EnrolmentFixture.enrol(settings, sitters);
    assertThat(repeated.recognisable()).isEqualTo(3);
  }

  /** Whether the service has done all that it will do of a process that dies at this call. */
  private static boolean reached(FaceEmulator service, long call, Moment moment) {
    var calls = service.calls().since(0);
    long done = moment == Moment.AFTER_WORK ? call : call - 1;
    return calls.size() >= call
        && calls.stream().limit(done).allMatch(each -> each.ended() != null);
  }
}
