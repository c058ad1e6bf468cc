package io.sightings.job;

import io.sightings.azure.call.FaceResources;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.client.models.FaceTrainingResult;
import io.sightings.azure.enrol.AzureEnroller;
import io.sightings.azure.enrol.EnrolmentListener;
import io.sightings.azure.enrol.EnrolmentPerson;
import io.sightings.azure.enrol.EnrolmentPhotoResult;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.BudgetSettings;
import io.sightings.contract.Person;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.enrol.EnrolmentPhotoAssessment;
import io.sightings.engine.enrol.EnrolmentPhotoAssessor;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitPainter;
import io.sightings.scenes.SceneRecording;
import io.sightings.scenes.person.PersonTraits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Pictures of people who do not exist: the beginning of the demo's scene, in which Ada and Ben
 * cross, and their portraits.
 */
public final class DrawnFrames {
  static final SceneRecording RECORDING = DemoScene.defaults();
  private static final int PORTRAITS = 5;

  private DrawnFrames() {}

  /** JPEGs of the scene, from the one second to before the other. */
  public static List<byte[]> between(double from, double to, double framesPerSecond) {
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; from + i / framesPerSecond < to; i++) {
      frames.add(jpeg(RECORDING.scene().frame(from + i / framesPerSecond)));
    }
    return frames;
  }

  /** The enrolled people with the faces an engine finds on their portraits; ids in lower case. */
  public static List<Person> people(EngineSettings settings) {
    List<Person> people = new ArrayList<>();
    try (FaceEngine engine = FaceEngines.acquire(settings);
        EnrolmentPhotoAssessor judge = new EnrolmentPhotoAssessor(engine, settings)) {
      for (Map.Entry<String, PersonTraits> enrolled : RECORDING.enrolled().entrySet()) {
        people.add(person(enrolled.getKey(), enrolled.getValue(), judge));
      }
    }
    return people;
  }

  /** Enrols the people into the group of a service. */
  public static void enrol(AzureSettings azure, Path folder) throws IOException {
    List<EnrolmentPerson> sitters = new ArrayList<>();
    for (Map.Entry<String, PersonTraits> enrolled : RECORDING.enrolled().entrySet()) {
      String name = enrolled.getKey();
      new PortraitPainter().write(folder, name, enrolled.getValue(), PORTRAITS);
      try (Stream<Path> photos = Files.list(folder.resolve(name))) {
        sitters.add(
            new EnrolmentPerson(name.toLowerCase(Locale.ROOT), name, photos.sorted().toList()));
      }
    }
    AzureSettings quick = azure.withBudget(BudgetSettings.DEFAULT.withRates(1000, 0, 0));
    try (ResourceLease lease = FaceResources.acquire(quick)) {
      new AzureEnroller(lease.all().get(0), quick, new Unheard()).run(sitters);
    }
  }

  private static final class Unheard implements EnrolmentListener {
    @Override
    public void photo(EnrolmentPhotoResult verdict) {
      // The group shows it.
    }

    @Override
    public void step(String what) {
      // The group shows it.
    }

    @Override
    public void training(FaceTrainingResult state, Duration since) {
      // The group shows it.
    }
  }

  private static Person person(String name, PersonTraits traits, EnrolmentPhotoAssessor judge) {
    PortraitPainter portraits = new PortraitPainter();
    List<Person.Template> templates = new ArrayList<>();
    for (int i = 1; i <= PORTRAITS; i++) {
      if (judge.judge(jpeg(portraits.portrait(traits, i)))
          instanceof EnrolmentPhotoAssessment.Accepted face) {
        templates.add(
            new Person.Template(
                face.model(),
                face.embedding(),
                face.photoSha256(),
                i + ".jpg",
                (float) face.quality().overall()));
      }
    }
    return new Person(name.toLowerCase(Locale.ROOT), name, templates);
  }

  private static byte[] jpeg(BufferedImage picture) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
