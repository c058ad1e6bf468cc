package io.sightings.emulator.operations;

import io.sightings.contract.FaceBox;
import io.sightings.emulator.faces.EmulatedFace;
import io.sightings.emulator.faces.EmulatorFaceDetector.EmulatedFaceList;
import io.sightings.emulator.wire.ApiErrorException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of a picture's faces is meant: left, top, width, height, in this order, which is not that
 * of detect's rectangles.
 */
record TargetFace(int left, int top, int width, int height) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6}),\\s*(\\d{1,6}),\\s*(\\d{1,6}),\\s*(\\d{1,6})");

  /** Null where none is meant. */
  static @Nullable TargetFace of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw ApiErrorException.badArgument(
          "Invalid argument targetFace. Caused by invalid string format or invalid"
              + " left/top/height/width value.");
    }
    TargetFace face =
        new TargetFace(number(form, 1), number(form, 2), number(form, 3), number(form, 4));
    if (face.width == 0 || face.height == 0) {
      throw ApiErrorException.badArgument(
          "Invalid argument targetFace. Caused by invalid string format or invalid"
              + " left/top/height/width value.");
    }
    return face;
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }

  /** The faces whose middle it holds. */
  List<EmulatedFace> inside(EmulatedFaceList picture) {
    if (left + width > picture.width() || top + height > picture.height()) {
      throw ApiErrorException.badArgument("Argument targetFace out of range.");
    }
    FaceBox box = new FaceBox(left, top, width, height);
    return picture.faces().stream()
        .filter(face -> box.contains(face.box().centreX(), face.box().centreY()))
        .toList();
  }
}
