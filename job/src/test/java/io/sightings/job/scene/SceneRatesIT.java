package io.sightings.job.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sightings.contract.Sighting;
import io.sightings.contract.Sighting.BestShot;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.enrol.EnrolmentPhotoAssessment;
import io.sightings.engine.enrol.EnrolmentPhotoAssessor;
import io.sightings.engine.gallery.Gallery;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.job.settings.JobSettings;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitPainter;
import io.sightings.scenes.RandomSceneGenerator;
import io.sightings.scenes.SceneRecording;
import io.sightings.scenes.SceneTruth;
import io.sightings.scenes.TrueFrame.VisibleFace;
import io.sightings.scenes.person.PersonTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * One sighting per visit at every frame rate. {@code -Dscenes.rates=1,2,5,10,25} plays more rates;
 * {@code -Dscenes.seeds=1,2 -Dscenes.people=6} prints what becomes of scenes that chance arranged,
 * in which drawn people may be look-alikes; {@code -Dscenes.models=DIR} has further models.
 */
class SceneRatesIT {
  private static final int PORTRAITS = 5;
  private static final double SECONDS = 60;

  private final EngineSettings settings = settings();

  @Test
  void everyVisitOfTheDemoSceneIsOneSightingAtEveryRate() throws Exception {
    play("demo", DemoScene.defaults())
        .forEach((rate, result) -> assertThat(result.faults()).as(rate).isEmpty());
  }

  @Test
  void scenesThatChanceArrangedArePrinted() throws Exception {
    int people = Integer.getInteger("scenes.people", 6);
    for (String seed : System.getProperty("scenes.seeds", "").split(",")) {
      if (!seed.isEmpty()) {
        play("seed " + seed, RandomSceneGenerator.of(Long.parseLong(seed), people, SECONDS));
      }
    }
  }

  private static EngineSettings settings() {
    String media = System.getenv("SIGHTINGS_MEDIA");
    if (media == null) {
      System.out.println("SKIPPED SceneRatesIT: SIGHTINGS_MEDIA names no folder with models.");
    }
    assumeTrue(media != null, "SIGHTINGS_MEDIA is not set");
    String more = System.getProperty("scenes.models", ".");
    EngineSettings real =
        EngineSettings.DEFAULT
            .withEngine(EngineSettings.Engine.ONNX)
            .withModels(List.of(Path.of(media, "models").toString(), more));
    try (FaceEngine engine = FaceEngines.acquire(real)) {
      System.out.println("Engine: " + engine.detectorName() + ", " + engine.embedderName());
      return real.withThreshold(engine.embedder().drawnThreshold());
    }
  }

  private Map<String, SceneResult> play(String name, SceneRecording scene) throws Exception {
    Map<String, SceneResult> results = new LinkedHashMap<>();
    try (FaceEngine engine = FaceEngines.acquire(settings);
        SceneObserver observer = new SceneObserver(scene.scene(), engine)) {
      Gallery gallery = gallery(scene, engine);
      for (String rate : System.getProperty("scenes.rates", "1,2,5").split(",")) {
        SceneResult result = play(scene, Double.parseDouble(rate), observer, engine, gallery);
        String of = name + " at " + rate + " frames a second";
        System.out.println(of + ": " + result);
        result.faults().forEach(fault -> System.out.println("  " + fault));
        results.put(of, result);
      }
    }
    return results;
  }

  private SceneResult play(
      SceneRecording scene, double rate, SceneObserver observer, FaceEngine engine, Gallery gallery)
      throws Exception {
    JobSettings defaults = JobSettings.defaults();
    JobSettings job = defaults.withSighting(defaults.sighting().withGap(scene.gap()));
    List<Long> times = new ArrayList<>();
    for (int i = 0; i / rate <= scene.scene().seconds(); i++) {
      times.add(Math.round(i * 1000 / rate));
    }
    try (ScenePlay play = new ScenePlay(job, engine.embedder(), gallery, scene.start())) {
      for (long time : times) {
        play.frame(time, observer.at(time));
      }
      List<Sighting> revisions = play.end(times.get(times.size() - 1) + 1);
      return SceneResult.of(
          SceneTruth.visits(scene.scene(), times, scene.start(), scene.gap(), scene.known()),
          revisions,
          shot -> owner(scene, shot));
    }
  }

  private static String owner(SceneRecording scene, BestShot shot) {
    double seconds = (shot.time().toEpochMilli() - scene.start().toEpochMilli()) / 1000.0;
    List<VisibleFace> there =
        scene.scene().truth(seconds).stream().filter(face -> distance(face, shot) < 1).toList();
    // Of two faces at one place it is not certain whose was found.
    return there.size() == 1 ? there.get(0).name() : null;
  }

  /** Between the centres, in widths of the true face. */
  private static double distance(VisibleFace face, BestShot shot) {
    return Math.hypot(
            face.box().getCenterX() - shot.box().centreX(),
            face.box().getCenterY() - shot.box().centreY())
        / face.box().getWidth();
  }

  private Gallery gallery(SceneRecording scene, FaceEngine engine) throws IOException {
    Gallery.Builder gallery = Gallery.empty().toBuilder();
    PortraitPainter portraits = new PortraitPainter();
    try (EnrolmentPhotoAssessor assessor = new EnrolmentPhotoAssessor(engine, settings)) {
      for (Map.Entry<String, PersonTraits> person : scene.enrolled().entrySet()) {
        List<float[]> templates = new ArrayList<>();
        for (int i = 1; i <= PORTRAITS; i++) {
          if (assessor.judge(SceneObserver.jpeg(portraits.portrait(person.getValue(), i)))
              instanceof EnrolmentPhotoAssessment.Accepted face) {
            templates.add(face.embedding());
          }
        }
        gallery.put(person.getKey(), person.getKey(), templates);
      }
    }
    return gallery.build();
  }
}
