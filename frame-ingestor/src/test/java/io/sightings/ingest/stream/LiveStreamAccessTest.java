package io.sightings.ingest.stream;

import static io.sightings.ingest.stream.Seen.look;
import static io.sightings.ingest.stream.Streams.LIMIT;
import static io.sightings.ingest.stream.Streams.address;
import static io.sightings.ingest.stream.Streams.bounds;
import static io.sightings.ingest.stream.Streams.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cameras.CameraBehaviour;
import io.sightings.cameras.CameraCredentials;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.ffmpeg.StreamCancellation;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.settings.SourceSettingsBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a camera is reached and left. */
class LiveStreamAccessTest extends CamerasOfTheLab {

  @ParameterizedTest
  @EnumSource(CameraCredentials.Scheme.class)
  void aPasswordOfOddCharactersOpensTheCamera(CameraCredentials.Scheme scheme) throws Exception {
    String password = "p@ss w/rd:%41?#&é";
    SimulatedCamera camera =
        camera("login-" + scheme, CameraBehaviour.good())
            .secured(new CameraCredentials("view er", password, scheme));
    SourceSettings settings = settings(camera.plainUrl(), "view er", password, "");

    try (LiveStream stream = Streams.open(StreamAddress.of(settings), bounds())) {
      stream.next();
    }
    StreamException wrong =
        failure(StreamAddress.of(settings(camera.plainUrl(), "view er", "x", "")), bounds());
    assertThat(wrong.problem()).isEqualTo(Problem.LOGIN_REFUSED);
    assertThat(failure(camera.plainUrl()).problem()).isEqualTo(Problem.LOGIN_REFUSED);
  }

  @Test
  void datagramsAreTakenWhereTheyAreAskedFor() throws Exception {
    SimulatedCamera camera = camera("udp", CameraBehaviour.good());
    StreamAddress address = StreamAddress.of(settings(camera.url(), "", "", "udp"));
    try (LiveStream stream = Streams.open(address, bounds())) {
      assertThat(look(stream, 15)).noneMatch(Seen::damaged);
      assertThat(address.transport()).isEqualTo("udp");
    }
  }

  @Test
  void lostDatagramsDamageSomePicturesAndNoTruth() throws Exception {
    SimulatedCamera camera = camera("lossy", CameraBehaviour.good().losing(20));
    StreamAddress address = StreamAddress.of(settings(camera.url(), "", "", "udp"));
    try (LiveStream stream = Streams.open(address, bounds())) {
      for (Seen one : look(stream, 30)) {
        assertThat(one.damaged() || one.number() >= 0).isTrue();
      }
    }
  }

  @Test
  void aStreamThatIsClosedTakesLeaveOfTheCamera() throws Exception {
    SimulatedCamera camera = camera("leave", CameraBehaviour.good());
    StreamCancellation cancellation = new StreamCancellation();
    try (LiveStream stream = LiveStream.open(address(camera.url()), bounds(), cancellation)) {
      stream.next();
      cancellation.cancel();
    }
    assertThat(camera.await(one -> !one.watches().get(0).open(), LIMIT)).isTrue();
  }

  private static SourceSettings settings(
      String url, String username, String password, String transport) {
    return SourceSettingsBuilder.builder()
        .id("test")
        .url(url)
        .username(username)
        .password(password)
        .transport(transport)
        .build();
  }
}
