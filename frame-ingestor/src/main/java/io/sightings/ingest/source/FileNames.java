package io.sightings.ingest.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What the names of files in a folder promise. */
public final class FileNames {
  private static final Set<String> PHOTOS =
      Set.of("jpg", "jpeg", "jpe", "png", "webp", "bmp", "heic", "heif", "avif", "tif", "tiff");
  private static final Set<String> VIDEOS =
      Set.of(
          "3gp", "asf", "avi", "flv", "gif", "h264", "h265", "hevc", "m2ts", "m4v", "mjpeg", "mjpg",
          "mkv", "mov", "mp4", "mpeg", "mpg", "mts", "mxf", "ogv", "ts", "vob", "webm", "wmv");

  private FileNames() {}

  static boolean isPhoto(Path file) {
    return PHOTOS.contains(extension(file));
  }

  public static boolean isVideo(Path file) {
    return VIDEOS.contains(extension(file));
  }

  public static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /** The path with forward slashes, on every system. */
  public static String text(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  static String withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
