package io.sightings.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.FaceResources;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.enrol.AzurePersonEditor;
import io.sightings.azure.enrol.EnrolmentPerson;
import io.sightings.azure.enrol.EnrolmentPhotoResult;
import io.sightings.azure.enrol.EnrolmentPhotoResult.Kind;
import io.sightings.azure.enrol.EnrolmentReport;
import io.sightings.azure.people.AzurePerson;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.CallFault.Drop;
import io.sightings.emulator.fault.CallFault.Ending;
import io.sightings.emulator.fault.CallFault.Moment;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.DrawnPictures;
import io.sightings.fixtures.FaceApiCaller;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentTest {
  @TempDir private Path people;
  private FaceEmulator service;
  private AzureSettings settings;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
    settings = EnrolmentFixture.settings(service);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void whoIsEnrolledIsRecognisedAndASecondEnrolmentOnlyLists() {
    List<EnrolmentPerson> sitters =
        List.of(
            EnrolmentFixture.sitter(people, DrawnPerson.ADA, 2),
            EnrolmentFixture.sitter(people, DrawnPerson.BEN, 1));
    EnrolmentReport first = EnrolmentFixture.enrol(settings, sitters);
    assertThat(first.photos(Kind.ACCEPTED)).isEqualTo(3);
    assertThat(first.trained()).isTrue();
    FaceApiCaller caller = FaceApiCaller.withKey(service.endpoint(), service.key());
    String seen = caller.identify(EnrolmentFixture.GROUP, caller.faceId(DrawnPerson.BEN.jpeg(1)));
    assertThat(name(seen)).isEqualTo("BEN");

    service.calls().clear();
    EnrolmentReport second = EnrolmentFixture.enrol(settings, sitters);
    assertThat(second.photos(Kind.UNCHANGED)).isEqualTo(3);
    assertThat(second.recognisable()).isEqualTo(2);
    assertThat(second.trained()).isFalse();
    assertThat(EnrolmentFixture.calls(service))
        .isEqualTo(Map.of("getGroup", 1L, "listPersons", 1L));
    assertThat(second.paidCalls()).isEqualTo(2);
  }

  private String name(String personId) {
    return service.state().get(0).people().stream()
        .filter(person -> person.id().equals(personId))
        .findFirst()
        .orElseThrow()
        .name();
  }

  @Test
  void whoWasRenamedKeepsTheNameAndGetsFurtherPhotosUnderEither() {
    EnrolmentPerson ada = EnrolmentFixture.sitter(people, DrawnPerson.ADA, 1);
    EnrolmentFixture.enrol(settings, List.of(ada));
    boolean renamedOne = inGroup(group -> group.rename("ada", "Ada Smith"));
    assertThat(renamedOne).isTrue();

    EnrolmentPerson renamed =
        new EnrolmentPerson(
            "ada-smith",
            "Ada Smith",
            List.of(EnrolmentFixture.write(people.resolve("ada_2.jpg"), DrawnPerson.ADA.jpeg(2))));
    EnrolmentFixture.enrol(settings, List.of(ada, renamed));

    List<AzurePerson> known = inGroup(AzurePersonEditor::list);
    assertThat(known)
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.id()).isEqualTo("ada");
              assertThat(person.name()).isEqualTo("Ada Smith");
              assertThat(person.faces()).isEqualTo(2);
            });
  }

  @Test
  void everyPhotoHasItsVerdictAndWhoHasNoneIsNotThere() {
    EnrolmentPerson ada =
        new EnrolmentPerson(
            "ada",
            "Ada",
            List.of(
                photo("good.jpg", DrawnPerson.ADA.jpeg(1)),
                photo("large.bmp", large()),
                photo("again.jpg", DrawnPerson.ADA.jpeg(1)),
                photo("nobody.jpg", DrawnPictures.withoutFace()),
                photo(
                    "two.jpg",
                    DrawnPerson.together(DrawnPerson.ADA.portrait(1), DrawnPerson.BEN.portrait(1))),
                photo(
                    "small.jpg",
                    DrawnPictures.inCorner(DrawnPerson.ADA.portrait(1), 130, 400, 300)),
                photo("tiny.jpg", new byte[10]),
                photo("text.jpg", "no picture ".repeat(200).getBytes(StandardCharsets.UTF_8)),
                people.resolve("missing.jpg")));
    EnrolmentPerson ben =
        new EnrolmentPerson("ben", "Ben", List.of(photo("ben.jpg", DrawnPictures.withoutFace())));
    EnrolmentFixture heard = new EnrolmentFixture();

    EnrolmentReport report = EnrolmentFixture.enrol(settings, List.of(ada, ben), heard);

    Map<String, EnrolmentPhotoResult> verdicts = heard.verdicts();
    assertThat(verdicts.get("good.jpg").kind()).isEqualTo(Kind.ACCEPTED);
    assertThat(verdicts.get("large.bmp").kind()).isEqualTo(Kind.ACCEPTED);
    assertThat(verdicts.get("again.jpg").kind()).isEqualTo(Kind.UNCHANGED);
    rejected(verdicts, "nobody.jpg", "no face");
    rejected(verdicts, "two.jpg", "2 faces", "one person");
    rejected(verdicts, "small.jpg", "high is needed", "it is small");
    rejected(verdicts, "tiny.jpg", "10 bytes", "1 KB");
    rejected(verdicts, "text.jpg", "no JPEG");
    rejected(verdicts, "missing.jpg", "cannot be read");
    assertThat(report.faceless()).containsExactly("Ben");
    assertThat(report.recognisable()).isEqualTo(1);
    assertThat(service.state().get(0).people())
        .singleElement()
        .satisfies(person -> assertThat(person.faces()).hasSize(2));
    assertThat(service.calls().since(0))
        .as("what is no picture, or too large, is not sent")
        .allMatch(call -> call.bytes() <= 6 << 20)
        .filteredOn(call -> call.operation() == ApiOperation.DETECT)
        .hasSize(6);
  }

  private static void rejected(
      Map<String, EnrolmentPhotoResult> verdicts, String photo, String... why) {
    assertThat(verdicts.get(photo).kind()).as(photo).isEqualTo(Kind.REJECTED);
    assertThat(verdicts.get(photo).text()).contains(why);
  }

  private Path photo(String name, byte[] bytes) {
    return EnrolmentFixture.write(people.resolve(name), bytes);
  }

  /** More than the service takes. */
  private static byte[] large() {
    BufferedImage wall = new BufferedImage(2000, 1600, BufferedImage.TYPE_INT_RGB);
    BufferedImage portrait = DrawnPerson.ADA.portrait(2);
    Graphics2D graphics = wall.createGraphics();
    int width = 1200;
    int height = width * portrait.getHeight() / portrait.getWidth();
    graphics.drawImage(portrait, 300, 200, width, height, null);
    graphics.dispose();
    byte[] bmp = DrawnPerson.encoded(wall, "bmp");
    assertThat(bmp.length).isGreaterThan(6 << 20);
    return bmp;
  }

  @Test
  void aQualityThatIsEnoughForTheSettingsIsEnough() {
    EnrolmentPerson ada =
        new EnrolmentPerson(
            "ada",
            "Ada",
            List.of(
                photo(
                    "s.jpg", DrawnPictures.inCorner(DrawnPerson.ADA.portrait(1), 130, 400, 300))));
    AzureSettings lenient = settings.withEnrol(settings.enrol().withMinQuality("low"));
    assertThat(EnrolmentFixture.enrol(lenient, List.of(ada)).recognisable()).isEqualTo(1);
  }

  @Test
  void lostAnswersLeaveNothingTwice() {
    Drop lost = new Drop(Moment.AFTER_WORK, Ending.RESET);
    service.faults(
        FaultPlan.script(
            FaultRule.nth(ApiOperation.CREATE_GROUP, 1, lost),
            FaultRule.nth(ApiOperation.CREATE_PERSON, 1, lost),
            FaultRule.nth(ApiOperation.ADD_FACE, 1, lost),
            FaultRule.nth(ApiOperation.ADD_FACE, 2, new Drop(Moment.BEFORE_WORK, Ending.CLOSE)),
            FaultRule.nth(ApiOperation.UPDATE_PERSON, 1, lost),
            FaultRule.nth(ApiOperation.TRAIN, 1, lost)));
    EnrolmentReport report =
        EnrolmentFixture.enrol(
            settings, List.of(EnrolmentFixture.sitter(people, DrawnPerson.ADA, 2)));
    assertThat(report.trained()).isTrue();
    assertThat(service.state().get(0).people())
        .singleElement()
        .satisfies(person -> assertThat(person.faces()).hasSize(2));
  }

  @Test
  void answersWithGapsUnknownWordsAndWarningsAreNoTrouble() {
    service.quirks(
        ServiceQuirk.MISSING_MEMBERS,
        ServiceQuirk.UNKNOWN_VALUES,
        ServiceQuirk.SHUFFLED_MEMBERS,
        ServiceQuirk.CAPITALISED_VALUES,
        ServiceQuirk.WARNING_299);
    EnrolmentReport report =
        EnrolmentFixture.enrol(
            settings, List.of(EnrolmentFixture.sitter(people, DrawnPerson.ADA, 2)));
    assertThat(report.recognisable()).isEqualTo(1);
  }

  @Test
  void aServiceThatThrottlesIsWaitedFor() {
    service.faults(
        FaultPlan.script(
            FaultRule.nth(3, CallFault.throttled(1, true)),
            FaultRule.nth(6, CallFault.throttled(1, false)),
            FaultRule.nth(9, CallFault.throttled())));
    EnrolmentReport report =
        EnrolmentFixture.enrol(
            settings, List.of(EnrolmentFixture.sitter(people, DrawnPerson.ADA, 2)));
    assertThat(report.photos(Kind.ACCEPTED)).isEqualTo(2);
    assertThat(report.sentCalls()).isEqualTo(report.paidCalls() + 3);
  }

  @Test
  void whoIsForgottenIsErasedAndWithTheLastTheGroup() {
    EnrolmentFixture.enrol(
        settings,
        List.of(
            EnrolmentFixture.sitter(people, DrawnPerson.ADA, 1),
            EnrolmentFixture.sitter(people, DrawnPerson.BEN, 1)));
    forget("ben");
    assertThat(service.state().get(0).people()).extracting("name").containsExactly("ADA");
    assertThat(service.state().get(0).known()).hasSize(1);
    assertThat(service.state().get(0).training()).isEqualTo("succeeded");
    forget("ada");
    assertThat(service.state()).isEmpty();
    forget("ada");
    assertThat(inGroup(AzurePersonEditor::list)).isEmpty();
  }

  private void forget(String id) {
    inGroup(
        group -> {
          group.forget(List.of(id));
          return true;
        });
  }

  private <T> T inGroup(Function<AzurePersonEditor, T> work) {
    try (ResourceLease lease = FaceResources.acquire(settings)) {
      return work.apply(
          new AzurePersonEditor(lease.all().get(0), settings, new EnrolmentFixture()));
    }
  }
}
