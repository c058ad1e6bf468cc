package io.sightings.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FaceBox;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.TestMediaFolder;
import io.sightings.engine.calibrate.ComparedPair;
import io.sightings.engine.calibrate.ThresholdCalibration;
import io.sightings.engine.gallery.VectorMath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole path from bytes to similarity, on real photographs with a real embedder. */
class RealPhotosTest {
  private TestMediaFolder media;
  private FaceEngine engine;
  private FrameAnalyser analyser;

  @BeforeEach
  void findMedia() {
    media = TestMediaFolder.orSkip(getClass());
  }

  @AfterEach
  void closeEngine() {
    if (engine != null) {
      analyser.close();
      engine.close();
    }
  }

  private void open(String detector, String embedder) {
    engine = FaceEngines.acquire(media.settings(detector, embedder));
    analyser = engine.newAnalyser();
  }

  @ParameterizedTest
  @CsvSource({"yunet, mobileface-v2, 0.983, 0.97", "ultraface, mobilefacenet-192, 0.992, 0.98"})
  void facesInTheWildAreToldApartAsWellAsTheModelCan(
      String detector, String embedder, double best, double crossValidated) throws Exception {
    EngineSettings everyFace =
        media.settings(detector, embedder).withGate(new EngineSettings.Gate(0, 0, 0));
    List<ComparedPair> pairs = new ArrayList<>();
    try (FaceEngine ungated = FaceEngines.acquire(everyFace);
        FrameAnalyser every = ungated.newAnalyser()) {
      Map<String, float[]> embeddings = new HashMap<>();
      for (String[] row : media.table("lfw/pairs.csv")) {
        for (String name : List.of(row[0], row[1])) {
          if (!embeddings.containsKey(name)) {
            String file = "lfw/" + name.replaceAll("_\\d+$", "") + "/" + name + ".jpg";
            embeddings.put(
                name, ungated.embedder().embed(central(every.analyse(media.bytes(file))).crop()));
          }
        }
        pairs.add(
            new ComparedPair(
                VectorMath.cosine(embeddings.get(row[0]), embeddings.get(row[1])),
                row[2].equals("1")));
      }
    }
    ThresholdCalibration calibration = new ThresholdCalibration(pairs);
    assertThat(pairs).hasSize(300);
    assertThat(calibration.best().share()).isGreaterThanOrEqualTo(best);
    assertThat(calibration.crossValidated(10)).isGreaterThanOrEqualTo(crossValidated);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yunet", "ultraface"})
  void everyFaceIsFoundAndNearlyNothingElse(String detector) throws Exception {
    open(detector, "mobileface-v2");
    Map<String, List<float[]>> noses = new TreeMap<>();
    for (String[] row : media.table("photos/compreface/faces.csv")) {
      List<float[]> faces = noses.computeIfAbsent(row[0], image -> new ArrayList<>());
      if (row.length == 3) { // else a picture without faces
        faces.add(new float[] {Float.parseFloat(row[1]), Float.parseFloat(row[2])});
      }
    }
    int faces = 0;
    int found = 0;
    int boxes = 0;
    for (Map.Entry<String, List<float[]>> image : noses.entrySet()) {
      List<FaceBox> left = new ArrayList<>();
      analyser
          .analyse(media.bytes("photos/compreface/" + image.getKey()))
          .faces()
          .forEach(face -> left.add(face.box()));
      boxes += left.size();
      for (float[] nose : image.getValue()) {
        faces++;
        FaceBox around =
            left.stream().filter(box -> box.contains(nose[0], nose[1])).findFirst().orElse(null);
        if (left.remove(around)) {
          found++;
        }
      }
    }
    assertThat(found).as("found, of %s faces", faces).isEqualTo(faces);
    assertThat(found).as("right, of %s boxes", boxes).isGreaterThanOrEqualTo(boxes - 2);
  }

  @ParameterizedTest
  @CsvSource({"yunet, mobileface-v2", "yunet, mobilefacenet-192", "ultraface, mobilefacenet-192"})
  void relativesAreNotTakenForOneAnother(String detector, String embedder)
      throws IOException, UnreadableImageException {
    open(detector, embedder);
    Map<String, List<float[]>> people = new TreeMap<>();
    try (FrameAnalyser photos = engine.newPhotoAnalyser()) {
      for (String file : media.names("photos/azure")) {
        if (file.startsWith("Family")) {
          String person = file.replaceAll("\\d+\\.jpg$", "");
          float[] embedding = embedding(photos, "photos/azure/" + file);
          people.computeIfAbsent(person, name -> new ArrayList<>()).add(embedding);
        }
      }
    }
    float threshold = engine.embedder().threshold();
    people.forEach(
        (person, own) ->
            people.forEach(
                (other, theirs) -> {
                  for (float[] mine : own) {
                    // A photo of one person is compared with the others of the same person.
                    double best =
                        theirs.stream()
                            .filter(face -> face != mine)
                            .mapToDouble(face -> VectorMath.cosine(mine, face))
                            .max()
                            .orElse(person.equals(other) ? 1 : -1);
                    assertThat(best >= threshold)
                        .as("%s taken for %s at %.3f", person, other, best)
                        .isEqualTo(person.equals(other));
                  }
                }));
  }

  private float[] embedding(FrameAnalyser photos, String photo) throws UnreadableImageException {
    return engine.embedder().embed(central(photos.analyse(media.bytes(photo))).crop());
  }

  private static DetectedFace central(FrameAnalysis analysis) {
    float x = analysis.width() / 2f;
    float y = analysis.height() / 2f;
    return analysis.faces().stream()
        .min(
            Comparator.comparingDouble(
                face -> Math.hypot(face.box().centreX() - x, face.box().centreY() - y)))
        .orElseThrow();
  }
}
