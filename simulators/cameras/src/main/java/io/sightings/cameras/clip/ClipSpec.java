package io.sightings.cameras.clip;

import io.sightings.scenes.PersonWalk;
import io.sightings.scenes.WalkScene;
import io.sightings.scenes.person.PersonGenerator;
import io.sightings.scenes.person.PersonTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a clip is to be like; the same specification gives the same pictures.
 *
 * @param width in pixels, even
 * @param height in pixels, even
 * @param gop frames from one key frame to the next
 * @param frames how many there are before the clip begins anew; a multiple of gop keeps the rhythm
 * @param people how many walk through the picture, one after another
 * @param seed decides who they are
 */
public record ClipSpec(
    ClipCodec codec, int width, int height, int fps, int gop, int frames, int people, long seed) {
  public ClipSpec {
    if (width < 64 || height < 48 || width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException(
          "A clip's sides are even and at least 64 and 48 pixels, not %d × %d."
              .formatted(width, height));
    }
    if (fps < 1 || gop < 1 || frames < 1 || frames > FrameNumber.LIMIT || people < 0) {
      throw new IllegalArgumentException(
          "No clip can have %d frames per second, a key frame every %d frames, %d frames and %d people."
              .formatted(fps, gop, frames, people));
    }
  }

  /** 320 × 240 at 10 frames per second, a key frame every second, 10 s long, one person. */
  public static ClipSpec of(ClipCodec codec) {
    return new ClipSpec(codec, 320, 240, 10, 10, 100, 1, 1);
  }

  public ClipSpec size(int newWidth, int newHeight) {
    return new ClipSpec(codec, newWidth, newHeight, fps, gop, frames, people, seed);
  }

  public ClipSpec fps(int newFps) {
    return new ClipSpec(codec, width, height, newFps, gop, frames, people, seed);
  }

  public ClipSpec gop(int newGop) {
    return new ClipSpec(codec, width, height, fps, newGop, frames, people, seed);
  }

  public ClipSpec frames(int newFrames) {
    return new ClipSpec(codec, width, height, fps, gop, newFrames, people, seed);
  }

  public ClipSpec people(int newPeople) {
    return new ClipSpec(codec, width, height, fps, gop, frames, newPeople, seed);
  }

  public ClipSpec seed(long newSeed) {
    return new ClipSpec(codec, width, height, fps, gop, frames, people, newSeed);
  }

  /** Who walks where; the pictures show their number in addition. */
  public WalkScene scene() {
    double seconds = (double) frames / fps;
    List<PersonTraits> cast = PersonGenerator.of(seed, people);
    List<PersonWalk> walks = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      double from = seconds * i / people;
      double to = seconds * (i + 1) / people;
      double faceHeight = Math.max(20, 0.25 * height);
      walks.add(new PersonWalk("P" + (i + 1), cast.get(i), from, to, faceHeight, i % 2 == 0));
    }
    return new WalkScene(width, height, walks, seed);
  }

  String fileName() {
    return String.format(
        Locale.ROOT,
        "%dx%d-%dfps-gop%d-%dframes-%dpeople-seed%d.%s",
        width,
        height,
        fps,
        gop,
        frames,
        people,
        seed,
        codec.name().toLowerCase(Locale.ROOT));
  }
}
