/**
 * Cameras for tests: good ones and bad ones.
 *
 * <pre>{@code
 * try (CameraServer lab = CameraServer.start()) {
 *   Camera door = lab.camera("door", LabClip.h264());
 *   watch(door.url());
 *   door.behave(CameraBehaviour.good().stallAfter(0));
 * }
 * }</pre>
 *
 * Every picture shows its number, and the server keeps account of what it sent ({@link
 * io.sightings.cameras.ViewerLog}), so that tests can say which frames were due and which arrived.
 */
@NullMarked
package io.sightings.cameras;

import org.jspecify.annotations.NullMarked;
