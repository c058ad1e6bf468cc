package io.sightings.ingest;

import io.sightings.cameras.CameraServer;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.cameras.clip.LabClip;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.kafka.LocalBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** Cameras of the lab, read into a broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CamerasOnKafka {
  LocalBroker broker;
  CameraServer cameras;
  IngestorSettings settings;

  @BeforeAll
  void startBroker() {
    broker = LocalBroker.start();
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void startCameras(TestInfo test) {
    cameras = CameraServer.start();
    IngestorSettings hasty = LiveService.settings(broker.bootstrap(), topic(test));
    // Every picture.
    settings = hasty.withSample(hasty.sample().withFps(0));
  }

  @AfterEach
  void stopCameras() {
    cameras.close();
  }

  SimulatedCamera camera(String path) {
    return cameras.camera(path, LabClip.h264());
  }

  static SourceSettings source(SimulatedCamera camera, String id) {
    return SourceSettings.stream(id, camera.url());
  }

  static boolean is(LiveService live, String id, SourceState state) {
    return live.status(id).state() == state;
  }

  static String topic(TestInfo test) {
    return test.getTestMethod().orElseThrow().getName();
  }
}
