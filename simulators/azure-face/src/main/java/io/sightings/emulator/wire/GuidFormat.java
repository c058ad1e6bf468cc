package io.sightings.emulator.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of the ids the service makes. */
public final class GuidFormat {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private GuidFormat() {}

  public static boolean matches(@Nullable String id) {
    return FORM.matcher(id).matches();
  }
}
