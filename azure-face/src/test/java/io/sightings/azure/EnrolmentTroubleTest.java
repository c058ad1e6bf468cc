package io.sightings.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.azure.client.FaceException;
import io.sightings.azure.enrol.EnrolmentException;
import io.sightings.azure.enrol.EnrolmentPerson;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.FaceApiCaller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps an enrolment from going on is told at once, with the remedy and without the key. */
class EnrolmentTroubleTest {
  @TempDir private Path people;
  private FaceEmulator service;
  private AzureSettings settings;
  private List<EnrolmentPerson> sitters;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
    settings = EnrolmentFixture.settings(service);
    sitters = List.of(EnrolmentFixture.sitter(people, DrawnPerson.ADA, 1));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> trouble(AzureSettings with) {
    return assertThatThrownBy(() -> EnrolmentFixture.enrol(with, sitters))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("secret", service.key()));
  }

  @Test
  void aWrongKey() {
    trouble(settings.withResource(settings.endpoint(), "secret"))
        .isInstanceOf(FaceException.class)
        .hasMessageContainingAll("401", "check the key", "azure.key");
    assertThat(EnrolmentFixture.calls(service).values()).containsExactly(1L);
  }

  @Test
  void anExpiredToken() {
    service.faults(
        FaultPlan.script(FaultRule.every(ApiOperation.GET_GROUP, CallFault.expiredToken())));
    trouble(settings).hasMessageContainingAll("401", "sign in again");
  }

  @Test
  void anEndpointWhereNobodyIs() throws IOException {
    String free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = "http://127.0.0.1:" + socket.getLocalPort();
    }
    trouble(settings.withResource(free, "secret"))
        .hasMessageContainingAll("was not sent", "check the endpoint", "azure.endpoint");
  }

  @Test
  void anEndpointThatIsNoFaceService() {
    trouble(settings.withResource(settings.endpoint() + "/elsewhere", service.key()))
        .hasMessageContainingAll("404", "azure.endpoint is not a Face resource");
  }

  @Test
  void aResourceWithoutApproval() {
    service.quirks(ServiceQuirk.UNAPPROVED);
    trouble(settings).hasMessageContainingAll("403", "https://aka.ms/facerecognition");
  }

  @Test
  void aGroupOfAnotherModel() {
    FaceApiCaller.withKey(service.endpoint(), service.key())
        .put("largepersongroups/sightings", "{'name':'S','recognitionModel':'recognition_03'}");
    trouble(settings)
        .isInstanceOf(EnrolmentException.class)
        .hasMessageContainingAll("recognition_03", "recognition_04 is needed", "delete the group");
    assertThat(service.state().get(0).people()).isEmpty();
  }

  @Test
  void aTrainingThatFailsAndSucceedsWhenItIsRepeated() {
    service.faults(
        FaultPlan.script(
            FaultRule.nth(ApiOperation.TRAIN, 1, new CallFault.FailTraining("Disk is full."))));
    trouble(settings)
        .isInstanceOf(EnrolmentException.class)
        .hasMessageContainingAll("\"sightings\"", "Disk is full.", "repeat the enrolment");

    service.calls().clear();
    assertThat(EnrolmentFixture.enrol(settings, sitters).trained()).isTrue();

    assertThat(EnrolmentFixture.writes(service)).containsExactly("train", "updateGroup");
    assertThat(service.state().get(0).known()).hasSize(1);
  }

  @Test
  void aGroupOfSomebodyElseIsUsedAndItsPeopleStay() {
    FaceApiCaller caller = FaceApiCaller.withKey(service.endpoint(), service.key());
    caller.put(
        "largepersongroups/sightings",
        "{'name':'S','userData':'theirs','recognitionModel':'recognition_04'}");
    String theirs = caller.createPerson("sightings", "Cleo");
    caller.addFace("sightings", theirs, DrawnPerson.CLEO.jpeg(1));

    EnrolmentFixture.enrol(settings, sitters);

    assertThat(service.state().get(0).people())
        .extracting("name")
        .containsExactlyInAnyOrder("Cleo", "ADA");
    assertThat(service.state().get(0).known()).hasSize(2);
    assertThat(service.state().get(0).userData()).startsWith("theirs\n");
  }
}
