package io.sightings.cli.calibrate;

import io.sightings.cli.calibrate.PairsFile.PhotoPair;
import io.sightings.cli.engine.EngineOptions;
import io.sightings.cli.people.PhotoFolder;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.calibrate.ComparedPair;
import io.sightings.engine.calibrate.ThresholdCalibration;
import io.sightings.engine.gallery.VectorMath;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How well the embedder tells people apart, and from which similarity on. */
@Command(
    name = "calibrate",
    description = {
      "Measures how alike faces of one person and of different people are, and suggests a"
          + " threshold.",
      "Takes your own people (DIR, as for enrol; two photos or more of each), or labelled pairs."
    })
public final class CalibrateCommand implements Callable<Integer> {
  @Mixin private EngineOptions engineOptions;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "People as DIR/NAME/*.jpg, DIR/NAME.jpg or DIR/NAME_1.jpg.")
  private Path people;

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description = "Lines of a,b,same: two photos, and 1 where they show one person, else 0.")
  private Path pairsFile;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description = "Where the photos of the pairs are.")
  private Path images;

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec.commandLine());
    List<PhotoPair> photoPairs = photoPairs();
    EngineSettings settings = engineOptions.settingsWithModels(console);
    try (FaceEngine engine = FaceEngines.acquire(settings);
        PhotoEmbedder reader =
            people == null
                ? new CentralFaceEmbedder(engine)
                : new EnrolmentPhotoEmbedder(engine, settings)) {
      engine.notice().ifPresent(console::say);
      PhotoFaces faces = new PhotoFaces(reader);
      List<ComparedPair> pairs = compare(photoPairs, faces);
      faces.skipped().forEach((photo, why) -> console.complain(photo + " is not used: " + why));
      new CalibrationReport(calibration(pairs), engine, faces.used()).print(console.out());
      return faces.skipped().isEmpty() ? ExitCode.OK : ExitCode.INPUT;
    }
  }

  private List<PhotoPair> photoPairs() {
    boolean given = pairsFile != null && images != null;
    if (given == (people != null) || (pairsFile == null) != (images == null)) {
      throw CommandFailure.usage(
          "Name either a directory of people, or --pairs FILE and --images DIR.");
    }
    return given
        ? PairsFile.read(pairsFile, images)
        : PhotoPair.among(PhotoFolder.scan(people).people());
  }

  private static List<ComparedPair> compare(List<PhotoPair> photoPairs, PhotoFaces faces) {
    List<ComparedPair> pairs = new ArrayList<>();
    for (PhotoPair pair : photoPairs) {
      Optional<float[]> a = faces.of(pair.a());
      Optional<float[]> b = faces.of(pair.b());
      if (a.isPresent() && b.isPresent()) {
        pairs.add(new ComparedPair(VectorMath.cosine(a.get(), b.get()), pair.same()));
      }
    }
    return pairs;
  }

  private static ThresholdCalibration calibration(List<ComparedPair> pairs) {
    try {
      return new ThresholdCalibration(pairs);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.input(e.getMessage());
    }
  }
}
