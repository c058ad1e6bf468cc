package io.sightings.benchmarks.azure;

import io.sightings.azure.call.FaceResources;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.client.models.FaceTrainingResult;
import io.sightings.azure.enrol.AzureEnroller;
import io.sightings.azure.enrol.EnrolmentListener;
import io.sightings.azure.enrol.EnrolmentPerson;
import io.sightings.azure.enrol.EnrolmentPhotoResult;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.BudgetSettings;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitPainter;
import io.sightings.scenes.person.PersonTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Enrols the people of the drawn scene into a stand-in. */
final class SceneGroupEnroller {
  private static final int PORTRAITS = 5;

  private SceneGroupEnroller() {}

  static void enrol(AzureSettings settings) throws IOException {
    AzureSettings quick = settings.withBudget(BudgetSettings.DEFAULT.withRates(1000, 0, 0));
    Path folder = Files.createTempDirectory("portraits");
    List<EnrolmentPerson> sitters = new ArrayList<>();
    for (Map.Entry<String, PersonTraits> known : DemoScene.defaults().enrolled().entrySet()) {
      Path photos = Files.createDirectories(folder.resolve(known.getKey()));
      new PortraitPainter().write(folder, known.getKey(), known.getValue(), PORTRAITS);
      try (Stream<Path> files = Files.list(photos)) {
        sitters.add(
            new EnrolmentPerson(
                known.getKey().toLowerCase(Locale.ROOT), known.getKey(), files.sorted().toList()));
      }
    }
    try (ResourceLease lease = FaceResources.acquire(quick)) {
      var report = new AzureEnroller(lease.all().get(0), quick, new Silent()).run(sitters);
      System.out.println("Enrolled   " + report.recognisable() + " people, trained");
    }
  }

  private static final class Silent implements EnrolmentListener {
    @Override
    public void photo(EnrolmentPhotoResult verdict) {
      if (verdict.kind() == EnrolmentPhotoResult.Kind.REJECTED) {
        System.out.println(verdict.photo() + ": " + verdict.text());
      }
    }

    @Override
    public void step(String what) {
      // The summary says it.
    }

    @Override
    public void training(FaceTrainingResult state, Duration since) {
      // The summary says it.
    }
  }
}
