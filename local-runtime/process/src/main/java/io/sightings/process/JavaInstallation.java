package io.sightings.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The Java installation of this process, for others. */
public final class JavaInstallation {

  private JavaInstallation() {}

  /** The launcher. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static String classPathWithLauncher(String classPath) {
    try {
      Path own =
          Path.of(ProcessMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classPath + File.pathSeparator + own;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the launcher is not in a folder or a jar", e);
    }
  }
}
