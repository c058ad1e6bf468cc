package io.sightings.azure;

import io.sightings.azure.call.FaceResources;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.client.models.FaceTrainingResult;
import io.sightings.azure.enrol.AzureEnroller;
import io.sightings.azure.enrol.EnrolmentListener;
import io.sightings.azure.enrol.EnrolmentPerson;
import io.sightings.azure.enrol.EnrolmentPhotoResult;
import io.sightings.azure.enrol.EnrolmentReport;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.BudgetSettings;
import io.sightings.azure.settings.OutageSettings;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.people.GroupSnapshot.PersonSnapshot;
import io.sightings.fixtures.DrawnPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Enrols into a stand-in, and keeps what is heard of it. */
final class EnrolmentFixture implements EnrolmentListener {
  static final String GROUP = "sightings";

  private final List<String> steps = new ArrayList<>();
  private final List<EnrolmentPhotoResult> verdicts = new ArrayList<>();
  private final List<String> trainings = new ArrayList<>();

  /** Never throttled by us, soon tired of what does not answer. */
  static AzureSettings settings(FaceEmulator service) {
    Duration soon = Duration.ofMillis(20);
    return AzureSettings.DEFAULT
        .withResource(service.endpoint().toString(), service.key())
        .withTimeout(Duration.ofMinutes(1))
        .withBudget(BudgetSettings.DEFAULT.withRates(1000, 0, 0))
        .withOutage(new OutageSettings(3, soon, soon, 5, soon, soon));
  }

  static EnrolmentReport enrol(AzureSettings settings, List<EnrolmentPerson> sitters) {
    return enrol(settings, sitters, new EnrolmentFixture());
  }

  static EnrolmentReport enrol(
      AzureSettings settings, List<EnrolmentPerson> sitters, EnrolmentListener listener) {
    try (ResourceLease lease = FaceResources.acquire(settings)) {
      return new AzureEnroller(lease.all().get(0), settings, listener).run(sitters);
    }
  }

  /** Somebody and a folder of portraits. */
  static EnrolmentPerson sitter(Path people, DrawnPerson person, int portraits) {
    String id = person.name().toLowerCase(java.util.Locale.ROOT);
    List<Path> files = new ArrayList<>();
    for (int i = 1; i <= portraits; i++) {
      files.add(write(people.resolve(id + "_" + i + ".jpg"), person.jpeg(i)));
    }
    return new EnrolmentPerson(id, person.name(), files);
  }

  static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> steps() {
    return steps;
  }

  List<String> trainings() {
    return trainings;
  }

  /** By the photos' file names. */
  Map<String, EnrolmentPhotoResult> verdicts() {
    return verdicts.stream()
        .collect(
            Collectors.toMap(
                verdict -> verdict.photo().getFileName().toString(), verdict -> verdict));
  }

  @Override
  public void photo(EnrolmentPhotoResult verdict) {
    verdicts.add(verdict);
  }

  @Override
  public void step(String what) {
    steps.add(what);
  }

  @Override
  public void training(FaceTrainingResult state, Duration since) {
    trainings.add(state.status().toString());
  }

  /** All there is in the group but the service's own ids: equal for equal enrolments. */
  static List<String> outcome(FaceEmulator service) {
    return service.state().stream()
        .flatMap(
            group ->
                Stream.concat(
                    Stream.of(
                        group.id()
                            + " "
                            + group.recognitionModel()
                            + " "
                            + group.training()
                            + " "
                            + group.userData()),
                    group.people().stream()
                        .map(person -> told(person, group.known().contains(person.id())))
                        .sorted()))
        .toList();
  }

  private static String told(PersonSnapshot person, boolean known) {
    Map<String, Integer> faces = new TreeMap<>();
    person.faces().forEach(face -> faces.merge(face.userData(), 1, Integer::sum));
    String key = person.userData() == null ? "" : person.userData().lines().findFirst().orElse("");
    return person.name() + " " + key + (known ? " known " : " unknown ") + faces;
  }

  /** What every call was for, one letter of the alphabet after the other. */
  static Map<String, Long> calls(FaceEmulator service) {
    Map<String, Long> calls = new TreeMap<>();
    service.calls().counts().forEach((operation, counts) -> calls.put(operation, counts.calls()));
    return calls;
  }

  /** Operations that change something. */
  static TreeSet<String> writes(FaceEmulator service) {
    TreeSet<String> writes = new TreeSet<>(calls(service).keySet());
    writes.removeIf(operation -> operation.startsWith("get") || operation.startsWith("list"));
    return writes;
  }
}
