package io.sightings.ingest.stream;

import io.sightings.cameras.CameraBehaviour;
import io.sightings.cameras.CameraServer;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.cameras.clip.LabClip;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A server of cameras that is there for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CamerasOfTheLab {
  CameraServer server;

  @BeforeAll
  void start() {
    server = CameraServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  SimulatedCamera camera(String path, CameraBehaviour behaviour) {
    return server.camera(path, LabClip.h264()).behave(behaviour);
  }
}
